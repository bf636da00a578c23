using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Assignments;

/// <content>What the plan's owner did to it and those who do the work have not been told of yet.</content>
public sealed partial class Assignment
{
    /// <summary>Each kind of change once. The owner adds to it with the change itself; making a digest of it empties it.</summary>
    public IReadOnlyList<PlanChangeKind> PendingNotices { get; private set; } = [];

    /// <summary>When the first of them was made; none while everything has been told.</summary>
    public DateTimeOffset? PendingNoticesSince { get; private set; }

    /// <summary>The owner put the action into other words.</summary>
    public void Reword(DateTimeOffset at) => AddPendingNotice(PlanChangeKind.Changed, at);

    private void AddPendingNotice(PlanChangeKind kind, DateTimeOffset at)
    {
        if (OwnerId == AuthorityId)
        {
            // The plan is the authority's own: nobody else did this.
            return;
        }

        PlanChangeKind? undone = kind switch
        {
            PlanChangeKind.Reinstated => PlanChangeKind.Withdrawn,
            PlanChangeKind.Withdrawn => PlanChangeKind.Reinstated,
            _ => null,
        };
        // Taken back and given again before anybody heard of it: there is nothing to tell.
        PendingNotices = undone is { } other && PendingNotices.Contains(other) ? [.. PendingNotices.Where(k => k != other)]
            : PendingNotices.Contains(kind) ? PendingNotices
            : [.. PendingNotices, kind];
        PendingNoticesSince = PendingNotices.Count == 0 ? null : PendingNoticesSince ?? at;
    }
}

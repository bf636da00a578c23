using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Assignments;

/// <content>What the plan's owner did to it and those who do the work have not been told of yet.</content>
public sealed partial class Assignment
{
    /// <summary>Each kind of change once. The owner adds to it with the change itself; making a digest of it empties it.</summary>
    public IReadOnlyList<PlanChangeKind> Untold { get; private set; } = [];

    /// <summary>When the first of them was made; none while everything has been told.</summary>
    public DateTimeOffset? UntoldSince { get; private set; }

    /// <summary>The owner put the action into other words.</summary>
    public void Reword(DateTimeOffset at) => ToTell(PlanChangeKind.Changed, at);

    private void ToTell(PlanChangeKind kind, DateTimeOffset at)
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
        Untold = undone is { } other && Untold.Contains(other) ? [.. Untold.Where(k => k != other)]
            : Untold.Contains(kind) ? Untold
            : [.. Untold, kind];
        UntoldSince = Untold.Count == 0 ? null : UntoldSince ?? at;
    }
}

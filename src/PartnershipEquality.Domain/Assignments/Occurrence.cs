using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Assignments;

/// <summary>
/// One time an assignment falls due. It stands whether or not the one before was done, and finishing one never
/// changes another. Its baseline is the day first agreed, whatever it has been moved to since.
/// </summary>
public sealed class Occurrence
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required Guid SchemeId { get; init; }

    /// <summary>The milestone whose date this is; none when it is the action's own.</summary>
    public Guid? MilestoneId { get; init; }

    public required OccurrenceKind Kind { get; init; }

    /// <summary>First day of the period that a review covers; none for a delivery.</summary>
    public DateOnly? PeriodStart { get; init; }

    public required DateOnly DueBy { get; set; }

    public required DateOnly BaselineDueBy { get; init; }

    public OccurrenceStatus Status { get; private set; }

    /// <summary>Reminders whose day lies before this are never owed: a moved date re-arms what is ahead, no more.</summary>
    public DateOnly ArmedOn { get; private set; }

    /// <summary>The last reminder offset dealt with, in days from due.</summary>
    public int? LastOffset { get; private set; }

    /// <summary>The last at which it was passed on to the equality lead.</summary>
    public int? LastLeadOffset { get; private set; }

    /// <summary>The last at which it was passed on to the equality group.</summary>
    public int? LastGroupOffset { get; private set; }

    /// <summary>The day on which the planner must look at it again; none when nothing more is owed.</summary>
    public DateOnly? NextReminderOn { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public Guid? UpdateId { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static Occurrence Of(Assignment assignment, OccurrenceKind kind, DateOnly? periodStart, DateOnly dueBy, Guid? milestoneId,
        DateOnly today, DateTimeOffset at, DateOnly? baselineDueBy = null) =>
        new()
        {
            Id = Uuid.New(),
            AuthorityId = assignment.AuthorityId,
            OwnerId = assignment.OwnerId,
            AssignmentId = assignment.Id,
            SchemeId = assignment.SchemeId,
            MilestoneId = milestoneId,
            Kind = kind,
            PeriodStart = periodStart,
            DueBy = dueBy,
            BaselineDueBy = baselineDueBy ?? dueBy,
            // A date already past still owes its latest reminder, once; so it is armed from the start.
            ArmedOn = DateOnly.MinValue,
            NextReminderOn = today,
            CreatedAt = at,
        };

    public bool IsOpenDelivery => Kind == OccurrenceKind.Delivery && Status == OccurrenceStatus.Open;

    public bool Covers(DateOnly day) => Kind == OccurrenceKind.Review && PeriodStart <= day && day <= DueBy;

    internal void MoveTo(DateOnly dueBy, DateOnly today)
    {
        DueBy = dueBy;
        ArmedOn = today;
        (LastOffset, LastLeadOffset, LastGroupOffset) = (null, null, null);
        NextReminderOn = today;
    }

    internal void Cancel()
    {
        Status = OccurrenceStatus.Cancelled;
        NextReminderOn = null;
    }

    internal void Complete(Guid updateId, DateTimeOffset at)
    {
        Status = OccurrenceStatus.Completed;
        CompletedAt = at;
        UpdateId = updateId;
        NextReminderOn = null;
    }

    internal void Reopen(DateOnly today)
    {
        Status = OccurrenceStatus.Open;
        CompletedAt = null;
        UpdateId = null;
        NextReminderOn = today;
    }

    /// <summary>The last offset dealt with for one audience.</summary>
    public int? LastOffsetOf(ReminderAudience audience) => audience switch
    {
        ReminderAudience.Lead => LastLeadOffset,
        ReminderAudience.Group => LastGroupOffset,
        _ => LastOffset,
    };

    /// <summary>The planner has dealt with the offset for the audience.</summary>
    public void Reminded(ReminderAudience audience, int offset)
    {
        switch (audience)
        {
            case ReminderAudience.Lead:
                LastLeadOffset = offset;
                break;
            case ReminderAudience.Group:
                LastGroupOffset = offset;
                break;
            default:
                LastOffset = offset;
                break;
        }
    }

    /// <summary>The day on which the planner looks at it again; none when only a report or a change of the plan brings it back.</summary>
    public void SetNextReminder(DateOnly? day) => NextReminderOn = day;

    /// <summary>Whether it is reminded of has changed: the planner looks at it anew.</summary>
    internal void RescheduleReminder(DateOnly today)
    {
        if (Status == OccurrenceStatus.Open)
        {
            NextReminderOn = today;
        }
    }

    internal void EnsureReminderScheduled(DateOnly today)
    {
        if (Status == OccurrenceStatus.Open)
        {
            NextReminderOn ??= today;
        }
    }
}

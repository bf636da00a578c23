namespace PartnershipEquality.Domain.Reminders;

/// <summary>What a reminder is about: something to deliver by a date, or something to look at again.</summary>
public enum ReminderKind
{
    /// <summary>A date that the target gives.</summary>
    Delivery,

    /// <summary>The end of a period within which any update is enough.</summary>
    Review,
}

/// <summary>A reminder that has become owed: its offset, the day it is counted to and the working day it goes out on.</summary>
public sealed record OwedReminder(int Offset, DateOnly FallsOn, DateOnly SendOn);

/// <summary>
/// Which reminder an occurrence owes, and from when. It is owed once its day has come and until it, or a later one, is
/// handled: a run that is missed loses nothing, a run that is repeated adds nothing, and what was missed goes as one.
/// </summary>
public sealed class ReminderSchedule(ReminderPolicy policy, WorkingDays workingDays)
{
    /// <summary>The working day on which the reminder at this offset goes out.</summary>
    public DateOnly DayOf(DateOnly dueBy, int offset) => workingDays.OnOrBefore(dueBy.AddDays(offset));

    /// <summary>
    /// The offsets in order. Those of a delivery that repeats do not end before the calendar does. What is only looked at again is never
    /// passed on.
    /// </summary>
    public IEnumerable<int> Offsets(ReminderKind kind, ReminderAudience audience = ReminderAudience.Responsible) => (audience, kind) switch
    {
        (ReminderAudience.Responsible, ReminderKind.Delivery) => Deliveries(),
        (ReminderAudience.Responsible, _) => policy.Review,
        (_, ReminderKind.Review) => [],
        (ReminderAudience.Lead, _) => PassedOn(policy.LeadAfterDays),
        _ => PassedOn(policy.GroupAfterDays),
    };

    /// <summary>The latest reminder whose day has come and that is neither handled nor overtaken; null where none is owed.</summary>
    /// <param name="kind">What the occurrence is.</param>
    /// <param name="dueBy">The day it is due.</param>
    /// <param name="armedOn">The day the occurrence was made or its date last moved: offsets that fell before it never fire.</param>
    /// <param name="lastHandledOffset">The latest offset dealt with since then; null where none was.</param>
    /// <param name="today">The day in London.</param>
    /// <param name="audience">Whom it would go to; each has offsets of its own.</param>
    public OwedReminder? LatestOwed(
        ReminderKind kind, DateOnly dueBy, DateOnly armedOn, int? lastHandledOffset, DateOnly today,
            ReminderAudience audience = ReminderAudience.Responsible) =>
        today < armedOn
            ? null
            : Ahead(kind, audience, dueBy, armedOn, lastHandledOffset).TakeWhile(reminder => reminder.SendOn <= today).LastOrDefault();

    /// <summary>The first day on which something is owed, be it past or to come; null where nothing is any more.</summary>
    /// <param name="kind">What the occurrence is.</param>
    /// <param name="dueBy">The day it is due.</param>
    /// <param name="armedOn">The day the occurrence was made or its date last moved.</param>
    /// <param name="lastHandledOffset">The latest offset dealt with since then; null where none was.</param>
    /// <param name="notAfter">The last day on which the scheme owes reminders.</param>
    /// <param name="audience">Whom it would go to.</param>
    public DateOnly? NextReminderOn(
        ReminderKind kind, DateOnly dueBy, DateOnly armedOn, int? lastHandledOffset, DateOnly? notAfter = null,
            ReminderAudience audience = ReminderAudience.Responsible)
    {
        var next = Ahead(kind, audience, dueBy, armedOn, lastHandledOffset).FirstOrDefault();
        if (next is null)
        {
            return null;
        }

        var day = next.SendOn < armedOn ? armedOn : next.SendOn;
        return day > notAfter ? null : day;
    }

    /// <summary>The next day on which it falls due or is passed on to the equality lead; null where neither lies ahead.</summary>
    public DateOnly? NextTurnAfter(ReminderKind kind, DateOnly dueBy, DateOnly today) =>
        Offsets(kind, ReminderAudience.Lead).Prepend(0)
            .TakeWhile(offset => dueBy.DayNumber + offset <= DateOnly.MaxValue.DayNumber)
            .Select(offset => (DateOnly?)DayOf(dueBy, offset))
            .FirstOrDefault(day => day > today);

    // What is sent on a Friday because it falls on a Sunday is still ahead on the Saturday, so the day it falls on decides.
    private IEnumerable<OwedReminder> Ahead(ReminderKind kind, ReminderAudience audience, DateOnly dueBy, DateOnly armedOn,
        int? lastHandledOffset) =>
        Offsets(kind, audience)
            .SkipWhile(offset => offset <= lastHandledOffset || dueBy.DayNumber + offset < armedOn.DayNumber)
            .TakeWhile(offset => dueBy.DayNumber + offset <= DateOnly.MaxValue.DayNumber)
            .Select(offset => new OwedReminder(offset, dueBy.AddDays(offset), DayOf(dueBy, offset)));

    // Repeating is for what is overdue: it starts from the day due where every offset lies before that.
    private IEnumerable<int> Deliveries() =>
        policy.DeliveryRepeatDays is { } repeat
            ? policy.Delivery.Concat(Every(repeat, policy.Delivery is [.., > 0 and var last] ? last + repeat : repeat)) : policy.Delivery;

    private IEnumerable<int> PassedOn(int? after) =>
        after is not { } first ? [] : policy.DeliveryRepeatDays is { } repeat ? Every(repeat, first) : [first];

    private static IEnumerable<int> Every(int days, int from)
    {
        for (var offset = from; offset < DateOnly.MaxValue.DayNumber; offset += days)
        {
            yield return offset;
        }
    }
}

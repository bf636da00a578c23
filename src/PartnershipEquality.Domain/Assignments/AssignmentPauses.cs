using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Assignments;

/// <content>Putting off what its people are reminded of. The board's figures know of neither, and so hide nothing.</content>
public sealed partial class Assignment
{
    public const int LongestSnoozeDays = 92;
    public const int LongestAcknowledgementDays = 28;

    /// <summary>The day from which it is reminded of again; none while it is not put off.</summary>
    public DateOnly? SnoozedUntil { get; private set; }

    /// <summary>The day from which those who do the work are reminded again; none where nobody has said that it was seen.</summary>
    public DateOnly? AcknowledgedUntil { get; private set; }

    /// <summary>Nobody is reminded until the day: neither those who do the work nor those it would be passed on to.</summary>
    public void Snooze(DateOnly until, Scheme scheme, DateTimeOffset at)
    {
        EnsureReminded(scheme);
        var today = LondonDay.Of(at);
        var last = today.AddDays(LongestSnoozeDays) < scheme.EndsOn ? today.AddDays(LongestSnoozeDays) : scheme.EndsOn;
        if (until <= today || until > last)
        {
            throw Refusal.Field("#/until", "out-of-range", last <= today
                ? "The scheme ends today, so there is no day left to put it off to."
                : $"Give the day from which to be reminded again: {today.AddDays(1):yyyy-MM-dd} to {last:yyyy-MM-dd}, which is " +
                    $"{LongestSnoozeDays} days at most and within the scheme.");
        }

        SnoozedUntil = until;
        RescheduleReminders(today);
        Touch(at);
    }

    /// <summary>It is reminded of again from now on: what was missed meanwhile goes as one.</summary>
    public void Unsnooze(DateTimeOffset at)
    {
        var today = LondonDay.Of(at);
        if (SnoozedUntil is not { } until || until <= today)
        {
            throw Refusal.Conflict("not-snoozed", "Reminders of the assignment are not snoozed.");
        }

        SnoozedUntil = null;
        RescheduleReminders(today);
        Touch(at);
    }

    /// <summary>
    /// Those who do the work have seen it, and are left alone until it falls due, until it is next passed on to the
    /// equality lead, or for 28 days, whichever comes first. Passing it on goes by its date alone.
    /// </summary>
    public void Acknowledge(ReminderSchedule schedule, Scheme scheme, DateTimeOffset at)
    {
        EnsureReminded(scheme);
        var today = LondonDay.Of(at);
        AcknowledgedUntil = _occurrences.Where(o => o.Status == OccurrenceStatus.Open)
            .Select(o => schedule.NextTurnAfter(o.Kind == OccurrenceKind.Delivery
                ? ReminderKind.Delivery : ReminderKind.Review, o.DueBy, today))
            .Append(today.AddDays(LongestAcknowledgementDays)).Min();
        RescheduleReminders(today);
        Touch(at);
    }

    private void EnsureReminded(Scheme scheme)
    {
        EnsureAsked(scheme);
        if (!IsWanted)
        {
            throw Refusal.Conflict("nothing-asked", "The work is completed or does not apply here, so nobody is reminded of it.");
        }
    }

    /// <summary>The work is settled or has another date: what was said of the one before no longer holds.</summary>
    private void EndPauses(DateOnly today)
    {
        if (SnoozedUntil is not null || AcknowledgedUntil is not null)
        {
            (SnoozedUntil, AcknowledgedUntil) = (null, null);
            RescheduleReminders(today);
        }
    }

    private void RescheduleReminders(DateOnly today) => _occurrences.ForEach(o => o.RescheduleReminder(today));
}

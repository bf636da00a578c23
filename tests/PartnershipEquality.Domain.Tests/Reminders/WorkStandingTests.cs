using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Tests.Reminders;

public sealed class WorkStandingTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Scheme InForce = SchemeOf(SchemeStage.InForce, new(2026, 4, 1), new(2029, 3, 31));
    private static readonly WorkStanding Owed =
        new(OccurrenceKind.Delivery, OccurrenceStatus.Open, new(2026, 11, 30), AssignmentStatus.NotStarted, Withdrawn: false,
            LastReportedOn: null, InForce, IsMember: true);

    [Fact]
    public void Open_work_of_a_scheme_in_force_may_be_reminded_of() => Owed.WhyNotOwed(Today).ShouldBeNull();

    [Theory]
    [InlineData(AssignmentStatus.Completed)]
    [InlineData(AssignmentStatus.NotApplicable)]
    public void What_is_settled_waits_for_a_report(AssignmentStatus status)
    {
        var settled = Owed with { Status = status };

        settled.WhyNotOwed(Today).ShouldNotBeNull();
        settled.NextReminder(Today).ShouldBeNull();
    }

    [Fact]
    public void Withdrawn_work_and_dates_no_longer_open_are_not_looked_at_again()
    {
        foreach (var stopped in new[] { Owed with { Withdrawn = true }, Owed with { Occurrence = OccurrenceStatus.Completed },
            Owed with { Occurrence = OccurrenceStatus.Cancelled } })
        {
            stopped.WhyNotOwed(Today).ShouldNotBeNull();
            stopped.NextReminder(Today).ShouldBeNull();
        }
    }

    [Fact]
    public void A_review_stops_once_anything_was_reported_after_its_period()
    {
        var review = Owed with { Kind = OccurrenceKind.Review, DueBy = new(2026, 10, 31), LastReportedOn = new(2026, 10, 31) };

        review.WhyNotOwed(Today).ShouldBeNull();
        (review with { LastReportedOn = new(2026, 11, 1) }).WhyNotOwed(Today).ShouldNotBeNull();
    }

    [Fact]
    public void A_delivery_goes_on_whatever_was_reported() =>
        (Owed with { DueBy = new(2026, 10, 31), LastReportedOn = new(2026, 11, 1) }).WhyNotOwed(Today).ShouldBeNull();

    [Fact]
    public void A_scheme_that_begins_later_is_looked_at_on_its_first_day()
    {
        var ahead = Owed with { Scheme = SchemeOf(SchemeStage.InForce, new(2027, 4, 1), new(2029, 3, 31)) };

        ahead.WhyNotOwed(Today).ShouldNotBeNull();
        ahead.NextReminder(Today).ShouldBe(new DateOnly(2027, 4, 1));
    }

    [Fact]
    public void A_closed_or_ended_scheme_is_done_with()
    {
        foreach (var scheme in new[] { SchemeOf(SchemeStage.Closed, new(2026, 4, 1), new(2029, 3, 31)),
            SchemeOf(SchemeStage.InForce, new(2023, 4, 1), new(2026, 3, 31)) })
        {
            var past = Owed with { Scheme = scheme };

            past.WhyNotOwed(Today).ShouldNotBeNull();
            past.NextReminder(Today).ShouldBeNull();
        }
    }

    [Fact]
    public void A_membership_that_ended_may_be_renewed()
    {
        var left = Owed with { IsMember = false };

        left.WhyNotOwed(Today).ShouldBe("the membership has ended");
        left.NextReminder(Today).ShouldBe(Today.AddDays(1));
    }

    [Fact]
    public void What_is_snoozed_is_owed_to_nobody_until_the_day()
    {
        var snoozed = Owed with { SnoozedUntil = Today.AddDays(3) };

        foreach (var audience in Enum.GetValues<ReminderAudience>())
        {
            snoozed.WhyNotOwed(Today, audience).ShouldBe("it is snoozed until 26 November 2026");
            snoozed.NextReminder(Today, audience).ShouldBe(Today.AddDays(3));
            snoozed.WhyNotOwed(Today.AddDays(3), audience).ShouldBeNull();
        }
    }

    [Fact]
    public void What_was_seen_is_passed_on_all_the_same()
    {
        var seen = Owed with { AcknowledgedUntil = Today.AddDays(3) };

        seen.WhyNotOwed(Today).ShouldBe("it was acknowledged until 26 November 2026");
        seen.NextReminder(Today).ShouldBe(Today.AddDays(3));
        seen.WhyNotOwed(Today.AddDays(3)).ShouldBeNull();
        seen.WhyNotOwed(Today, ReminderAudience.Lead).ShouldBeNull();
        seen.WhyNotOwed(Today, ReminderAudience.Group).ShouldBeNull();
    }

    [Fact]
    public void A_draft_may_come_into_force() =>
        (Owed with { Scheme = SchemeOf(SchemeStage.Draft, new(2026, 4, 1), new(2029, 3, 31)) }).NextReminder(Today).ShouldNotBeNull();

    private static Scheme SchemeOf(SchemeStage stage, DateOnly startsOn, DateOnly endsOn) =>
        Scheme.Begin(Guid.NewGuid(), "S-1", "A scheme", startsOn, endsOn, stage, sample: false,
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
}

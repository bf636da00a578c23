using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Tests.Assignments;

public sealed class AssignmentPausesTests
{
    private static readonly Scheme Plan = Given.LiveScheme();
    private static readonly ReminderSchedule Schedule = new(ReminderPolicy.Default, new WorkingDays());

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2027-02-23")]
    public void It_may_be_put_off_by_a_day_to_92(string until)
    {
        var work = WorkDue("30 November 2026");

        work.Snooze(Given.Day(until), Plan, Given.At("2026-11-23"));

        work.SnoozedUntil.ShouldBe(Given.Day(until));
    }

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2027-02-24")]
    public void And_not_by_none_or_more(string until) =>
        Should.Throw<Refusal>(() => WorkDue("30 November 2026")
            .Snooze(Given.Day(until), Plan, Given.At("2026-11-23"))).Errors.ShouldHaveSingleItem().Pointer.ShouldBe("#/until");

    [Fact]
    public void On_the_schemes_last_day_there_is_no_day_left() =>
        Should.Throw<Refusal>(() => WorkDue("30 November 2026")
            .Snooze(Given.Day("2029-04-01"), Plan, Given.At("2029-03-31"))).Errors.ShouldHaveSingleItem().Code.ShouldBe("out-of-range");

    // Due on Monday, 30 November 2026; passed on to the lead on 14 December, 11 January and so on.
    [Theory]
    [InlineData("2026-10-12", "2026-11-09", "four weeks")]
    [InlineData("2026-11-23", "2026-11-30", "until it falls due")]
    [InlineData("2026-11-30", "2026-12-14", "until the lead hears of it")]
    [InlineData("2026-12-13", "2026-12-14", "even if that is tomorrow")]
    [InlineData("2026-12-14", "2027-01-11", "until the lead hears of it again")]
    public void Who_has_seen_it_is_left_alone_until_something_happens(string day, string until, string why)
    {
        var work = WorkDue("30 November 2026");

        work.Acknowledge(Schedule, Plan, Given.At(day));

        work.AcknowledgedUntil.ShouldBe(Given.Day(until), why);
    }

    [Fact]
    public void Neither_outlives_the_date_it_was_said_of()
    {
        foreach (var end in new Action<Assignment>[]
        {
            w => w.Withdraw("Not needed.", Given.At("2026-11-24")),
            w => w.Record(Given.Report(AssignmentStatus.NotApplicable, reason: "Not here."), Plan, [], Given.At("2026-11-24")),
            w => w.Record(Given.Report(AssignmentStatus.Completed), Plan, [], Given.At("2026-11-24")),
            w => w.SetOwnTarget(Given.Targets("31 December 2026"), "Later.", Plan, [], Given.At("2026-11-24")),
            w => w.MoveSharedTarget(Given.Targets("31 December 2026"), "Later.", Plan, [], Given.At("2026-11-24")),
        })
        {
            var work = WorkDue("30 November 2026");
            work.Snooze(Given.Day("2026-12-24"), Plan, Given.At("2026-11-23"));
            work.Acknowledge(Schedule, Plan, Given.At("2026-11-23"));

            end(work);

            (work.SnoozedUntil, work.AcknowledgedUntil).ShouldBe((null, null));
        }
    }

    [Fact]
    public void A_report_that_leaves_it_open_ends_neither()
    {
        var work = WorkDue("30 November 2026");
        work.Snooze(Given.Day("2026-12-24"), Plan, Given.At("2026-11-23"));

        work.Record(Given.Report(AssignmentStatus.AtRisk), Plan, [], Given.At("2026-11-24"));

        work.SnoozedUntil.ShouldBe(Given.Day("2026-12-24"));
    }

    [Fact]
    public void What_the_owner_does_is_told_once_and_what_it_undoes_in_time_is_not()
    {
        var work = WorkDue("30 November 2026");
        work.PendingNotices.ShouldBeEmpty();

        work.Reword(Given.At("2026-11-23"));
        work.MoveSharedTarget(Given.Targets("31 December 2026"), "Later.", Plan, [], Given.At("2026-11-24"));
        work.Reword(Given.At("2026-11-25"));
        work.Withdraw("Not needed.", Given.At("2026-11-25"));
        work.PendingNotices.ShouldBe([PlanChangeKind.Changed, PlanChangeKind.Moved, PlanChangeKind.Withdrawn]);
        work.Reinstate(null, Given.At("2026-11-26"));

        work.PendingNotices.ShouldBe([PlanChangeKind.Changed, PlanChangeKind.Moved]);
        work.PendingNoticesSince.ShouldBe(Given.At("2026-11-23"));
    }

    [Fact]
    public void What_an_authority_does_to_its_own_plan_is_news_to_nobody()
    {
        var work = Assignment.Of(Plan, Given.Action(Plan), Plan.OwnerId, null, Given.Targets("30 November 2026"), Given.At("2026-10-01"));

        work.Withdraw("Not needed.", Given.At("2026-11-25"));

        (work.PendingNotices.Count, work.PendingNoticesSince).ShouldBe((0, null));
    }

    private static Assignment WorkDue(string target) =>
        Assignment.Of(Plan, Given.Action(Plan), Guid.NewGuid(), null, Given.Targets(target), Given.At("2026-10-01"));
}

using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Tests.Reminders;

public sealed class ReminderScheduleTests
{
    private static readonly DateOnly _longAgo = new(2026, 1, 5);
    private static readonly DateOnly _due = new(2026, 11, 30);
    private readonly ReminderSchedule _schedule = new(ReminderPolicy.Default, new WorkingDays());

    [Fact]
    public void Deliveries_repeat_and_reviews_end()
    {
        _schedule.Offsets(ReminderKind.Delivery).Take(10).ShouldBe([-28, -14, -7, -1, 0, 7, 14, 42, 70, 98]);
        _schedule.Offsets(ReminderKind.Review).ShouldBe([-7, 0, 14]);
    }

    [Fact]
    public void A_policy_without_offsets_after_the_day_repeats_from_that_day()
    {
        var schedule = new ReminderSchedule(new ReminderPolicy([-28, -7], 28, []), new WorkingDays());

        schedule.Offsets(ReminderKind.Delivery).Take(4).ShouldBe([-28, -7, 28, 56]);
        schedule.Offsets(ReminderKind.Review).ShouldBeEmpty();
    }

    [Fact]
    public void What_stays_overdue_is_passed_on_after_its_days_and_again_with_every_repeat()
    {
        _schedule.Offsets(ReminderKind.Delivery, ReminderAudience.Lead).Take(4).ShouldBe([14, 42, 70, 98]);
        _schedule.Offsets(ReminderKind.Delivery, ReminderAudience.Group).Take(4).ShouldBe([28, 56, 84, 112]);

        var once = new ReminderSchedule(new ReminderPolicy([0], null, [0], 10, null), new WorkingDays());
        once.Offsets(ReminderKind.Delivery, ReminderAudience.Lead).ShouldBe([10]);
        once.Offsets(ReminderKind.Delivery, ReminderAudience.Group).ShouldBeEmpty();
    }

    [Fact]
    public void A_review_is_never_passed_on()
    {
        _schedule.Offsets(ReminderKind.Review, ReminderAudience.Lead).ShouldBeEmpty();
        _schedule.NextReminderOn(ReminderKind.Review, _due, _longAgo, null, null, ReminderAudience.Group).ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-12-11", null, null)]
    [InlineData("2026-12-14", null, 14)]
    [InlineData("2026-12-14", 14, null)]
    [InlineData("2027-06-01", 14, 182)]
    public void Each_audience_has_offsets_and_a_place_in_them_of_its_own(string today, int? handled, int? owed) =>
        (_schedule.LatestOwed(ReminderKind.Delivery, _due, _longAgo, handled, Day(today), ReminderAudience.Lead)?.Offset).ShouldBe(owed);

    // The due day is a Monday: the day before goes out on the Friday.
    [Theory]
    [InlineData(-1, "2026-11-27")]
    [InlineData(0, "2026-11-30")]
    [InlineData(28, "2026-12-24")]
    public void What_falls_on_a_day_off_goes_out_before(int offset, string day) =>
        _schedule.DayOf(_due, offset).ShouldBe(Day(day));

    [Theory]
    [InlineData("2026-11-01", null, null, "not yet")]
    [InlineData("2026-11-02", null, -28, "the day itself")]
    [InlineData("2026-11-03", null, -28, "a run missed")]
    [InlineData("2026-11-03", -28, null, "handled: a run repeated")]
    [InlineData("2026-11-25", null, -7, "an outage: three were missed and the latest stands for them")]
    [InlineData("2026-11-25", -28, -7, "an outage after the first")]
    [InlineData("2026-11-27", -7, -1, "Friday for the Sunday")]
    [InlineData("2026-11-28", -1, null, "nothing more on the Saturday")]
    [InlineData("2026-12-14", 7, 14, "two weeks overdue")]
    [InlineData("2027-01-11", 14, 42, "then every four weeks")]
    [InlineData("2027-06-01", 14, 182, "an outage of months")]
    public void The_latest_offset_reached_and_not_handled_is_owed(string today, int? handled, int? owed, string why) =>
        (_schedule.LatestOwed(ReminderKind.Delivery, _due, _longAgo, handled, Day(today))?.Offset).ShouldBe(owed, why);

    [Fact]
    public void What_is_owed_says_the_day_it_falls_on_and_the_day_it_goes_out() =>
        _schedule.LatestOwed(ReminderKind.Delivery, _due, _longAgo, -7, Day("2026-11-27"))
            .ShouldBe(new OwedReminder(-1, Day("2026-11-29"), Day("2026-11-27")));

    // Moved or made on the day in the second column.
    [Theory]
    [InlineData("2026-11-20", "2026-11-20", null, "earlier offsets do not fire after the fact")]
    [InlineData("2026-11-20", "2026-11-23", -7, "the first that is ahead does")]
    [InlineData("2026-11-23", "2026-11-23", -7, "on its very day it is still ahead")]
    [InlineData("2026-11-28", "2026-11-28", -1, "on the Saturday, the Sunday's is still ahead though it goes out on a Friday")]
    [InlineData("2027-04-20", "2027-04-29", null, "made when long overdue: nothing at once")]
    [InlineData("2027-04-20", "2027-04-30", 154, "but the next repeat, on the Friday before a bank holiday Monday")]
    [InlineData("2026-11-28", "2026-11-27", null, "not before it was made, though the day asks for an earlier one")]
    public void An_occurrence_owes_only_what_was_ahead_when_it_was_armed(string armed, string today, int? owed, string why) =>
        (_schedule.LatestOwed(ReminderKind.Delivery, _due, Day(armed), null, Day(today))?.Offset).ShouldBe(owed, why);

    [Theory]
    [InlineData("2026-01-05", null, "2026-11-02")]
    [InlineData("2026-01-05", -7, "2026-11-27")]
    [InlineData("2026-11-28", null, "2026-11-28")]
    [InlineData("2026-01-05", 14, "2027-01-11")]
    public void The_next_reminder_is_the_first_day_something_is_owed(string armed, int? handled, string next) =>
        _schedule.NextReminderOn(ReminderKind.Delivery, _due, Day(armed), handled).ShouldBe(Day(next));

    [Theory]
    [InlineData("2027-01-10", null)]
    [InlineData("2027-01-11", "2027-01-11")]
    public void Nothing_is_planned_after_the_scheme_ends(string notAfter, string? next) =>
        _schedule.NextReminderOn(ReminderKind.Delivery, _due, _longAgo, 14, Day(notAfter))
            .ShouldBe(next is null ? null : Day(next));

    [Fact]
    public void A_review_has_no_reminder_after_its_last() =>
        _schedule.NextReminderOn(ReminderKind.Review, _due, _longAgo, 14).ShouldBeNull();

    [Fact]
    public void Two_offsets_that_go_out_on_one_day_are_one_reminder()
    {
        var sunday = Day("2026-11-29");

        var owed = _schedule.LatestOwed(ReminderKind.Delivery, sunday, _longAgo, -7, Day("2026-11-27"));

        owed.ShouldNotBeNull().Offset.ShouldBe(0);
        _schedule.NextReminderOn(ReminderKind.Delivery, sunday, _longAgo, 0).ShouldBe(Day("2026-12-04"));
    }

    [Fact]
    public void A_placeholder_date_at_the_end_of_the_calendar_does_no_harm()
    {
        var never = DateOnly.MaxValue;

        _schedule.LatestOwed(ReminderKind.Delivery, never, _longAgo, 0, Day("2026-11-23")).ShouldBeNull();
        _schedule.NextReminderOn(ReminderKind.Delivery, never, _longAgo, 0).ShouldBeNull();
        _schedule.NextReminderOn(ReminderKind.Delivery, never, _longAgo, null).ShouldBe(Day("9999-12-03"));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}

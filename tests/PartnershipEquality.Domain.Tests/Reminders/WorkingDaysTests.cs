using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Tests.Reminders;

public sealed class WorkingDaysTests
{
    private readonly WorkingDays _workingDays = new();

    // As published for England and Wales on gov.uk/bank-holidays; month and day of each, in order.
    [Theory]
    [InlineData(2010, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26")]
    [InlineData(2013, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2014, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26")]
    [InlineData(2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    public void The_bank_holidays_are_those_of_the_official_list(int year, string official)
    {
        var holidays = _workingDays.BankHolidays(year);

        string.Join(' ', holidays.Select(day => $"{day:MM-dd}")).ShouldBe(official);
        holidays.ShouldAllBe(day => !_workingDays.IsWorkingDay(day));
    }

    // Easter Sundays at the edges of what can happen: the earliest and latest dates, and centuries.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1900-04-15")]
    [InlineData("1943-04-25")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2038-04-25")]
    [InlineData("2100-03-28")]
    [InlineData("2285-03-22")]
    public void Easter_is_found_in_any_year(string sunday)
    {
        var easter = Day(sunday);

        var holidays = _workingDays.BankHolidays(easter.Year);

        holidays.ShouldContain(easter.AddDays(-2));
        holidays.ShouldContain(easter.AddDays(1));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", "a Monday")]
    [InlineData("2026-11-22", "2026-11-20", "a Sunday")]
    [InlineData("2026-12-28", "2026-12-24", "the substitute for Boxing Day, after Christmas Day and a weekend")]
    [InlineData("2026-04-06", "2026-04-02", "Easter Monday")]
    [InlineData("2028-01-03", "2027-12-31", "the substitute for New Year, over the year's end")]
    [InlineData("2021-12-28", "2021-12-24", "two substitute days")]
    [InlineData("2022-06-05", "2022-06-01", "the Jubilee weekend")]
    [InlineData("2022-05-30", "2022-05-30", "the usual spring holiday of a year that moved it")]
    public void What_falls_on_a_day_off_is_sent_on_the_working_day_before(string falls, string sent, string why) =>
        _workingDays.OnOrBefore(Day(falls)).ShouldBe(Day(sent), why);

    [Theory]
    [InlineData("2026-11-20", "2026-11-23")]
    [InlineData("2026-11-23", "2026-11-24")]
    [InlineData("2026-12-24", "2026-12-29")]
    public void The_next_working_day_passes_over_days_off(string after, string next) =>
        _workingDays.Next(Day(after)).ShouldBe(Day(next));

    [Fact]
    public void A_holiday_proclaimed_later_is_added_or_moved_by_whoever_runs_it()
    {
        var workingDays = new WorkingDays(
            new OneOffHoliday(Day("2031-06-10"), "Proclaimed"),
            new OneOffHoliday(Day("2031-05-09"), "Moved", InsteadOf: Day("2031-05-05")));

        workingDays.IsWorkingDay(Day("2031-06-10")).ShouldBeFalse();
        workingDays.IsWorkingDay(Day("2031-05-09")).ShouldBeFalse();
        workingDays.IsWorkingDay(Day("2031-05-05")).ShouldBeTrue();
        workingDays.BankHolidays(2031).Count.ShouldBe(9);
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}

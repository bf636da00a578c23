using Microsoft.Extensions.Configuration;
using PartnershipEquality.Api.Hosting;

namespace PartnershipEquality.Api.Tests.Reminders;

public sealed class BankHolidaysTests
{
    [Fact]
    public void A_holiday_that_is_proclaimed_later_is_a_setting()
    {
        var days = From(("BankHolidays:0:Day", "2031-06-10"), ("BankHolidays:1:Day", "2031-05-09"),
            ("BankHolidays:1:InsteadOf", "2031-05-05"));

        days.IsWorkingDay(new(2031, 6, 10)).ShouldBeFalse();
        days.IsWorkingDay(new(2031, 5, 9)).ShouldBeFalse();
        days.IsWorkingDay(new(2031, 5, 5)).ShouldBeTrue();
        days.IsWorkingDay(new(2031, 12, 25)).ShouldBeFalse("the usual ones stay");
    }

    [Theory]
    [InlineData("BankHolidays:0:Day", "10 June", "BankHolidays:0:Day")]
    [InlineData("BankHolidays:0:Name", "Coronation", "BankHolidays:0:Day")]
    public void One_that_cannot_be_read_stops_the_start_and_names_the_setting(string key, string value, string named) =>
        Should.Throw<InvalidOperationException>(() => From((key, value))).Message.ShouldContain(named);

    private static Domain.Reminders.WorkingDays From(params (string Key, string Value)[] settings) =>
        BankHolidays.From(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}

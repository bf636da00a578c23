using System.Globalization;

namespace PartnershipEquality.Domain.Tests;

public sealed class LondonDayTests
{
    [Theory]
    [InlineData("2026-03-28T23:59:59Z", "2026-03-28")]
    [InlineData("2026-03-29T00:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T22:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T23:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T22:59:59Z", "2026-10-24")]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T23:59:59Z", "2026-10-25")]
    [InlineData("2026-10-26T00:00:00Z", "2026-10-26")]
    public void The_day_turns_at_midnight_in_London(string instant, string day) =>
        LondonDay.Of(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).ShouldBe(DateOnly.ParseExact(day, "yyyy-MM-dd"));

    [Theory]
    [InlineData("2026-03-29", "00:00", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-30", "00:00", "2026-03-29T23:00:00Z")]
    [InlineData("2026-03-29", "07:30", "2026-03-29T06:30:00Z")]
    [InlineData("2026-10-25", "00:00", "2026-10-24T23:00:00Z")]
    [InlineData("2026-10-26", "00:00", "2026-10-26T00:00:00Z")]
    [InlineData("2026-10-25", "07:30", "2026-10-25T07:30:00Z")]
    public void A_time_in_London_is_one_instant(string day, string time, string instant) =>
        LondonDay.At(DateOnly.ParseExact(day, "yyyy-MM-dd"), TimeOnly.ParseExact(time, "HH:mm"))
            .ShouldBe(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
}

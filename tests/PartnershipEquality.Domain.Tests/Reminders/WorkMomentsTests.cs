using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Tests.Reminders;

public sealed class WorkMomentsTests
{
    private static readonly TimeOnly Morning = new(7, 30);

    [Theory]
    [InlineData("2026-11-23T07:29:59Z", "2026-11-23T07:30:00Z")]
    [InlineData("2026-11-23T07:30:00Z", "2026-11-24T07:30:00Z")]
    [InlineData("2026-11-27T12:00:00Z", "2026-11-28T07:30:00Z")]
    [InlineData("2027-03-27T12:00:00Z", "2027-03-28T06:30:00Z")]
    public void Each_morning_by_the_clocks_in_London(string now, string next) =>
        WorkMoments.NextDaily(DateTimeOffset.Parse(now), Morning).ShouldBe(DateTimeOffset.Parse(next));

    [Theory]
    [InlineData("2026-11-23T07:00:00Z", "2026-11-23T07:30:00Z")]
    [InlineData("2026-11-27T12:00:00Z", "2026-11-30T07:30:00Z")]
    [InlineData("2026-12-24T09:00:00Z", "2026-12-29T07:30:00Z")]
    [InlineData("2027-03-26T05:00:00Z", "2027-03-30T06:30:00Z")]
    public void On_working_days_alone(string now, string next) =>
        WorkMoments.NextOnWorkingDay(DateTimeOffset.Parse(now), Morning, new WorkingDays()).ShouldBe(DateTimeOffset.Parse(next));
}

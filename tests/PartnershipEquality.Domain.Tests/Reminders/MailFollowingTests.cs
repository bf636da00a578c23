using PartnershipEquality.Domain.Mail;

namespace PartnershipEquality.Domain.Tests.Reminders;

public sealed class MailFollowingTests
{
    private static readonly DateTimeOffset Sent = new(2026, 12, 3, 7, 30, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_asked_after_a_minute_and_ever_less_often_until_72_hours_are_over()
    {
        var moments = new List<TimeSpan>();
        for (DateTimeOffset? at = MailFollowing.FirstAt(Sent); at is { } moment; at = MailFollowing.NextAt(Sent, moment))
        {
            moments.Add(moment - Sent);
        }

        moments[..6].ShouldBe([.. new[] { 1, 2, 4, 8, 16, 32 }.Select(minutes => TimeSpan.FromMinutes(minutes))]);
        moments[^1].ShouldBe(TimeSpan.FromHours(72));
        moments.Zip(moments.Skip(1), (a, b) => b - a).Max().ShouldBe(TimeSpan.FromHours(4));
    }

    [Fact]
    public void Asked_late_it_is_asked_no_more() => MailFollowing.NextAt(Sent, Sent.AddDays(4)).ShouldBeNull();
}

using PartnershipEquality.Domain.Mail;

namespace PartnershipEquality.Domain.Tests.Reminders;

public sealed class MailRetriesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 30)]
    [InlineData(4, 120)]
    [InlineData(5, 360)]
    [InlineData(10, 360)]
    public void Each_failure_waits_longer_than_the_one_before(int attempts, int minutes) =>
        MailRetries.WaitAfter(attempts).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void After_ten_failures_it_is_given_up() => MailRetries.WaitAfter(11).ShouldBeNull();
}

using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Domain.Tests.Webhooks;

public sealed class WebhookRetriesTests
{
    [Fact]
    public void Ten_tries_are_spread_over_three_days_and_more()
    {
        WebhookRetries.MaxTries.ShouldBe(10);
        WebhookRetries.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).ShouldBe(new TimeSpan(3, 3, 35, 5));
        WebhookRetries.Waits.ShouldBe(WebhookRetries.Waits.Order());
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 300)]
    [InlineData(3, 1800)]
    [InlineData(9, 86400)]
    public void A_wait_grows_by_a_fifth_at_most(int tries, int seconds)
    {
        WebhookRetries.After(tries, 500, null, 0).ShouldBe((DeliveryVerdict.TryAgain, TimeSpan.FromSeconds(seconds)));
        WebhookRetries.After(tries, 500, null, 1).ShouldBe((DeliveryVerdict.TryAgain, TimeSpan.FromSeconds(seconds * 1.2)));
    }

    [Theory]
    [InlineData(200, DeliveryVerdict.Delivered)]
    [InlineData(204, DeliveryVerdict.Delivered)]
    [InlineData(299, DeliveryVerdict.Delivered)]
    [InlineData(301, DeliveryVerdict.TryAgain)]
    [InlineData(304, DeliveryVerdict.TryAgain)]
    [InlineData(400, DeliveryVerdict.TryAgain)]
    [InlineData(404, DeliveryVerdict.TryAgain)]
    [InlineData(410, DeliveryVerdict.Gone)]
    [InlineData(429, DeliveryVerdict.TryAgain)]
    [InlineData(500, DeliveryVerdict.TryAgain)]
    [InlineData(null, DeliveryVerdict.TryAgain)]
    public void Only_an_answer_in_the_two_hundreds_is_a_yes(int? status, DeliveryVerdict verdict) =>
        WebhookRetries.After(1, status, null, 0).Verdict.ShouldBe(verdict);

    [Fact]
    public void The_tenth_try_is_the_last_whatever_it_asks_for()
    {
        WebhookRetries.After(10, 503, TimeSpan.FromMinutes(1), 0).ShouldBe((DeliveryVerdict.GiveUp, null));
        WebhookRetries.After(10, 200, null, 0).Verdict.ShouldBe(DeliveryVerdict.Delivered);
    }

    [Theory]
    [InlineData(429, 120, 120)]
    [InlineData(502, 120, 120)]
    [InlineData(503, 120, 120)]
    [InlineData(504, 120, 120)]
    [InlineData(500, 120, 5)]
    [InlineData(301, 120, 5)]
    [InlineData(429, 1, 5)]
    [InlineData(429, -10, 5)]
    [InlineData(429, 10_000_000, 86400)]
    public void What_asks_for_less_is_left_alone_for_as_long_as_it_says_within_a_day(int status, int asked, int waits) =>
        WebhookRetries.After(1, status, TimeSpan.FromSeconds(asked), 0).Wait.ShouldBe(TimeSpan.FromSeconds(waits));

    [Fact]
    public void An_address_that_fails_rests_a_minute_at_most_unless_it_asks_for_more()
    {
        new[] { 1, 2, 11, 12, 500 }.Select(failures => WebhookRetries.Rest(failures, null).TotalSeconds).ShouldBe([5, 10, 55, 60, 60]);
        WebhookRetries.Rest(1, TimeSpan.FromHours(2)).ShouldBe(TimeSpan.FromHours(2));
        WebhookRetries.Rest(12, TimeSpan.FromSeconds(1)).ShouldBe(TimeSpan.FromMinutes(1));
    }
}

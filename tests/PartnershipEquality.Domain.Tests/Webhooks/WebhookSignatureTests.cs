using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Domain.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    /// <summary>The example that the specification's own libraries are tested with.</summary>
    [Fact]
    public void The_signature_is_that_of_the_specifications_example() =>
        WebhookSignature.Sign(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek",
            DateTimeOffset.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}")
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void Two_secrets_make_two_signatures_the_newest_first()
    {
        var (newer, older, at) = (WebhookSignature.NewSecret(), WebhookSignature.NewSecret(), DateTimeOffset.UnixEpoch.AddDays(20_000));
        WebhookSignature.Sign([newer, older], "evt", at, "{}")
            .ShouldBe($"{WebhookSignature.Sign([newer], "evt", at, "{}")} {WebhookSignature.Sign([older], "evt", at, "{}")}");
    }

    [Fact]
    public void A_secret_is_thirty_two_random_bytes_that_say_what_they_are()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => WebhookSignature.NewSecret()).ToList();
        secrets.Distinct().Count().ShouldBe(100);
        secrets.ShouldAllBe(s => s.StartsWith("whsec_") && Convert.FromBase64String(s.Substring(6)).Length == 32);
    }
}

using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Domain.Tests.Webhooks;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://hooks.example.org/equality", "https://hooks.example.org/equality")]
    [InlineData("HTTPS://Hooks.Example.ORG:443/a?b=c", "https://hooks.example.org/a?b=c")]
    [InlineData("https://hooks.example.org:8443/", "https://hooks.example.org:8443/")]
    [InlineData("https://1.1.1.1/", "https://1.1.1.1/")]
    [InlineData("https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/")]
    [InlineData("https://hooks.example.org", "https://hooks.example.org/")]
    public void A_public_https_address_is_taken_in_one_spelling(string given, string kept) =>
        WebhookAddress.Read(given, allowPrivate: false).ShouldBe(kept);

    [Theory]
    [InlineData("", "format")]
    [InlineData("hooks.example.org", "format")]
    [InlineData("/v1/me", "scheme", "format")]
    [InlineData(" https://hooks.example.org/", "format")]
    [InlineData("https://hooks.example.org/a b", "format")]
    [InlineData("https://hooks.example.org/\r\nHost: x", "format")]
    [InlineData("https:\\\\hooks.example.org", "format")]
    [InlineData("https://", "format")]
    [InlineData("https://hooks.example.org/#part", "format")]
    [InlineData("http://hooks.example.org/", "scheme")]
    [InlineData("ftp://hooks.example.org/", "scheme")]
    [InlineData("file:///etc/passwd", "scheme", "format")]
    [InlineData("gopher://hooks.example.org/", "scheme")]
    [InlineData("http://127.0.0.1:5080/", "scheme")]
    [InlineData("https://user@hooks.example.org/", "user-info")]
    [InlineData("https://user:secret@hooks.example.org/", "user-info")]
    [InlineData("https://hooks.example.org:22/", "port")]
    [InlineData("https://hooks.example.org:80/", "port")]
    [InlineData("https://localhost/", "not-public")]
    [InlineData("https://LOCALHOST./", "not-public")]
    [InlineData("https://x.localhost/", "not-public")]
    [InlineData("https://intranet/", "not-public")]
    [InlineData("https://127.0.0.1/", "not-public")]
    [InlineData("https://2130706433/", "not-public")]
    [InlineData("https://0x7f000001/", "not-public")]
    [InlineData("https://0177.0.0.1/", "not-public")]
    [InlineData("https://127.1/", "not-public")]
    [InlineData("https://169.254.169.254/latest/meta-data", "not-public")]
    [InlineData("https://[::1]/", "not-public")]
    [InlineData("https://[::ffff:127.0.0.1]/", "not-public")]
    [InlineData("https://[fe80::1%25eth0]/", "not-public")]
    [InlineData("https://[fd00:ec2::254]/", "not-public")]
    public void Any_other_is_refused_by_what_is_wrong_with_it(string given, string code, string? orCode = null)
    {
        var error = Should.Throw<Refusal>(() => WebhookAddress.Read(given, allowPrivate: false)).Errors.ShouldHaveSingleItem();
        error.Pointer.ShouldBe("#/url");
        new[] { code, orCode }.ShouldContain(error.Code);
    }

    [Fact]
    public void An_address_of_two_thousand_characters_is_the_longest()
    {
        var start = "https://hooks.example.org/";
        WebhookAddress.Read(start + new string('a', WebhookAddress.MaxLength - start.Length), allowPrivate: false).Length.ShouldBe(
            WebhookAddress.MaxLength);
        Should.Throw<Refusal>(
            () => WebhookAddress.Read(start + new string('a', WebhookAddress.MaxLength - start.Length + 1), allowPrivate: false));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/hook", true)]
    [InlineData("http://localhost:5080/hook", true)]
    [InlineData("http://[::1]:5080/", true)]
    [InlineData("https://intranet/", true)]
    [InlineData("https://10.0.0.1/", true)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://hooks.example.org/", false)]
    public void Where_private_ones_are_allowed_http_is_for_the_machine_itself(string given, bool taken)
    {
        if (taken)
        {
            WebhookAddress.Read(given, allowPrivate: true).ShouldBe(given);
        }
        else
        {
            Should.Throw<Refusal>(() => WebhookAddress.Read(given, allowPrivate: true)).Errors.ShouldHaveSingleItem().Code.ShouldBe(
                "scheme");
        }
    }
}

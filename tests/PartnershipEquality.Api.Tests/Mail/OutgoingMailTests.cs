using PartnershipEquality.Api.Outside.Mail;

namespace PartnershipEquality.Api.Tests.Mail;

public sealed class OutgoingMailTests
{
    [Theory]
    [InlineData("Hello\r\nBcc: everyone@example.org")]
    [InlineData("Hello\nBcc: everyone@example.org")]
    [InlineData("Hello\u0000")]
    [InlineData("Hello\u2028there")]
    [InlineData("Hello\u0085there")]
    public void No_text_can_add_a_header(string injected)
    {
        Refused(() => SampleMail.Message(subject: injected));
        Refused(() => SampleMail.Message(toName: injected));
        Refused(() => SampleMail.Message(fromName: injected));
        Refused(() => SampleMail.Message(messageId: $"<{injected}@example.org>"));
        Refused(() => SampleMail.Message(replyTo: $"{injected}@example.org"));
        Refused(() => SampleMail.Message(from: $"{injected}@example.org"));
        Refused(() => SampleMail.Message(to: $"{injected}@example.org"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@example.org, bob@example.org")]
    [InlineData("ann@example.org;bob@example.org")]
    [InlineData("siân@example.org")]
    public void An_address_that_is_none_is_the_addresss_fault(string to)
    {
        var refused = Should.Throw<MailRefusedException>(() => SampleMail.Message(to: to));

        refused.Permanent.ShouldBeTrue();
        refused.AddressRefused.ShouldBeTrue();
    }

    [Theory]
    [InlineData("no-brackets@example.org")]
    [InlineData("<nothing>")]
    [InlineData("<@example.org>")]
    [InlineData("<a@b@c>")]
    [InlineData("<a b@c>")]
    public void A_message_id_is_whole(string messageId) =>
        Refused(() => SampleMail.Message(messageId: messageId));

    private static void Refused(Action make) => Should.Throw<MailRefusedException>(make).Permanent.ShouldBeTrue();
}

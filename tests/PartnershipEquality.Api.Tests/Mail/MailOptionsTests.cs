using Microsoft.Extensions.Configuration;
using PartnershipEquality.Api.Outside.Mail;

namespace PartnershipEquality.Api.Tests.Mail;

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("", "Mail:Transport")]
    [InlineData("Transport=none", "Mail:Transport")]
    [InlineData("Transport=smtp", "Mail:From")]
    [InlineData("Transport=smtp;From=a@example.org", "Mail:Smtp:Host")]
    [InlineData("Transport=pickup;From=a@example.org", "Mail:PickupFolder")]
    public void What_is_missing_is_named(string settings, string named)
    {
        var options = Bound(settings);

        options.IsConfigured.ShouldBeFalse();
        options.WhyNotConfigured.ShouldNotBeNull().ShouldContain(named);
        options.OpenTransport(TimeProvider.System).ShouldBeNull();
    }

    [Theory]
    [InlineData("Transport=smtp;From=a@example.org;Smtp:Host=mail.example.org", "smtp")]
    [InlineData("Transport=Pickup;From=a@example.org;PickupFolder=/var/mail/out", "pickup")]
    public void A_whole_configuration_opens_its_transport(string settings, string name)
    {
        var options = Bound(settings);

        options.IsConfigured.ShouldBeTrue();
        options.OpenTransport(TimeProvider.System).ShouldNotBeNull().Name.ShouldBe(name);
    }

    [Fact]
    public void The_mail_server_is_encrypted_unless_said_otherwise()
    {
        Bound("Transport=smtp").Smtp.StartTls.ShouldBeTrue();
        Bound("Smtp:StartTls=false;Smtp:Port=25").Smtp.StartTls.ShouldBeFalse();
    }

    private static MailOptions Bound(string settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('='))
            .Select(pair => KeyValuePair.Create($"{MailOptions.Section}:{pair[0]}", (string?)pair[1])))
        .Build()
        .GetSection(MailOptions.Section)
        .Get<MailOptions>() ?? new MailOptions();
}

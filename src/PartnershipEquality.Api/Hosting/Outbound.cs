using System.Net;
using PartnershipEquality.Api.Features.Mail;
using PartnershipEquality.Api.Features.Webhooks;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Outside.Mail.Notify;
using PartnershipEquality.Api.Outside.Webhooks;

namespace PartnershipEquality.Api.Hosting;

/// <summary>
/// What leaves the process: mail, by the way that configuration names or the organisation's own, and events to the addresses that
/// organisations name.
/// </summary>
public static class Outbound
{
    public static void AddOutbound(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(MailFrom(configuration));
        services.AddSingleton(new PublicAddress(configuration));
        services.AddSingleton(BankHolidays.From(configuration));
        // Absent when mail is not configured: digests are then made and wait.
        services.AddSingleton(provider => new MailRoute(
            provider.GetRequiredService<MailOptions>().OpenTransport(provider.GetRequiredService<TimeProvider>())));
        services.AddSingleton(configuration.GetSection(NotifyOptions.Section).Get<NotifyOptions>() ?? new NotifyOptions());
        services.AddSingleton<NotifyService>();
        services.AddSingleton<MailWay>();
        services.AddSingleton<MailHandOver>();
        services.AddSingleton(configuration.GetSection(WebhookOptions.Section).Get<WebhookOptions>() ?? new WebhookOptions());
        services.AddSingleton<NameLookup>(Dns.GetHostAddressesAsync);
        services.AddSingleton<Dial>(PublicConnections.DialAsync);
        services.AddSingleton<PublicConnections>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookDisabledMail>();
    }

    /// <summary>The mail settings; a pickup folder that is not a whole path lies beside the private database.</summary>
    public static MailOptions MailFrom(IConfiguration configuration)
    {
        var mail = configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions();
        if (mail.PickupFolder.Length > 0 && !Path.IsPathRooted(mail.PickupFolder))
        {
            mail.PickupFolder = Path.Combine(OpenDatabases.FolderOf(configuration), mail.PickupFolder);
        }

        return mail;
    }
}

using PartnershipEquality.Api.Outside.Mail;

namespace PartnershipEquality.Api.Hosting;

/// <summary>What leaves the process: mail, by the way that configuration names.</summary>
public static class Outbound
{
    public static void AddOutbound(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions());
        // Absent when mail is not configured: digests are then made and wait.
        services.AddSingleton(provider => new MailRoute(
            provider.GetRequiredService<MailOptions>().OpenTransport(provider.GetRequiredService<TimeProvider>())));
    }
}

/// <summary>The way mail goes out; none while it is not configured.</summary>
public sealed record MailRoute(IMailTransport? Transport);

using System.Globalization;
using Microsoft.AspNetCore.Http;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace PartnershipEquality.Api.Tests.Webhooks;

/// <summary>Checks events with the package StandardWebhooks, as a receiver would: it knows nothing of ours.</summary>
internal static class StandardReceiver
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Why the receiver refuses an event, or null where it takes it. It goes by the machine's clock.</summary>
    public static string? Refusal(string secret, ReceivedEvent received)
    {
        var headers = new HeaderDictionary();
        foreach (var (name, value) in received.Headers)
        {
            headers[name] = value;
        }

        try
        {
            new StandardWebhook(secret).Verify(received.Body, headers);
            return null;
        }
        catch (WebhookVerificationException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>
    /// Whether an event says that it was sent at a moment of the test's own clock, and one of its signatures is the package's.
    /// </summary>
    public static bool IsSigned(string secret, ReceivedEvent received, DateTimeOffset at)
    {
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(received.Headers["webhook-timestamp"], CultureInfo.InvariantCulture));
        var signature = new StandardWebhook(secret).Sign(received.Id, sent, received.Body);
        return (at - sent).Duration() <= Tolerance && received.Headers["webhook-signature"].Split(' ').Contains(signature);
    }
}

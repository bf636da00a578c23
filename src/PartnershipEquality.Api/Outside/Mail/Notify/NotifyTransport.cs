using System.Globalization;
using System.Text.RegularExpressions;
using Notify.Client;
using Notify.Exceptions;

namespace PartnershipEquality.Api.Outside.Mail.Notify;

/// <summary>What Notify says became of a message.</summary>
public enum MailOutcome
{
    /// <summary>Notify has it, or has handed it on and waits to hear.</summary>
    OnItsWay,
    Delivered,

    /// <summary>Its permanent-failure: the address does not exist or takes nothing.</summary>
    AddressRefused,

    /// <summary>Its temporary-failure or technical-failure: this attempt came to nothing, another may not.</summary>
    NotDelivered,

    /// <summary>Notify does not know the message, or nobody can be asked.</summary>
    Unknown,
}

/// <summary>
/// Sends through one organisation's account with GOV.UK Notify. Notify does not refuse a repeat by itself, so it is
/// asked by our reference first: a message whose handing over we never learnt of is found there and not sent again.
/// </summary>
public sealed partial class NotifyTransport(NotificationClient client, Guid template, Guid? replyTo, string ownLinks, TimeSpan patience)
    : IMailTransport
{
    public string Name => "notify";

    /// <summary>Sending asks twice: whether the message is there already, then for it to be sent.</summary>
    public TimeSpan Patience => 2 * patience;

    public async Task<string?> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var reference = mail.MessageId.Trim('<', '>');
        var before = await CallAsync(() => client.GetNotificationsAsync(reference: reference), sending: false, cancellationToken);
        if (before.notifications?.Find(n => n.reference == reference
            && FateOf(n.status) is MailOutcome.OnItsWay or MailOutcome.Delivered) is { } there)
        {
            return there.id;
        }

        var values = new Dictionary<string, dynamic> { ["subject"] = mail.Subject, ["body"] = NotifyMarkdown.Of(mail.Text, ownLinks) };
        return (await CallAsync(() => client.SendEmailAsync(mail.To, template.ToString(), values, reference, replyTo?.ToString()),
            sending: true, cancellationToken)).id;
    }

    /// <summary>What became of a message.</summary>
    public async Task<MailOutcome> AskAsync(string sentAs, CancellationToken cancellationToken)
    {
        try
        {
            return FateOf((await CallAsync(() => client.GetNotificationByIdAsync(sentAs), sending: false, cancellationToken)).status);
        }
        catch (MailRefusedException refused) when (refused.InnerException is NotifyClientException unknown && StatusOf(unknown) == 404)
        {
            return MailOutcome.Unknown;
        }
    }

    private static MailOutcome FateOf(string? status) => status switch
    {
        "created" or "sending" or "pending" or "accepted" or "received" or "sent" => MailOutcome.OnItsWay,
        "delivered" => MailOutcome.Delivered,
        "permanent-failure" => MailOutcome.AddressRefused,
        "temporary-failure" or "technical-failure" or "virus-scan-failed" or "validation-failed" or "cancelled" => MailOutcome.NotDelivered,
        _ => MailOutcome.OnItsWay,
    };

    private static async Task<T> CallAsync<T>(Func<Task<T>> call, bool sending, CancellationToken ct)
    {
        try
        {
            // The library waits for its answers on the calling thread.
            return await Task.Run(call, ct).WaitAsync(ct);
        }
        catch (NotifyClientException said)
        {
            throw Judge(said);
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException or AggregateException
            && !ct.IsCancellationRequested)
        {
            var reason = away.GetBaseException().Message;
            throw new MailRefusedException(permanent: false, sending
                ? MailFault.Uncertain : MailFault.Channel, $"GOV.UK Notify does not answer: {reason}", away);
        }
    }

    // What is wrong with one message is told apart from what is wrong with the account, since the latter holds for every
    // message: those wait as they are until somebody has mended the key or the template.
    private static MailRefusedException Judge(NotifyClientException said)
    {
        var message = said.Message;
        return StatusOf(said) switch
        {
            400 when AboutAddress().IsMatch(message) => new MailRefusedException(true, MailFault.Address, Short(message), said),
            400 when AboutLength().IsMatch(message) => new MailRefusedException(true, MailFault.Message, Short(message), said),
            400 or 401 or 403 or 404 =>
                new MailRefusedException(false, MailFault.Channel, $"GOV.UK Notify refuses the key or the template: {Short(message)}",
                    said),
            _ => new MailRefusedException(false, MailFault.Channel, $"GOV.UK Notify cannot take it now: {Short(message)}", said),
        };
    }

    private static int StatusOf(NotifyClientException said) =>
        Status().Match(said.Message) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    private static string Short(string message) => message.Length > 300 ? message[..300] : message;

    [GeneratedRegex(@"^Status code (\d{3})")]
    private static partial Regex Status();

    [GeneratedRegex("email_address[^,}]*(not a valid|required|too short|too long)", RegexOptions.IgnoreCase)]
    private static partial Regex AboutAddress();

    [GeneratedRegex("character count|longer than|too long|too big|larger than", RegexOptions.IgnoreCase)]
    private static partial Regex AboutLength();
}

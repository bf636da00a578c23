using System.Collections.Concurrent;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>Hands mail to a mail server. A connection that served stays open for the next message, until there is none.</summary>
public sealed class SmtpTransport(SmtpOptions options, TimeProvider time) : IMailTransport
{
    private readonly ConcurrentBag<SmtpClient> _open = [];

    public string Name => "smtp";

    public TimeSpan Patience => TimeSpan.FromSeconds(options.TimeoutSeconds);

    public async Task<string?> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MimeMail.From(mail, time.GetUtcNow());
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(Patience);
        var client = _open.TryTake(out var connected) ? connected : new SmtpClient();
        var isSending = false;
        var isServed = false;
        try
        {
            if (!client.IsConnected)
            {
                await ConnectAsync(client, inTime.Token);
            }

            isSending = true;
            await client.SendAsync(MimeMail.Format, message, inTime.Token);
            isServed = true;
            _open.Add(client);
            return null;
        }
        catch (SmtpCommandException refused) when (isSending)
        {
            throw Judge(refused);
        }
        catch (Exception failed) when (IsTheServers(failed))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reason = failed is OperationCanceledException
                ? $"The mail server did not answer within {options.TimeoutSeconds} seconds." : failed.Message;
            // Until the message is being sent, nothing can have been said about it; a log-in that is demanded is about all of them.
            var isAboutTheWay = !isSending || failed is ServiceNotAuthenticatedException;
            throw new MailRefusedException(permanent: false, isAboutTheWay ? MailFault.Channel : MailFault.Uncertain, reason, failed);
        }
        finally
        {
            if (!isServed)
            {
                // After a refusal the conversation may stand anywhere, so the next message begins a new one.
                client.Dispose();
            }
        }
    }

    public async Task RestAsync()
    {
        while (_open.TryTake(out var client))
        {
            using (client)
            using (var inTime = new CancellationTokenSource(Patience))
            {
                try
                {
                    await client.DisconnectAsync(quit: true, inTime.Token);
                }
                catch (Exception failed) when (IsTheServers(failed))
                {
                    // It was leaving anyway, and every message is with the server.
                }
            }
        }
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken ct)
    {
        // Mail servers of one's own often have certificates whose list of revocations cannot be reached from here.
        client.CheckCertificateRevocation = false;
        await client.ConnectAsync(options.Host, options.Port, options.StartTls
            ? SecureSocketOptions.StartTls : SecureSocketOptions.None, ct);
        if (!string.IsNullOrEmpty(options.User))
        {
            await client.AuthenticateAsync(options.User, options.Password ?? "", ct);
        }
    }

    /// <summary>What a mail server, or its absence, can bring about; anything else is a fault of ours and is not hidden.</summary>
    private static bool IsTheServers(Exception failed) => failed is
        SmtpCommandException or ProtocolException or ServiceNotAuthenticatedException or ServiceNotConnectedException
            or SslHandshakeException
        or AuthenticationException or NotSupportedException or IOException or SocketException or OperationCanceledException;

    // A code of 500 to 504 or 530 to 538 is about the connection or our log-in, an enhanced status 5.7.x about policy: a
    // blocked sender, or relaying denied. None of these says that an address is wrong, and all can be mended, so they are
    // worth trying again.
    private static MailRefusedException Judge(SmtpCommandException refused)
    {
        var code = (int)refused.StatusCode;
        var said = $"{code} {refused.Message}";
        var permanent = code is (>= 505 and < 530) or (>= 539 and < 600) && !said.Contains(" 5.7.", StringComparison.Ordinal);
        var fault = permanent && refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? MailFault.Address
            : code is 421 or (>= 500 and < 505) or (>= 530 and < 539) ? MailFault.Channel
            : MailFault.Message;
        return new MailRefusedException(permanent, fault, said, refused);
    }
}

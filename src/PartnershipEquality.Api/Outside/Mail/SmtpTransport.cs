using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>Hands mail to a mail server. A connection that served stays open for the next message, until there is none.</summary>
public sealed class SmtpTransport(SmtpOptions options) : IMailTransport
{
    private readonly ConcurrentBag<SmtpClient> open = [];

    public string Name => "smtp";

    public async Task<string?> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = Compose(mail);
        var client = open.TryTake(out var connected) ? connected : new SmtpClient(options.Host, options.Port)
        {
            EnableSsl = options.StartTls,
            UseDefaultCredentials = false,
            Credentials = string.IsNullOrEmpty(options.User) ? null : new NetworkCredential(options.User, options.Password),
        };

        // SmtpClient.Timeout is not heeded when sending asynchronously.
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        var served = false;
        try
        {
            await client.SendMailAsync(message, inTime.Token);
            served = true;
            open.Add(client);
            return null;
        }
        catch (SmtpException refused)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Judge(refused);
        }
        catch (Exception failed) when (failed is OperationCanceledException or IOException or AuthenticationException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new MailRefusedException(
                permanent: false,
                failed is AuthenticationException ? MailFault.Channel : MailFault.Uncertain,
                failed is OperationCanceledException ? $"The mail server did not answer within {options.TimeoutSeconds} seconds." : failed.Message,
                failed);
        }
        finally
        {
            if (!served)
            {
                // After a refusal the conversation may stand anywhere, so the next message begins a new one.
                client.Dispose();
            }
        }
    }

    public void Rest()
    {
        while (open.TryTake(out var client))
        {
            client.Dispose();
        }
    }

    private static MailMessage Compose(OutgoingMail mail)
    {
        var message = new MailMessage(
            new MailAddress(mail.From, mail.FromName, Encoding.UTF8), new MailAddress(mail.To, mail.ToName, Encoding.UTF8))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        if (mail.ReplyTo is not null)
        {
            message.ReplyToList.Add(mail.ReplyTo);
        }

        message.Headers["Message-ID"] = mail.MessageId;

        // RFC 3834: keeps out-of-office replies from answering a program.
        message.Headers["Auto-Submitted"] = "auto-generated";

        // The part that a reader should prefer comes last (RFC 2046, 5.1.4).
        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string content, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(content.ReplaceLineEndings("\r\n"), Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    // A code of 500 to 504 or 530 to 538 is about the connection or our log-in, an enhanced status 5.7.x about policy: a
    // blocked sender, or relaying denied, which is all that a wrong password shows, since SmtpClient goes on without the
    // log-in. None of these says that an address is wrong, and all can be mended, so they are worth trying again.
    private static MailRefusedException Judge(SmtpException refused)
    {
        var code = (int)refused.StatusCode;
        var permanent = code is (>= 505 and < 530) or (>= 539 and < 600) && !refused.Message.Contains(" 5.7.", StringComparison.Ordinal);
        var inner = refused.InnerException is SmtpException ? null : refused.InnerException;
        var fault = permanent && refused is SmtpFailedRecipientException ? MailFault.Address
            : code is 421 or (>= 500 and < 505) or (>= 530 and < 539) ? MailFault.Channel
            // No reply at all: nobody was there to be told of the message, or somebody left in the middle of it.
            : code < 0 ? inner is IOException { InnerException: not SocketException { SocketErrorCode: SocketError.ConnectionRefused } } ? MailFault.Uncertain : MailFault.Channel
            : MailFault.Message;
        return new MailRefusedException(permanent, fault, inner is null ? refused.Message : $"{refused.Message} {inner.Message}", refused);
    }
}

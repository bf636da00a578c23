using System.Security.Cryptography;
using System.Text;

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>
/// Writes each message as an .eml file that any mail program opens: for development, and for servers that collect mail
/// from a folder. The file is named after the message, so sending it again replaces it.
/// </summary>
public sealed class PickupFolderTransport(string folder, TimeProvider time) : IMailTransport
{
    public string Name => "pickup";

    public async Task<string?> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var final = Path.Combine(folder, FileName(mail.MessageId));
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            await WriteAsync(unfinished, mail, cancellationToken);
            File.Move(unfinished, final, overwrite: true);
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new MailRefusedException(permanent: false, MailFault.Channel, failed.Message, failed);
        }
        finally
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    private async Task WriteAsync(string path, OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MimeMail.From(mail, time.GetUtcNow());
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await message.WriteToAsync(MimeMail.Format, file, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    // The hash tells apart what file systems do not: letter case, and whatever was cut or replaced.
    private static string FileName(string messageId)
    {
        var readable = new string(
            [.. messageId.Trim('<', '>').Take(100).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '.')]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)));
        return $"{readable.TrimStart('.')}-{hash[..12]}.eml";
    }
}

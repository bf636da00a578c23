namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>Takes one message out of the process. Returning means that the other side took it over.</summary>
public interface IMailTransport
{
    /// <summary>As configuration and health pages say it.</summary>
    string Name { get; }

    /// <exception cref="MailRefusedException">The message was not taken; it says whether trying again can help.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

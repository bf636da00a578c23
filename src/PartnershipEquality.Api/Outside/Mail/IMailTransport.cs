namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>Takes one message out of the process. Returning means that the other side took it over.</summary>
public interface IMailTransport
{
    /// <summary>As configuration, health pages and the list of mails say it.</summary>
    string Name { get; }

    /// <summary>How long the other side is waited for at most; after that nothing more comes of a try.</summary>
    TimeSpan Patience => TimeSpan.FromSeconds(30);

    /// <summary>Answers the name under which the other side tells later what became of the message; null where it tells nothing.</summary>
    /// <exception cref="MailRefusedException">The message was not taken; it says whether trying again can help.</exception>
    Task<string?> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>No more mail for now: what was kept open for the next message is closed.</summary>
    Task RestAsync() => Task.CompletedTask;
}

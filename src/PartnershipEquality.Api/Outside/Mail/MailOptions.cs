namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>By which way mail leaves.</summary>
public enum MailTransportKind
{
    None,
    Smtp,
    Pickup,
}

/// <summary>The configuration section "Mail".</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    public MailTransportKind Transport { get; set; }

    /// <summary>The sender's address of organisations that have not set one of their own.</summary>
    public string From { get; set; } = "";

    public string FromName { get; set; } = "PartnershipEquality";

    public string? ReplyTo { get; set; }

    public SmtpOptions Smtp { get; set; } = new();

    public string PickupFolder { get; set; } = "";

    /// <summary>The domain of Message-IDs: the sender's, so that they are unlike everybody else's.</summary>
    public string Domain =>
        From.Split('@') is [_, { Length: > 0 } domain] && domain.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            ? domain : "localhost";

    public bool IsConfigured => WhyNotConfigured is null;

    /// <summary>Which setting is missing, in words for whoever can set it; null where mail can go out.</summary>
    public string? WhyNotConfigured => Transport switch
    {
        MailTransportKind.None => "Mail is not configured: set Mail:Transport to smtp or pickup. Until then no reminder leaves.",
        _ when string.IsNullOrWhiteSpace(From) => "Mail is not configured: set Mail:From to the sender's address.",
        MailTransportKind.Smtp when string.IsNullOrWhiteSpace(Smtp.Host) => "Mail is not configured: set Mail:Smtp:Host.",
        MailTransportKind.Pickup when string.IsNullOrWhiteSpace(PickupFolder) => "Mail is not configured: set Mail:PickupFolder.",
        _ => null,
    };

    /// <summary>The transport chosen; null where mail is not configured.</summary>
    public IMailTransport? OpenTransport(TimeProvider time) => (IsConfigured, Transport) switch
    {
        (true, MailTransportKind.Smtp) => new SmtpTransport(Smtp, time),
        (true, MailTransportKind.Pickup) => new PickupFolderTransport(PickupFolder, time),
        _ => null,
    };
}

/// <summary>The mail server, under "Mail:Smtp".</summary>
public sealed class SmtpOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>Encrypts by STARTTLS and sends nothing to a server that does not offer it.</summary>
    public bool StartTls { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }

    public int TimeoutSeconds { get; set; } = 30;
}

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>The way out is shut. The mails wait as they are, and the whole work is tried again later.</summary>
public sealed class MailStoppedException(string reason) : Exception(reason);

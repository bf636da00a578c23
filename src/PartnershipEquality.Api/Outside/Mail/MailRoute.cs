namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>The way mail goes out; none while it is not configured.</summary>
public sealed record MailRoute(IMailTransport? Transport);

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>What stood in a message's way.</summary>
public enum MailFault
{
    /// <summary>The other side would not take this message.</summary>
    Message,

    /// <summary>The recipient's address: no message to it can arrive.</summary>
    Address,

    /// <summary>The way out itself. Nothing was said about the message, and no other would fare better.</summary>
    Channel,

    /// <summary>The other side fell silent half-way: whether it took the message is not known.</summary>
    Uncertain,
}

/// <summary>A message was not taken, as far as is known.</summary>
/// <param name="permanent">Sending the same message again cannot help.</param>
/// <param name="fault">What stood in its way.</param>
/// <param name="reason">What the other side said.</param>
/// <param name="inner">Where it came from, if from outside.</param>
public sealed class MailRefusedException(bool permanent, MailFault fault, string reason, Exception? inner = null)
    : Exception(reason, inner)
{
    public bool Permanent { get; } = permanent;

    public MailFault Fault { get; } = fault;

    public bool AddressRefused => Fault == MailFault.Address;
}

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>A message was not taken.</summary>
/// <param name="permanent">Sending the same message again cannot help.</param>
/// <param name="addressRefused">The recipient's address is at fault: no message to it can arrive.</param>
/// <param name="reason">What the other side said.</param>
/// <param name="inner">Where it came from, if from outside.</param>
public sealed class MailRefusedException(bool permanent, bool addressRefused, string reason, Exception? inner = null)
    : Exception(reason, inner)
{
    public bool Permanent { get; } = permanent;

    public bool AddressRefused { get; } = addressRefused;
}

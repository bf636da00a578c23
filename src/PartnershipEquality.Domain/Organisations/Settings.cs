using PartnershipEquality.Domain.Assignments;

namespace PartnershipEquality.Domain.Organisations;

/// <summary>What an organisation has chosen for itself.</summary>
public sealed class Settings : Versioned
{
    public required Guid OrganisationId { get; init; }

    /// <summary>Who reads a progress update that names no tier.</summary>
    public Tier DefaultTier { get; private set; }

    public string? MailFromName { get; private set; }

    public string? MailReplyTo { get; private set; }

    public void Change(Tier defaultTier, string? mailFromName, string? mailReplyTo)
    {
        if (defaultTier == Tier.Public)
        {
            throw Refusal.Field("#/defaultTier", "unknown-value",
                "Give private or partnership; public text is approved one update at a time.");
        }

        DefaultTier = defaultTier;
        MailFromName = mailFromName;
        MailReplyTo = mailReplyTo;
        Revise();
    }
}

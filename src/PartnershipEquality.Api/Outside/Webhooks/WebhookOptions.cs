namespace PartnershipEquality.Api.Outside.Webhooks;

/// <summary>The configuration section "Webhooks".</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>For development and tests: events also go to private addresses, and by http to this machine itself.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>How long one try may take in all, from the look-up of the name to the answer.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>How many organisations' events one worker sends at a time.</summary>
    public int Organisations { get; set; } = 32;

    /// <summary>How many events are under way to one address at a time.</summary>
    public int PerAddress { get; set; } = 4;

    public TimeSpan Timeout => TimeSpan.FromSeconds(Math.Clamp(TimeoutSeconds, 1, 30));
}

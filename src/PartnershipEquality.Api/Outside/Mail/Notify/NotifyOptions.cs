namespace PartnershipEquality.Api.Outside.Mail.Notify;

/// <summary>The configuration section "Notify": where GOV.UK Notify is. Keys and templates are each organisation's own.</summary>
public sealed class NotifyOptions
{
    public const string Section = "Notify";

    public string BaseUrl { get; set; } = "https://api.notifications.service.gov.uk/";

    public int TimeoutSeconds { get; set; } = 30;
}

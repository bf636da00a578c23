namespace PartnershipEquality.Api.Http;

/// <summary>Where people reach this program (<c>PublicUrl</c>): the start of the links in mails.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    private readonly string _root = (configuration["PublicUrl"] ?? "http://127.0.0.1:5080").TrimEnd('/');

    public string Root => _root;

    public string OfWebhook(Guid webhookId) => $"{_root}/v1/webhooks/{webhookId}";

    public string OfPosts => $"{_root}/v1/posts";

    public string OfLeaving(string token) => $"{_root}/v1/digest-messages/{token}";

    public string OfCalendar(string token) => $"{_root}/v1/calendar/{token}.ics";

    /// <summary>The host alone, for ids that have to be ours in the whole world.</summary>
    public string Host => new Uri(_root).Host;

    public string OfAssignment(Guid assignmentId) => $"{_root}/v1/assignments/{assignmentId}";
}

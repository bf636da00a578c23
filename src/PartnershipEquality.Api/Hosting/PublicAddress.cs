namespace PartnershipEquality.Api.Hosting;

/// <summary>Where people reach this program (<c>PublicUrl</c>): the start of the links in mails.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    private readonly string root = (configuration["PublicUrl"] ?? "http://127.0.0.1:5080").TrimEnd('/');

    public string Root => root;

    public string OfPosts => $"{root}/v1/posts";

    public string OfAssignment(Guid assignmentId) => $"{root}/v1/assignments/{assignmentId}";
}

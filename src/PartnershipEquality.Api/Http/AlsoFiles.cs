namespace PartnershipEquality.Api.Http;

/// <summary>
/// What else an operation answers, as files: one status has one shape in the framework's description, and these are beside it.
/// </summary>
/// <param name="ContentTypes">The media types of the files.</param>
public sealed record AlsoFiles(params string[] ContentTypes);

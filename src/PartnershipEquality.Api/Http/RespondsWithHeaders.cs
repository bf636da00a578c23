namespace PartnershipEquality.Api.Http;

/// <summary>Headers that an operation's success carries, each with what it says.</summary>
/// <param name="Headers">Their names and words.</param>
public sealed record RespondsWithHeaders(params (string Name, string Words)[] Headers);

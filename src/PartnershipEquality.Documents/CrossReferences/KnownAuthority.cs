namespace PartnershipEquality.Documents.CrossReferences;

/// <summary>An authority that a plan may name: by its code, its name, or an alias ("MDC" for MBC).</summary>
public sealed record KnownAuthority(Guid Id, string Code, string Name, IReadOnlyList<string> Aliases);

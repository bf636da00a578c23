namespace PartnershipEquality.Documents.Sources;

/// <summary>Where a person finds it in the file: the table, counted from 1, and the row under its number there.</summary>
public sealed record SourcePlace(int Table, int Row);

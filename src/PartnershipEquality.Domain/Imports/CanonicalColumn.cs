namespace PartnershipEquality.Domain.Imports;

/// <summary>One column of the canonical plan table: its heading, what to write in it, and an example for the template.</summary>
public sealed record CanonicalColumn(string Header, string Explanation, string Example, int MaxLength, bool Required = false);

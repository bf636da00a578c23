namespace PartnershipEquality.Api.OpenApi;

/// <summary>What some fields of a contract say in one place, where the words that they have everywhere would not fit.</summary>
internal sealed class ExampleFields() : Dictionary<string, object?>(StringComparer.Ordinal);

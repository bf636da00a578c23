using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>One column of the canonical plan table: its heading, what to write in it, and an example for the template.</summary>
public record CanonicalColumn(string Header, string Explanation, string Example, int MaxLength, bool Required = false);

/// <summary>A column of a canonical table that is none of a plan's: its cells are kept as notes under its heading.</summary>
/// <param name="Header">What stands over it.</param>
/// <param name="Heading">The heading of its notes.</param>
/// <param name="IsOfCommitment">They are the commitment's, and not the action's.</param>
internal sealed record NoteColumn(string Header, string Heading, bool IsOfCommitment)
    : CanonicalColumn(Header, "Kept as a note.", "", PlanLimits.Note);

using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Plans.Tables;

namespace PartnershipEquality.Documents.Plans;

/// <summary>What was understood of a document: the plan, what a person should look at, and where everything else in it went.</summary>
/// <param name="Tables">How each table was taken, for people to correct.</param>
/// <param name="Dropped">What was left away because it only repeats: headings of later pages, page footers.</param>
/// <param name="Narrative">The text around the tables and the tables that are no plan; null where there is none.</param>
/// <param name="Title">What the document calls itself, if it says.</param>
public sealed record PlanReadingResult(
    PlanProposal Plan,
    IReadOnlyList<RowProblem> Problems,
    IReadOnlyList<ReadTable> Tables,
    IReadOnlyList<DroppedText> Dropped,
    string? Narrative,
    string? Title);

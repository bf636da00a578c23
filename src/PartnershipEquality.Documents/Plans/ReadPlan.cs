using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Plans.Rows;

namespace PartnershipEquality.Documents.Plans;

/// <summary>What was understood of a document: the plan, what a person should look at, and where everything else in it went.</summary>
/// <param name="Tables">How each table was taken, for people to correct.</param>
/// <param name="Dropped">What was left away because it only repeats: headings of later pages, page footers.</param>
/// <param name="Narrative">The text around the tables and the tables that are no plan; null where there is none.</param>
/// <param name="Title">What the document calls itself, if it says.</param>
public sealed record ReadPlan(
    PlanProposal Plan,
    IReadOnlyList<RowProblem> Problems,
    IReadOnlyList<ReadTable> Tables,
    IReadOnlyList<DroppedText> Dropped,
    string? Narrative,
    string? Title);

/// <summary>How a table was taken.</summary>
/// <param name="Table">Its place among the document's tables, from 1.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="HeaderRow">The number of the row taken as its header; null where it has none.</param>
/// <param name="Continues">The earlier table whose columns it shares, since it goes on with it on another page.</param>
/// <param name="Columns">Its columns from left to right; none for a table left out.</param>
/// <param name="Rows">How many rows below the header were read.</param>
/// <param name="LeftOut">Why it is no part of the plan; null where it is.</param>
public sealed record ReadTable(int Table, string Name, int? HeaderRow, int? Continues, IReadOnlyList<ReadColumn> Columns, int Rows, string? LeftOut);

/// <summary>What a column was taken for.</summary>
/// <param name="Position">From 1.</param>
/// <param name="Heading">As written; empty where it has none.</param>
public sealed record ReadColumn(int Position, string Heading, PlanColumn TakenFor, ColumnCertainty Certainty);

/// <summary>Why a text was left away.</summary>
public enum DroppedKind
{
    RepeatedHeader,
    RepeatedHeading,
    PageFurniture,
}

/// <summary>A text that only repeats what stands elsewhere.</summary>
/// <param name="Table">The table it stood in; null for text between tables.</param>
public sealed record DroppedText(DroppedKind Kind, string Text, int? Table, int Row);

using PartnershipEquality.Documents.Plans.Columns;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>How a table was taken.</summary>
/// <param name="Table">Its place among the document's tables, from 1.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="HeaderRow">The number of the row taken as its header; null where it has none.</param>
/// <param name="Continues">The earlier table whose columns it shares, since it goes on with it on another page.</param>
/// <param name="Columns">Its columns from left to right; none for a table left out.</param>
/// <param name="Rows">How many rows below the header were read.</param>
/// <param name="LeftOut">Why it is no part of the plan; null where it is.</param>
public sealed record ReadTable(int Table, string Name, int? HeaderRow, int? Continues, IReadOnlyList<ReadColumn> Columns, int Rows,
    string? LeftOut);

/// <summary>What a column was taken for.</summary>
/// <param name="Position">From 1.</param>
/// <param name="Heading">As written; empty where it has none.</param>
public sealed record ReadColumn(int Position, string Heading, PlanColumn TakenFor, ColumnCertainty Certainty);

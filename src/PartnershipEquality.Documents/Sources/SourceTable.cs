namespace PartnershipEquality.Documents.Sources;

/// <summary>A table as it was found in a file: the cells as text, before anyone asks what they mean.</summary>
public sealed record SourceTable(string Name, IReadOnlyList<string> Header, IReadOnlyList<SourceRow> Rows);

/// <summary>One row of a source table, with the number (from 1) under which a person finds it in the file.</summary>
/// <param name="IsOneCell">The file itself makes it a single cell over several columns, as people set a heading.</param>
public sealed record SourceRow(int Number, IReadOnlyList<string> Cells, bool IsOneCell = false);

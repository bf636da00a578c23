using System.ComponentModel.DataAnnotations;

namespace PartnershipEquality.Domain.Imports;

/// <summary>What a person says about the tables of a document, against what the reader would have taken them for.</summary>
public sealed record ColumnMapping([property: Required, MaxLength(500)] IReadOnlyList<TableMapping> Tables)
{
    internal TableMapping? For(int table) =>
        Tables.FirstOrDefault(mapping => mapping.Table == table) ?? Tables.FirstOrDefault(mapping => mapping.Table is null);
}

/// <summary>What a person says about one table.</summary>
/// <param name="Table">The table, counted from 1; null for all that are not named by themselves.</param>
/// <param name="LeaveOut">It is no part of the plan: its words are kept as the scheme's text.</param>
/// <param name="HeaderRow">The number of its header row; null for what the reader finds.</param>
/// <param name="Columns">What columns mean; those not named mean what the reader finds.</param>
public sealed record TableMapping(int? Table, bool LeaveOut = false, int? HeaderRow = null, IReadOnlyList<MappedColumn>? Columns = null)
{
    internal PlanColumn? ColumnAt(int position, string heading) =>
        Columns?.FirstOrDefault(column => column.Position is { } at
            ? at == position
            : column.Heading is { } named && LooseWord.KeyOf(named) == LooseWord.KeyOf(heading))?.Column;
}

/// <summary>One column and what it means, found by its position (from 1) or else by its heading.</summary>
public sealed record MappedColumn(string? Heading, int? Position, PlanColumn Column);

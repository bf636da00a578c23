using System.ComponentModel.DataAnnotations;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>What a person says about the tables of a document, against what the reader would have taken them for.</summary>
public sealed record ColumnMapping([property: Required, MaxLength(500)] IReadOnlyList<TableMapping> Tables)
{
    /// <summary>Refuses what names nothing, and what says two things of one table or column: only one of them would be heard.</summary>
    /// <param name="pointer">Where the mapping stands in the request.</param>
    public void EnsureClear(string pointer)
    {
        var errors = new List<FieldError>();
        var tables = new HashSet<int?>();
        foreach (var (table, i) in Tables.Select((table, i) => (table, i)))
        {
            if (!tables.Add(table.Table))
            {
                errors.Add(new FieldError($"{pointer}/tables/{i}/table", "duplicate", table.Table is { } number
                    ? $"Table {number} is named twice; say all of it in one place."
                        : "Two entries are for all other tables; say all of it in one."));
            }

            var columns = new HashSet<string>();
            foreach (var (column, j) in (table.Columns ?? []).Select((column, j) => (column, j)))
            {
                var name = column.Position is { } at ? $"{at}" : column.Heading is { } heading ? $"\"{LooseWord.KeyOf(heading)}\"" : null;
                if (name is null)
                {
                    errors.Add(new FieldError($"{pointer}/tables/{i}/columns/{j}", "required",
                        "Name the column by its heading, or by its position from 1."));
                }
                else if (!columns.Add(name))
                {
                    errors.Add(new FieldError($"{pointer}/tables/{i}/columns/{j}", "duplicate",
                        "The column is named twice; say once what it means."));
                }
            }
        }

        if (errors.Count > 0)
        {
            throw Refusal.Invalid("validation", errors.Count == 1
                ? "One field needs correcting." : $"{errors.Count} fields need correcting.", [.. errors.Take(100)]);
        }
    }

    internal TableMapping? For(int table) =>
        Tables.FirstOrDefault(mapping => mapping.Table == table) ?? Tables.FirstOrDefault(mapping => mapping.Table is null);
}

/// <summary>What a person says about one table.</summary>
/// <param name="Table">The table, counted from 1; null for all that are not named by themselves.</param>
/// <param name="LeaveOut">It is no part of the plan: its words are kept as the scheme's text.</param>
/// <param name="HeaderRow">The number of its header row; null for what the reader finds.</param>
/// <param name="Columns">What columns mean; those not named mean what the reader finds.</param>
public sealed record TableMapping(
    [property: Range(1, int.MaxValue)] int? Table,
    bool LeaveOut = false,
    [property: Range(1, int.MaxValue)] int? HeaderRow = null,
    [property: MaxLength(500)] IReadOnlyList<MappedColumn>? Columns = null)
{
    internal PlanColumn? ColumnAt(int position, string heading) =>
        Columns?.FirstOrDefault(column => column.Position is { } at
            ? at == position
            : column.Heading is { } named && LooseWord.KeyOf(named) == LooseWord.KeyOf(heading))?.Column;
}

/// <summary>One column and what it means, found by its position (from 1) or else by its heading.</summary>
public sealed record MappedColumn([property: MaxLength(2000)] string? Heading, [property: Range(1, int.MaxValue)] int? Position,
    [property: Required] PlanColumn? Column);

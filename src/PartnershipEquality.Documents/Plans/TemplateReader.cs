using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans;

/// <summary>
/// Reads a table in the canonical columns into a proposed plan. Whatever the table holds, the answer is what could be read and what is
/// wrong
/// with the rest: it guesses nothing, drops nothing in silence and never throws.
/// Theme, reference and commitment carry on from the row above where they are blank; all other cells are taken as they stand.
/// </summary>
public static class TemplateReader
{
    public static (PlanProposal Plan, IReadOnlyList<RowProblem> Problems) Read(SourceTable table, IProgress<int>? rowsRead = null)
    {
        var problems = new ProblemList();
        var layout = LayOut(table, problems);
        if (!IsComplete(layout, problems) || !IsWithinLimit(table, problems))
        {
            return (PlanProposal.Empty, problems.All);
        }

        var assembly = new TemplateAssembly(problems);
        foreach (var (source, i) in table.Rows.Select((source, i) => (source, i)))
        {
            if (TemplateRow.Read(source, layout, problems) is { } row)
            {
                assembly.Add(row);
            }

            // The header is a row too.
            rowsRead?.Report(i + 2);
        }
        var plan = assembly.Finish();
        if (plan.Themes.Count == 0 && problems.All.All(problem => problem.Severity == ProblemSeverity.Warning))
        {
            problems.Error(null, null, "nothing-to-import", "The table has a heading, but no row that says anything.");
        }
        return (plan, problems.All);
    }

    /// <summary>What each position of the heading means: one of the plan's columns, or one of notes; null for what is not read.</summary>
    private static List<CanonicalColumn?> LayOut(SourceTable table, ProblemList problems)
    {
        var layout = new List<CanonicalColumn?>();
        foreach (var cell in table.Header)
        {
            var (header, _) = CellText.Read(cell);
            var column = CanonicalColumns.Find(header);
            if (column is null)
            {
                column = NotesOf(table, layout.Count, header, problems);
            }
            else if (layout.Contains(column))
            {
                problems.Error(null, column, "duplicate-column", $"Two columns are headed {ProblemList.Quote(column.Header)}.",
                    "Keep one of them.");
                column = null;
            }
            layout.Add(column);
        }
        return layout;
    }

    /// <summary>A column that is none of a plan's is kept as notes, and said to be, unless its heading says so itself.</summary>
    private static NoteColumn? NotesOf(SourceTable table, int position, string header, ProblemList problems)
    {
        if (header == CanonicalColumns.ProgressHeader)
        {
            return null;
        }

        if (header.Length == 0 && !table.Rows.Any(row => position < row.Cells.Count && !string.IsNullOrWhiteSpace(row.Cells[position])))
        {
            return null;
        }

        if (header.Length > PlanLimits.NoteHeading)
        {
            problems.Add(new RowProblem(null, null, "too-long", ProblemSeverity.Error,
                $"The heading {ProblemList.Quote(header)} has {header.Length} characters; at most {PlanLimits.NoteHeading} are kept.",
                    "Shorten it."));
            return null;
        }

        if (CanonicalColumns.FindNotes(header) is { Heading.Length: > 0 } notes)
        {
            return notes;
        }

        ReportUnknown(position, header, problems);
        return new NoteColumn(header, header.Length == 0 ? $"Column {position + 1}" : header, IsOfCommitment: false);
    }

    private static void ReportUnknown(int position, string header, ProblemList problems)
    {
        var nearest = LooseWord.Nearest(header, CanonicalColumns.All.Concat(CanonicalColumns.Beside).Select(column => column.Header));
        problems.Add(new RowProblem(null, header.Length == 0 ? null : header, "unknown-column", ProblemSeverity.Warning,
            header.Length == 0
                ? $"Column {position + 1} has no heading; its cells are kept as notes."
                : $"The column {ProblemList.Quote(header)} is not one of a plan's; its cells are kept as notes.",
            nearest is null ? "Rename it to one of the template's columns, or remove it." : $"Did you mean {ProblemList.Quote(nearest)}?"));
    }

    private static bool IsComplete(List<CanonicalColumn?> layout, ProblemList problems)
    {
        var missing = CanonicalColumns.All.Where(column => column.Required && !layout.Contains(column)).ToList();
        foreach (var column in missing)
        {
            problems.Error(null, column, "missing-column", $"No column is headed {ProblemList.Quote(column.Header)}.",
                "Add it: " + column.Explanation);
        }
        return missing.Count == 0;
    }

    private static bool IsWithinLimit(SourceTable table, ProblemList problems)
    {
        if (table.Rows.Count <= PlanLimits.Rows)
        {
            return true;
        }
        problems.Error(null, null, "too-many-rows", $"The table has {table.Rows.Count} rows; at most {PlanLimits.Rows} are read at a time.",
            "Import it in parts.");
        return false;
    }
}

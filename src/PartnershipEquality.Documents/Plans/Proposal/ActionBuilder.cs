using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>
/// Makes the cells of a row into the actions of the proposal: several where the cell holds several, each with its own owner and date where
/// the cells beside it are lists alike.
/// </summary>
internal sealed class ActionBuilder(ProblemList problems)
{
    private static readonly PlanColumn[] Corrected = [PlanColumn.Responsible, PlanColumn.Target, PlanColumn.CrossReference,
        PlanColumn.Status];
    private readonly HashSet<string> _lookAlikes = [];

    public IReadOnlyList<ProposedAction> Of(DraftAction row, string commitment, int before)
    {
        var asWritten = row[PlanColumn.Responsible];
        foreach (var column in Corrected)
        {
            row[column] = InLatinLetters(row, column);
        }

        var owners = OwnerInitials.Apart(row[PlanColumn.Responsible]);
        var (date, said) = StatusWords.FromDate(row[PlanColumn.Target]);
        var beside = Math.Max(LinesOf(row[PlanColumn.Responsible]), LinesOf(date));
        var number = NumberLabel.Of(row[PlanColumn.Action]);
        number = CellSplitter.NumbersItems(row[PlanColumn.Action]) ? null : number;
        var text = number is { Rest.Length: > 0 } ? number.Rest : row[PlanColumn.Action];
        var parts = CellSplitter.Actions(text, severalExpected: IsOfSeveral(row), beside);
        if (parts.Count > 1)
        {
            problems.Warning(row.Place, HeadingOf(row, PlanColumn.Action), "cell-separated",
                $"The cell holds {parts.Count} actions; each is one of its own.", "Join them, if they are one.");
        }

        var status = StatusOf(row, said, out var statusText);
        var label = number is null ? row.Number : number.Written ?? (row.Table.Has(PlanColumn.Commitment) ? number.Number : null);
        return [.. parts.Select((part, i) => new ProposedAction(
            $"{commitment}/{before + i + 1}",
            part.Text,
            CellText.OrNull(row[PlanColumn.Outcome]),
            CellText.OrNull(row[PlanColumn.Measures]),
            CellText.OrNull(Share(owners, parts.Count, i)),
            CellText.OrNull(row[PlanColumn.Resources]),
            CellText.OrNull(row[PlanColumn.Barriers]),
            CellText.OrNull(row[PlanColumn.Stakeholders]),
            i == 0 ? Milestones(row) : [],
            CellText.OrNull(date.Length > 0 ? Share(date, parts.Count, i) : DateWithin(row, part)),
            CellText.OrNull(row[PlanColumn.CrossReference]),
            row.Place)
        {
            Label = part.Label is null || label is null ? part.Label ?? label : $"{label} {part.Label}",
            ResponsibleAsWritten = owners == asWritten ? null : asWritten,
            Status = status,
            StatusText = CellText.OrNull(statusText),
            Notes = i == 0 ? [.. row.Notes] : [],
        })];
    }

    private string InLatinLetters(DraftAction row, PlanColumn column)
    {
        var (text, words) = LookAlikes.Read(row[column]);
        foreach (var (written, meant) in words.Where(word => _lookAlikes.Add(word.Written)))
        {
            problems.Warning(row.Place, HeadingOf(row, column), "look-alike-letters",
                $"\"{written}\" is written in letters of another alphabet; it is taken for \"{meant}\".", "Correct it, if it is not.");
        }

        return text;
    }

    /// <summary>The same line of a cell that has as many as there are actions; else the whole cell, which is for all of them.</summary>
    private static string Share(string cell, int parts, int at) =>
        parts > 1 && CellSplitter.Entries(cell) is var entries && entries.Count == parts ? entries[at] : cell;

    private string DateWithin(DraftAction row, CellPart part)
    {
        // What has milestones is dated by them; the words of the action then speak of its matter.
        if (row[PlanColumn.Target].Length > 0 || row[PlanColumn.Milestones].Length > 0
            || CellSplitter.TargetOf(part.Text) is not { } target)
        {
            return "";
        }

        if (row.Table.Has(PlanColumn.Target))
        {
            problems.Warning(row.Place, HeadingOf(row, PlanColumn.Target), "target-from-text",
                $"The date cell is blank; {ProblemList.Quote(target)} is taken from the action's words.",
                    "Correct it, if it is no target.");
        }

        return target;
    }

    private List<ProposedMilestone> Milestones(DraftAction row)
    {
        var parts = CellSplitter.Milestones(row[PlanColumn.Milestones]);
        foreach (var part in parts.Where(part => part.Target is null && parts.Any(other => other.Target is not null)))
        {
            problems.Warning(row.Place, HeadingOf(row, PlanColumn.Milestones), "milestone-undated",
                $"The milestone {ProblemList.Quote(part.Text)} has no date of its own.",
                    "Give it one, if the date beside it is meant for both.");
        }

        return [.. parts.Select(part => new ProposedMilestone(part.Text, part.Target))];
    }

    private AssignmentStatus? StatusOf(DraftAction row, string? said, out string text)
    {
        var (colour, update) = (row[PlanColumn.Status], row[PlanColumn.Update]);
        text = string.Join('\n', new[] { said, colour, update }.Where(words => !string.IsNullOrEmpty(words)));
        if (colour.Length > 0 && StatusWords.OfCell(colour) is { } status)
        {
            return status;
        }

        if (said is not null)
        {
            // One of several dates is done: that is not yet the action.
            if (said.Split('\n').Length == row[PlanColumn.Target].Split('\n').Length)
            {
                return AssignmentStatus.Completed;
            }

            problems.Warning(row.Place, HeadingOf(row, PlanColumn.Target), "status-partly",
                $"Only a part of the cell says {ProblemList.Quote(said)}, so no status is taken from it.", "Give the action's status.");
        }
        else if (colour.Length > 0)
        {
            problems.Warning(row.Place, HeadingOf(row, PlanColumn.Status), "status-unknown",
                $"{ProblemList.Quote(colour)} is no status that is known; it is kept as words.", "Give the action's status.");
        }

        return StatusWords.OfUpdate(update);
    }

    private static bool IsOfSeveral(DraftAction row) =>
        row.Table.PositionOf(PlanColumn.Action) is { } at && row.Table.HeadingOf(at).Split(' ', '\n')
            .Any(word => word.Trim(',', ':').ToUpperInvariant() is "ACTIONS" or "TASKS" or "ACTIVITIES" or "STEPS");

    private static string HeadingOf(DraftAction row, PlanColumn column) =>
        row.Table.PositionOf(column) is { } at ? row.Table.HeadingOf(at) : column.ToString();

    private static int LinesOf(string cell) => cell.Length == 0 ? 0 : CellSplitter.Entries(cell).Count;
}

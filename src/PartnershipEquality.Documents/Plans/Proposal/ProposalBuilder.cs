using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>
/// Makes the finished draft into the proposal: references, relations, what does not apply, and what carries on from the row above.
/// </summary>
internal sealed class ProposalBuilder(PlanDraft draft, ProblemList problems, Narrative narrative, RowCount rows)
{
    private readonly ActionBuilder _actions = new(problems);
    private int _carriedOn;

    public PlanProposal Make()
    {
        foreach (var empty in draft.Themes.Where(theme => theme.Commitments.Count == 0 && theme.Place.Table > 0))
        {
            narrative.Add(empty.Label is null ? empty.Title : $"{empty.Label} {empty.Title}");
            problems.Warning(empty.Place, null, "heading-without-rows",
                $"No row follows under {ProblemList.Quote(empty.Title)}, so it is no theme. It is kept with the scheme's text.");
        }

        var themes = draft.Themes.Where(theme => theme.Commitments.Count > 0).ToList();
        new ReferenceNumbers(problems).Give(themes);
        var known = themes.SelectMany(theme => theme.Commitments).Select(commitment => commitment.Reference!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var made = themes.Select(theme => new ProposedTheme(theme.Number, theme.Title,
            [.. theme.Commitments.Select(commitment => Commitment(commitment, known))])
        { Label = theme.Label }).ToList();
        if (_carriedOn > 0)
        {
            problems.Warning(null, CanonicalColumns.ResponsibleOfficer, "responsible-carried-on",
                $"{_carriedOn} actions name nobody responsible; the role of the row above in the same commitment is taken for theirs.",
                    "Correct those that are nobody's or another's.");
        }

        CheckLengths(made);
        return new PlanProposal(made);
    }

    private ProposedCommitment Commitment(DraftCommitment commitment, HashSet<string> known)
    {
        var reference = commitment.Reference!;
        // A row may have given the number alone, and no row below it anything more.
        commitment.Actions.RemoveAll(row => !row.HasAny);
        var actions = new List<ProposedAction>();
        var related = Related(commitment, known);
        var aims = Listed<PsedAim>(commitment, PlanColumn.PsedAims);
        var characteristics = Listed<ProtectedCharacteristic>(commitment, PlanColumn.ProtectedCharacteristics);
        string? notApplicable = null;
        DraftAction? above = null;
        foreach (var row in commitment.Actions)
        {
            rows.Made();
            if (StatusWords.IsNotApplicable(row[PlanColumn.Action]) && commitment.Actions.Count == 1 && row[PlanColumn.Target].Length == 0)
            {
                notApplicable = row[PlanColumn.Action];
                commitment.Notes.AddRange(row.Notes);
                commitment.Notes.AddRange(row.Others(PlanColumn.Action));
                continue;
            }

            CarryOn(row, above);
            above = row;
            StandIn(row, commitment);
            actions.AddRange(_actions.Of(row, reference, actions.Count));
        }

        return new ProposedCommitment(reference, CellText.OrNull(commitment.Title), related, aims, characteristics, actions,
            commitment.Place)
        {
            Label = commitment.Label,
            NotApplicable = notApplicable,
            Notes = commitment.Notes,
        };
    }

    /// <summary>The table names a role once for the rows below it, and a reminder needs one.</summary>
    private void CarryOn(DraftAction row, DraftAction? above)
    {
        if (row[PlanColumn.Responsible].Length == 0 && above?[PlanColumn.Responsible] is { Length: > 0 } role)
        {
            row[PlanColumn.Responsible] = role;
            _carriedOn++;
        }
    }

    /// <summary>A row with a date or an owner, and no word on what is to be done: what it stands under is.</summary>
    private void StandIn(DraftAction row, DraftCommitment commitment)
    {
        if (row[PlanColumn.Action].Length > 0)
        {
            return;
        }

        var from = new[] { PlanColumn.Outcome, PlanColumn.Measures, PlanColumn.Milestones }.FirstOrDefault(column => row[column].Length > 0,
            PlanColumn.Note);
        row[PlanColumn.Action] = commitment.Title.Length > 0
            ? commitment.Title : from == PlanColumn.Note ? commitment.Theme.Title : row[from];
        problems.Warning(row.Place, CanonicalColumns.Action.Header, "action-missing",
            $"The row does not say what is to be done; {ProblemList.Quote(row[PlanColumn.Action])} is taken from beside it.",
                "Write the action, or remove the row.");
    }

    private List<string> Related(DraftCommitment commitment, HashSet<string> known)
    {
        var listed = commitment.Actions.SelectMany(row => CellText.List(row[PlanColumn.Related]));
        foreach (var row in commitment.Actions.Where(row => row[PlanColumn.Related].Length > 0
            && !CellText.List(row[PlanColumn.Related]).All(known.Contains)))
        {
            row.Note(row.Table.HeadingOf(row.Table.PositionOf(PlanColumn.Related)!.Value), row[PlanColumn.Related], false);
        }

        var related =
            commitment.Actions.SelectMany(
                row => RelatedReferences.In($"{row[PlanColumn.Action]}\n{row[PlanColumn.Target]}\n{row[PlanColumn.Related]}")).Prepend("")
            .Concat(RelatedReferences.In(commitment.Title)).Concat(listed.Where(known.Contains))
                .Where(reference => reference.Length > 0 && reference != commitment.Reference)
            .Distinct().ToList();
        foreach (var unknown in related.Where(reference => !known.Contains(reference)))
        {
            problems.Warning(commitment.Place, CanonicalColumns.RelatedCommitments.Header, "related-commitment-unknown",
                $"The plan has no commitment {ProblemList.Quote(unknown)}.",
                "Correct the reference, or leave it as a note to the reader.");
        }

        return related;
    }

    /// <summary>Values of a closed set. A cell that says anything else too is kept as a note beside what was understood.</summary>
    private List<T> Listed<T>(DraftCommitment commitment, PlanColumn column)
        where T : struct, Enum
    {
        var found = new List<T>();
        foreach (var row in commitment.Actions.Where(row => row[column].Length > 0))
        {
            // "Eliminate discrimination, harassment and victimisation" is one; "Age, Race" are two.
            var written = row[column].Replace("•", "", StringComparison.Ordinal)
                .Split(['/', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(words => ValuesOf<T>(words).Any() ? [words] : CellText.List(words)).ToList();
            found.AddRange(written.SelectMany(ValuesOf<T>).Distinct().Except(found).Order());
            if (written.TrueForAll(Named<T>))
            {
                continue;
            }

            // Other words for a value are understood, and kept all the same.
            var heading = row.Table.HeadingOf(row.Table.PositionOf(column)!.Value);
            row.Note(heading, row[column], false);
            if (!written.TrueForAll(words => ValuesOf<T>(words).Any()))
            {
                problems.Warning(row.Place, heading, "listed-value-unknown",
                    $"{ProblemList.Quote(row[column])} holds words that are none of the closed list; it is kept as a note too.",
                        "Name them as the template does.");
            }
        }

        return found;
    }

    private static IEnumerable<T> ValuesOf<T>(string words)
        where T : struct, Enum =>
            Enum.GetValues<T>().Where(value => LooseWord.KeyOf(words) == LooseWord.KeyOf(value.ToString()))
                .Union(EqualityWords.Read<T>(words));

    private static bool Named<T>(string words)
        where T : struct, Enum => Enum.GetNames<T>().Any(name => LooseWord.KeyOf(words) == LooseWord.KeyOf(name));

    private void CheckLengths(List<ProposedTheme> themes)
    {
        foreach (var commitment in themes.SelectMany(theme => theme.Commitments))
        {
            Check(commitment.Source, CanonicalColumns.Commitment, commitment.Title);
            Check(commitment.Source, CanonicalColumns.Reference, commitment.Reference);
            Check(commitment.Source, "Label", commitment.Label, PlanLimits.Label);
            Check(commitment.Source, CanonicalColumns.Action, commitment.NotApplicable);
            Check(commitment.Source, commitment.Notes);
            foreach (var action in commitment.Actions)
            {
                Check(action.Source, CanonicalColumns.Action, action.Text);
                Check(action.Source, CanonicalColumns.Outcome, action.Outcome);
                Check(action.Source, CanonicalColumns.Measures, action.Measures);
                Check(action.Source, CanonicalColumns.ResponsibleOfficer, action.Responsible);
                Check(action.Source, CanonicalColumns.TargetDate, action.Target);
                Check(action.Source, CanonicalColumns.CrossReference, action.CrossReference);
                Check(action.Source, CanonicalColumns.Resources, action.Resources);
                Check(action.Source, CanonicalColumns.Barriers, action.Barriers);
                Check(action.Source, CanonicalColumns.Stakeholders, action.Stakeholders);
                Check(action.Source, "Label", action.Label, PlanLimits.Label);
                Check(action.Source, action.Notes);
                foreach (var milestone in action.Milestones.Where(milestone => milestone.Text.Length > PlanLimits.MilestoneText))
                {
                    TooLong(action.Source, CanonicalColumns.Milestones.Header, milestone.Text, PlanLimits.MilestoneText);
                }
            }
        }
    }

    private void Check(SourcePlace place, IReadOnlyList<PlanNote> notes)
    {
        foreach (var note in notes)
        {
            Check(place, note.Heading, note.Heading, PlanLimits.NoteHeading);
            Check(place, note.Heading, note.Text, PlanLimits.Note);
        }
    }

    private void Check(SourcePlace place, CanonicalColumn column, string? text) => Check(place, column.Header, text, column.MaxLength);

    private void Check(SourcePlace place, string column, string? text, int most)
    {
        if (text?.Length > most)
        {
            TooLong(place, column, text, most);
        }
    }

    private void TooLong(SourcePlace place, string column, string text, int most) =>
        problems.Add(new RowProblem(place.Row, column, "too-long", ProblemSeverity.Error,
        $"The cell {ProblemList.Quote(text)} has {text.Length} characters; at most {most} are kept.", "Shorten it.", place.Table));
}

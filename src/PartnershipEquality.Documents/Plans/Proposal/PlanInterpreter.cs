using PartnershipEquality.Documents.CrossReferences;
using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>
/// Reads the dates and cross-references of a proposed plan for the organisation it belongs to: a partnership's names
/// its members on the scheme's first day (ALL) and, by name, those who joined later; an authority's own is its own
/// whatever the cell says.
/// </summary>
public sealed class PlanInterpreter
{
    private readonly DateOnly _startsOn;
    private readonly DateOnly _endsOn;
    private readonly PlanYear _planYear;
    private readonly KnownAuthority? _onlyAuthority;
    private readonly Dictionary<string, KnownAuthority> _byCode;
    private readonly CrossReferenceVocabulary _vocabulary;
    private readonly List<RowProblem> _problems = [];

    public PlanInterpreter(DateOnly startsOn, DateOnly endsOn, int? planYear, KnownAuthority? onlyAuthority,
        IReadOnlyList<KnownAuthority> members, IReadOnlyList<KnownAuthority> latecomers, IReadOnlyList<string> outsideBodies)
    {
        this._startsOn = startsOn;
        this._endsOn = endsOn;
        this._planYear = planYear is { } year ? new PlanYear(year) : PlanYear.Of(startsOn);
        this._onlyAuthority = onlyAuthority;
        _byCode = members.Concat(latecomers).ToDictionary(m => m.Code);
        _vocabulary = new CrossReferenceVocabulary(members, outsideBodies, latecomers);
    }

    /// <summary>The plan as it would go live, and what a person should look at first.</summary>
    public (UnderstoodPlan Plan, IReadOnlyList<RowProblem> Problems) Read(PlanProposal proposal)
    {
        _problems.Clear();
        var themes = proposal.Themes.Select(theme => new UnderstoodTheme(theme.Number, theme.Title,
            [.. theme.Commitments.Select(
                c => new UnderstoodCommitment(c.Reference, c.Title, c.Related, c.PsedAims, c.ProtectedCharacteristics,
                    [.. c.Actions.Select(Read)], c.Label, c.NotApplicable, c.Notes, c.Source))], theme.Label)).ToList();
        return (new UnderstoodPlan(themes), [.. _problems]);
    }

    /// <summary>For whom a cell says an action is.</summary>
    public UnderstoodCrossReference ReadCrossReference(string? text)
    {
        if (_onlyAuthority is not null)
        {
            return new UnderstoodCrossReference(text, [new AssignedAuthority(_onlyAuthority.Id, _onlyAuthority.Code, null, text ?? "")], [],
                []);
        }

        var read = CrossReferenceReader.Read(text, _vocabulary);
        return new UnderstoodCrossReference(text,
            [.. read.Entries.Select(e => new AssignedAuthority(_byCode[e.AuthorityCode].Id, e.AuthorityCode, e.Qualifier,
                e.TextAsWritten))], read.OutsideBodies, read.Unresolved);
    }

    /// <summary>What a target cell means, its groups of authorities turned into codes.</summary>
    public IReadOnlyList<TargetDate> ReadTargets(string? text, string? crossReference)
    {
        var targets = TargetDateReader.Read(text, _planYear, _onlyAuthority is null ? crossReference : null);
        return [.. targets.Select(target => target.AppliesTo.Count == 0 ? target
            : target with { AppliesTo = [
                .. CrossReferenceReader.Read(string.Join("; ", target.AppliesTo), _vocabulary).Entries.Select(e => e.AuthorityCode)] })];
    }

    /// <summary>The part of an action's target that is one authority's; nothing is said when every date is for others.</summary>
    public static IReadOnlyList<TargetDate> TargetsFor(string authorityCode, IReadOnlyList<TargetDate> targets)
    {
        var own = targets.Where(t => t.AppliesTo.Count == 0 || t.AppliesTo.Contains(authorityCode)).ToList();
        return own.Count > 0 ? own : [new TargetDate.None("")];
    }

    private UnderstoodAction Read(ProposedAction action)
    {
        var crossReference = ReadCrossReference(action.CrossReference);
        var targets = ReadTargets(action.Target, action.CrossReference);
        foreach (var words in crossReference.Unresolved)
        {
            Warn(action, CanonicalColumns.CrossReference, "cross-reference-unresolved",
                $"\"{words}\" names no member of the partnership on {_startsOn:yyyy-MM-dd}.",
                "Use a member's code, name or alias, or ALL. It is kept as written and assigns nobody.");
        }

        if (crossReference.Authorities.Count == 0)
        {
            Warn(action, CanonicalColumns.CrossReference, "unassigned", "No authority answers for this action.",
                "Name the authorities, or ALL. An empty cell is never read as ALL.");
        }

        CheckTargets(action, CanonicalColumns.TargetDate, targets);
        var milestones = action.Milestones.Select(m => (m, Targets: ReadTargets(m.Target, null))).ToList();
        milestones.ForEach(m => CheckTargets(action, CanonicalColumns.Milestones, m.Targets));
        return new UnderstoodAction(action.Reference, action.Text, action.Outcome, action.Measures, action.Responsible, action.Resources,
            action.Barriers, action.Stakeholders,
            [.. milestones.Select(m => new UnderstoodMilestone(m.m.Text, m.m.Target, Flat(m.Targets)))], action.Target, Flat(targets),
                crossReference, action.Source, action.Label, action.ResponsibleAsWritten,
            action.Status, action.StatusText, action.Notes);
    }

    private void CheckTargets(ProposedAction action, CanonicalColumn column, IReadOnlyList<TargetDate> targets)
    {
        foreach (var target in targets)
        {
            if (target.Kind == TargetKind.Unreadable)
            {
                Warn(action, column, "target-unreadable", $"\"{target.Text}\" is not a date that can be read.",
                    "Write it another way, or leave it: the work is then reviewed like work without a date.");
            }
            else if (!target.IsDateless && !target.DueDatesWithin(_startsOn, _endsOn).Any())
            {
                Warn(action, column, "target-outside-period",
                    $"\"{target.Text}\" lies outside the scheme's period, {_startsOn:yyyy-MM-dd} to {_endsOn:yyyy-MM-dd}.",
                        "Correct the date or the period. Until then the work is reviewed like work without a date.");
            }
        }
    }

    private void Warn(ProposedAction action, CanonicalColumn column, string code, string text, string suggestion) =>
        _problems.Add(new RowProblem(action.Source.Row, column.Header, code, ProblemSeverity.Warning, text, suggestion));

    private static IReadOnlyList<TargetDateRecord> Flat(IReadOnlyList<TargetDate> targets) => [.. targets.Select(TargetDateRecord.From)];
}

using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>
/// The columns of the canonical plan table, in the order of the template. One row is one action; theme and commitment
/// are repeated on each row, or left blank to carry on from the row above.
/// </summary>
public static class CanonicalColumns
{
    public static readonly CanonicalColumn ThemeNumber = new(
        "Theme number", "The theme's number. Blank: as in the row above.", "1", PlanLimits.ThemeNumber);

    public static readonly CanonicalColumn Theme = new(
        "Theme", "The theme's title. Blank: as in the row above.", "Knowing your community", PlanLimits.Title, Required: true);

    public static readonly CanonicalColumn Reference = new(
        "Reference", "The commitment's reference, used once in a plan. Blank: as in the row above.", "1.2", PlanLimits.Reference,
            Required: true);

    public static readonly CanonicalColumn Commitment = new(
        "Commitment", "The commitment's title, the same on each of its rows or on the first alone.",
        "Equality analysis toolkits are in place", PlanLimits.Title);

    public static readonly CanonicalColumn ResponsibleOfficer = new(
        "Responsible officer", "The role that answers for the action, not a person's name.", "Equality and Diversity Officers",
            PlanLimits.Role);

    public static readonly CanonicalColumn Action = new(
        "Action", "What is required. Blank together with all other cells of the action: a commitment without an action.",
        "Publish a three year programme of equality analysis", PlanLimits.Text, Required: true);

    public static readonly CanonicalColumn Outcome = new(
        "Outcome", "What will be different once it is done.", "The programme is published on the councils' web sites", PlanLimits.Text);

    public static readonly CanonicalColumn Measures = new(
        "Measures", "How it will be known.", "Share of services analysed", PlanLimits.Text);

    public static readonly CanonicalColumn TargetDate = new(
        "Target date", "When, in the plan's own words; several groups may each have their date, one per line.", "July 2027",
            PlanLimits.Target);

    public static readonly CanonicalColumn CrossReference = new(
        "Cross-reference",
            "The authorities it is for: codes or names separated by semicolons, ALL, ALL OTHERS, or ALL EXCEPT some. Blank: nobody yet.",
        "NWL; HBBC; BDC", PlanLimits.CrossReference);

    public static readonly CanonicalColumn Resources = new(
        "Resources", "What it takes: money, staff, time.", "Within existing budgets", PlanLimits.Text);

    public static readonly CanonicalColumn Barriers = new(
        "Barriers", "What may stand in the way.", "Data is held in several systems", PlanLimits.Text);

    public static readonly CanonicalColumn Stakeholders = new(
        "Stakeholders", "Who else has a part or an interest in it.", "Community forums", PlanLimits.Text);

    public static readonly CanonicalColumn Milestones = new(
        "Milestones", "Steps on the way, one per line within the cell, each as: text | target.",
        "Draft agreed | March 2027\nConsultation closes | May 2027", PlanLimits.MilestonesCell);

    public static readonly CanonicalColumn RelatedCommitments = new(
        "Related commitments", "References of related commitments, separated by semicolons.", "2.3; 1.6", PlanLimits.List);

    public static readonly CanonicalColumn PsedAims = new(
        "PSED aims", "Aims of the public sector equality duty that the commitment serves, separated by semicolons: "
            + "eliminateDiscrimination, advanceEquality, fosterGoodRelations.",
        "advanceEquality; fosterGoodRelations", PlanLimits.List);

    public static readonly CanonicalColumn ProtectedCharacteristics = new(
        "Protected characteristics",
            "Characteristics that the commitment is about, separated by semicolons: age, disability, genderReassignment, "
            + "marriageAndCivilPartnership, pregnancyAndMaternity, race, religionOrBelief, sex, sexualOrientation.",
        "disability; age", PlanLimits.List);

    public static readonly CanonicalColumn ThemeLabel = new(
        "Theme label", "The words that number the theme, where they are more than the number.", "Equality Priority 1", PlanLimits.Label);

    public static readonly CanonicalColumn CommitmentLabel = new(
        "Commitment label", "The words that number the commitment, where they are more than the number.", "Objective 2", PlanLimits.Label);

    public static readonly CanonicalColumn ActionLabel = new(
        "Action label", "The words that number the action.", "Action 5", PlanLimits.Label);

    public static readonly CanonicalColumn ResponsibleAsWritten = new(
        "Responsible as written", "The plan's own cell, where the responsible officer was set apart or corrected.", "E&D Officers/HR",
            PlanLimits.Note);

    public static readonly CanonicalColumn Status = new(
        "Status", "Where the plan says that the action stands. It is proposed to the authorities, and reported for none of them.",
            "Completed", PlanLimits.Text);

    public static readonly CanonicalColumn StatusAsWritten = new(
        "Status as written", "The plan's own words for it.", "Dec 2013-Completed", PlanLimits.Note);

    public static IReadOnlyList<CanonicalColumn> All { get; } =
    [
        ThemeNumber, Theme, Reference, Commitment, ResponsibleOfficer, Action, Outcome, Measures, TargetDate, CrossReference,
        Resources, Barriers, Stakeholders, Milestones, RelatedCommitments, PsedAims, ProtectedCharacteristics,
    ];

    /// <summary>What a plan may say beside these: the template leaves it out, and an export adds what the plan fills.</summary>
    public static IReadOnlyList<CanonicalColumn> Beside { get; } = [ThemeLabel, CommitmentLabel, ActionLabel, ResponsibleAsWritten, Status,
        StatusAsWritten];

    /// <summary>What stands before the heading of a column of notes, so that it is taken for nothing else.</summary>
    public const string NotePrefix = "Note: ";

    /// <summary>What stands before the heading of a column of notes on commitments.</summary>
    public const string CommitmentNotePrefix = "Commitment note: ";

    /// <summary>
    /// The heading of what an export shows beside the plan. It is never imported: progress is reported, not uploaded with a plan.
    /// </summary>
    public const string ProgressHeader = "Progress";

    /// <summary>The columns that say something about the commitment, which once is enough.</summary>
    public static IReadOnlyList<CanonicalColumn> OfTheCommitment { get; } = [Reference, Commitment, RelatedCommitments, PsedAims,
        ProtectedCharacteristics, CommitmentLabel];

    /// <summary>The columns that say something about the action itself, so that a row with any of them filled needs an action.</summary>
    public static IReadOnlyList<CanonicalColumn> OfTheAction { get; } =
        [ResponsibleOfficer, Outcome, Measures, TargetDate, CrossReference, Resources, Barriers, Stakeholders, Milestones, ActionLabel,
            ResponsibleAsWritten, Status, StatusAsWritten];

    /// <summary>The column with this heading, whatever its case, spaces and punctuation.</summary>
    public static CanonicalColumn? Find(string header)
    {
        var key = LooseWord.KeyOf(header);
        return All.Concat(Beside).FirstOrDefault(column => LooseWord.KeyOf(column.Header) == key);
    }

    /// <summary>What stands under Action for a commitment that is not applicable, so that it is read as that again.</summary>
    public static string NotApplicableCell(string words) => StatusWords.IsNotApplicable(words) ? words : $"Not applicable: {words}";

    /// <summary>The column of notes that a heading says it is; null for any other heading.</summary>
    internal static NoteColumn? FindNotes(string header) =>
        header.StartsWith(NotePrefix, StringComparison.OrdinalIgnoreCase)
            ? new NoteColumn(header, header[NotePrefix.Length..].Trim(), false)
        : header.StartsWith(CommitmentNotePrefix, StringComparison.OrdinalIgnoreCase)
            ? new NoteColumn(header, header[CommitmentNotePrefix.Length..].Trim(), true)
        : null;
}

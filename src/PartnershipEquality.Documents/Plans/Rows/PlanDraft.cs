using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Rows;

/// <summary>
/// The plan while its rows are still coming in: themes and commitments are found again by number or title, wherever they are repeated.
/// </summary>
internal sealed class PlanDraft
{
    private readonly Dictionary<string, DraftTheme> _known = [];

    public List<DraftTheme> Themes { get; } = [];

    /// <summary>The theme of this heading, and whether it has been met before.</summary>
    public (DraftTheme Theme, bool IsKnown) Theme(string? number, string title, string? label, SourcePlace place)
    {
        var key = TitleVariants.KeyOf(title);
        if ((number is not null && _known.TryGetValue("#" + number, out var known)
            && (title.Length == 0 || LooseWord.KeyOf(known.Title) == LooseWord.KeyOf(title))) || _known.TryGetValue(key, out known))
        {
            return (known, true);
        }

        var theme = new DraftTheme(number, title, label, place);
        Themes.Add(theme);
        if (number is not null)
        {
            _known.TryAdd("#" + number, theme);
        }

        _known.TryAdd(key, theme);
        return (theme, false);
    }

    public (DraftTheme Theme, bool IsKnown) Theme(string heading, SourcePlace place) =>
        NumberLabel.Of(heading) is { Rest.Length: > 0 } label
            ? Theme(label.Number, label.Rest, label.Written, place)
            : Theme(NumberLabel.WithinHeading(heading), heading, null, place);
}

/// <summary>A theme in the making.</summary>
internal sealed class DraftTheme(string? number, string title, string? label, SourcePlace place)
{
    private readonly Dictionary<string, DraftCommitment> _known = [];

    public string? Number { get; set; } = number;

    public string Title { get; set; } = title;

    public string? Label { get; } = label;

    public SourcePlace Place { get; } = place;

    public List<DraftCommitment> Commitments { get; } = [];

    public DraftCommitment Commitment(string? reference, string title, string? label, SourcePlace place)
    {
        var key = reference is not null ? "#" + reference.ToUpperInvariant() : TitleVariants.KeyOf(title);
        if (key.Length > 0 && _known.TryGetValue(key, out var known))
        {
            return known;
        }

        var commitment = new DraftCommitment(this, reference, title, label, place);
        Commitments.Add(commitment);
        if (key.Length > 0)
        {
            _known.Add(key, commitment);
        }

        return commitment;
    }
}

/// <summary>A commitment in the making; without a reference until all are known.</summary>
internal sealed class DraftCommitment(DraftTheme theme, string? reference, string title, string? label, SourcePlace place)
{
    public DraftTheme Theme { get; } = theme;

    public string? Reference { get; set; } = reference;

    public string Title { get; set; } = title;

    public string? Label { get; } = label;

    public SourcePlace Place { get; } = place;

    public List<DraftAction> Actions { get; } = [];

    public List<PlanNote> Notes { get; } = [];
}

/// <summary>The cells of an action in the making, from one row or from all the rows it was split over.</summary>
internal sealed class DraftAction(SourcePlace place, PlanTable table)
{
    private readonly Dictionary<PlanColumn, string> _cells = [];

    public SourcePlace Place { get; } = place;

    public PlanTable Table { get; } = table;

    /// <summary>Its number, where a column of numbers gives it.</summary>
    public string? Number { get; set; }

    /// <summary>A row below has gone on with a sentence of it, so that later ones do too.</summary>
    public bool FlowsOn { get; set; }

    public List<PlanNote> Notes { get; } = [];

    public string this[PlanColumn column]
    {
        get => _cells.GetValueOrDefault(column, "");
        set => _cells[column] = value;
    }

    public bool HasAny => _cells.Any(cell => cell.Value.Length > 0) || Notes.Count > 0;

    /// <summary>All its other cells, as notes.</summary>
    public IEnumerable<PlanNote> Others(PlanColumn column) =>
        _cells.Where(cell => cell.Key != column && cell.Value.Length > 0)
            .Select(cell => new PlanNote(Table.PositionOf(cell.Key) is { } at ? Table.HeadingOf(at) : cell.Key.ToString(), cell.Value));

    public void Note(string heading, string text, bool goesOn)
    {
        var at = Notes.FindIndex(note => note.Heading == heading);
        if (at < 0)
        {
            Notes.Add(new PlanNote(heading, text));
        }
        else
        {
            Notes[at] = Notes[at] with { Text = CellFlow.Join(Notes[at].Text, text, goesOn) };
        }
    }
}

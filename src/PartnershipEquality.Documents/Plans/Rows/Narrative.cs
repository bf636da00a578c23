namespace PartnershipEquality.Documents.Plans.Rows;

/// <summary>The text around the plan's tables, in the document's order. A text that turns out to head a theme is taken out again.</summary>
internal sealed class Narrative
{
    private readonly List<(string Text, DraftTheme? HeadingOf)> _texts = [];

    public void Add(string text, DraftTheme? headingOf = null) => _texts.Add((text, headingOf));

    public string? Text =>
        string.Join("\n\n", _texts.Where(text => text.HeadingOf is null || text.HeadingOf.Commitments.Count == 0)
            .Select(text => text.Text)) is { Length: > 0 } all ? all : null;
}

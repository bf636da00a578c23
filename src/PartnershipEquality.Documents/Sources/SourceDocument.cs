namespace PartnershipEquality.Documents.Sources;

/// <summary>
/// What a file holds, in its own order: tables, and the text between them. Its bytes have become cells; nothing has been understood yet.
/// </summary>
/// <param name="Name">The file's name.</param>
/// <param name="Blocks">Tables and texts as they follow one another.</param>
public sealed record SourceDocument(string Name, IReadOnlyList<SourceBlock> Blocks)
{
    public IEnumerable<SourceGrid> Grids => Blocks.OfType<SourceGrid>();

    /// <summary>Sheets that people do not see, which usually hold lists and workings: their names, and nothing of what they hold.</summary>
    public IReadOnlyList<string> HiddenSheets { get; init; } = [];
}

/// <summary>A table or a text of a source document.</summary>
public abstract record SourceBlock;

/// <summary>Text outside the tables: a heading, a paragraph, a footer.</summary>
/// <param name="Text">One paragraph or line.</param>
/// <param name="Number">Where a person finds it: its line, from 1, in a text; its paragraph in a document.</param>
/// <param name="IsHeading">The file itself marks it as a heading, by a style or a mark.</param>
public sealed record SourceText(string Text, int Number, bool IsHeading = false) : SourceBlock;

/// <summary>
/// A table as it was found: cells as text, and no row told apart as its heading yet. A merged cell's text stands in its
/// first place and the others are empty. Items of a list are lines, each with its mark: "• ", "1) ".
/// </summary>
/// <param name="Name">What a person calls it: a sheet's name, "Table 2".</param>
public sealed record SourceGrid(string Name, IReadOnlyList<SourceRow> Rows) : SourceBlock
{
    /// <summary>Nothing but spaces told its columns apart, so that a cell's words may stand in the one beside it.</summary>
    public bool IsSpaced { get; init; }

    /// <summary>
    /// The document has paragraphs there and no table: the words before them that the header was made of. None for a table.
    /// </summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}

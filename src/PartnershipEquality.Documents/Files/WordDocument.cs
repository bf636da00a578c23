using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// Reads a Word document in the order of its body: paragraphs as texts, tables as grids. Headers and footers repeat on each
/// page and comments are not the plan, so neither is read.
/// </summary>
internal sealed class WordDocument
{
    // Some style a whole page as a heading.
    private const int LongestHeading = 200;

    private readonly ReadingBudget _budget;
    private readonly WordStyles _styles;
    private readonly WordText _text;
    private readonly List<SourceBlock> _blocks = [];
    private int _paragraphs;

    private WordDocument(WordStyles styles, WordText text, ReadingBudget budget)
    {
        this._styles = styles;
        this._text = text;
        this._budget = budget;
    }

    public static SourceDocument Read(string name, OfficePackage package, ReadingBudget budget)
    {
        using var file = package.Open(WordprocessingDocument.Open);
        var main = package.Inspected(file.MainDocumentPart ?? throw FileRefusal.Broken("a Word document"));
        T? Part<T>(T? part)
            where T : OpenXmlPart => part is null ? null : package.Inspected(part);
        var styles = new WordStyles(Part(main.StyleDefinitionsPart)?.Styles);
        var numbering = new WordNumbering(Part(main.NumberingDefinitionsPart)?.Numbering, styles);
        var notes = new WordNotes(Part(main.FootnotesPart)?.Footnotes, Part(main.EndnotesPart)?.Endnotes);
        var document = new WordDocument(styles, new WordText(styles, numbering, notes), budget);
        if (main.Document?.Body is { } body)
        {
            document.Enter(body);
        }

        return new SourceDocument(name, document._blocks);
    }

    private void Enter(OpenXmlElement container)
    {
        foreach (var child in WordMarkup.Live(container))
        {
            _budget.Check();
            switch (child)
            {
                case Paragraph paragraph:
                    _paragraphs++;
                    var (words, boxes) = _text.Of(paragraph);
                    Say(words.Replace('\n', ' '), _styles.IsHeading(paragraph));
                    foreach (var box in boxes)
                    {
                        Enter(box);
                    }

                    break;
                case Table table:
                    var name = _budget.NextTable;
                    _budget.Table();
                    if (new WordTable(_text, _budget).Read(table, name) is { } grid)
                    {
                        _blocks.Add(grid);
                    }

                    break;
                case OpenXmlCompositeElement other:
                    // Content controls and custom XML: what they hold is the document's.
                    Enter(other);
                    break;
            }
        }
    }

    private void Say(string line, bool isHeading)
    {
        if (_budget.Text(line, $"Paragraph {_paragraphs}") is { Length: > 0 } clean)
        {
            _blocks.Add(new SourceText(clean, _paragraphs, isHeading && clean.Length < LongestHeading));
        }
    }
}

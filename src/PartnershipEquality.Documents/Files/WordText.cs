using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// A paragraph's text as it stands on the page: with its list mark, without deleted and hidden text, its notes in brackets.
/// </summary>
internal sealed class WordText(WordStyles styles, WordNumbering numbering, WordNotes notes)
{
    /// <summary>What the paragraph says, and the text boxes that float beside it.</summary>
    public (string Text, IReadOnlyList<TextBoxContent> Boxes) Of(Paragraph paragraph)
    {
        var hidden = styles.Hides(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.InnerText);
        var words = new Words(hidden);
        Append(words, paragraph);
        var text = words.ToString().Trim();
        var deleted = paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null;
        // An empty item still counts in its list; a deleted one does not.
        var shown = text.Length == 0 && (deleted || hidden)
            ? "" : numbering.Mark(paragraph) is { Length: > 0 } mark && text.Length > 0 ? $"{mark} {text}" : text;
        return (shown, words.Boxes);
    }

    /// <summary>The lines of a cell, a note or a box. A table within becomes lines too: its cells with " | " between them.</summary>
    public IEnumerable<string> Lines(OpenXmlElement container)
    {
        foreach (var child in WordMarkup.Live(container))
        {
            switch (child)
            {
                case Paragraph paragraph:
                    var (text, boxes) = Of(paragraph);
                    if (text.Length > 0)
                    {
                        yield return text;
                    }

                    foreach (var line in boxes.SelectMany(Lines))
                    {
                        yield return line;
                    }

                    break;
                case Table table:
                    foreach (var row in WordTable.Rows(table))
                    {
                        var cells = WordTable.Cells(row).Where(c => !WordTable.IsMergedAway(c))
                            .Select(c => string.Join(' ', Lines(c).SelectMany(l => l.Split('\n'))));
                        if (string.Join(" | ", cells) is var joined && joined.AsSpan().ContainsAnyExcept(" |"))
                        {
                            yield return joined;
                        }
                    }

                    break;
                case OpenXmlCompositeElement other:
                    foreach (var line in Lines(other))
                    {
                        yield return line;
                    }

                    break;
            }
        }
    }

    private void Append(Words words, OpenXmlElement element)
    {
        switch (element)
        {
            case Run run when IsHidden(run, words.Hidden):
            case ParagraphProperties or RunProperties or SdtProperties or RubyContent:
                break;
            case Text or DocumentFormat.OpenXml.Math.Text:
                words.Add(((OpenXmlLeafTextElement)element).Text);
                break;
            case TabChar or PositionalTab:
                words.Add(" ");
                break;
            case Break or CarriageReturn:
                words.Add("\n");
                break;
            case NoBreakHyphen:
                words.Add("-");
                break;
            case SymbolChar symbol:
                words.Add(WordSymbol.Text(symbol));
                break;
            case FieldChar field:
                words.Field(field.FieldCharType?.InnerText);
                break;
            case FootnoteEndnoteReferenceType reference:
                if (notes.Text(reference, note => string.Join(' ', Lines(note))) is { Length: > 0 } said)
                {
                    words.Add($" [{said}]");
                }

                break;
            case TextBoxContent box:
                words.Boxes.Add(box);
                break;
            default:
                foreach (var child in WordMarkup.Live(element))
                {
                    Append(words, child);
                }

                break;
        }
    }

    private bool IsHidden(Run run, bool byParagraph) =>
        run.RunProperties?.Vanish is { } vanish
            ? WordMarkup.IsOn(vanish) : byParagraph || styles.Hides(run.RunProperties?.RunStyle?.Val?.InnerText);

    /// <summary>The words of one paragraph. Of a field its result is text and its instruction is not.</summary>
    private sealed class Words(bool hidden)
    {
        private readonly StringBuilder _text = new();
        private readonly Stack<bool> _instructions = new();

        public bool Hidden => hidden;

        public List<TextBoxContent> Boxes { get; } = [];

        public void Add(string more)
        {
            if (_instructions.Contains(true))
            {
                return;
            }

            // Notes are repeated at each reference, so a small file can say much.
            if (_text.Length + more.Length > 2 * ReadingLimits.CellCharacters)
            {
                throw FileRefusal.CellTooLong("The document");
            }

            _text.Append(more);
        }

        public void Field(string? boundary)
        {
            if (boundary == "begin")
            {
                _instructions.Push(true);
            }
            else if (_instructions.TryPop(out _) && boundary == "separate")
            {
                _instructions.Push(false);
            }
        }

        public override string ToString() => _text.ToString();
    }
}

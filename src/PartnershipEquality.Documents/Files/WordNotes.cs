using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnershipEquality.Documents.Files;

/// <summary>Footnotes and endnotes by their ids, so that each can be read where it is referred to.</summary>
internal sealed class WordNotes
{
    private readonly Dictionary<(bool End, int Id), OpenXmlElement> _notes = [];
    private readonly Dictionary<(bool End, int Id), string> _texts = [];

    public WordNotes(Footnotes? footnotes, Endnotes? endnotes)
    {
        foreach (var note in (footnotes?.Elements<FootnoteEndnoteType>() ?? []).Concat(endnotes?.Elements<FootnoteEndnoteType>() ?? []))
        {
            if (WordMarkup.Number(note.Id) is { } id)
            {
                _notes.TryAdd((note is Endnote, id), note);
            }
        }
    }

    /// <summary>A note's text, made once however often it is referred to.</summary>
    public string Text(FootnoteEndnoteReferenceType reference, Func<OpenXmlElement, string> read)
    {
        if (WordMarkup.Number(reference.Id) is not { } id)
        {
            return "";
        }

        var key = (reference is EndnoteReference, id);
        if (!_texts.TryGetValue(key, out var text))
        {
            // Known before it is made: a note that refers to itself says nothing twice.
            _texts[key] = "";
            _texts[key] = text = _notes.TryGetValue(key, out var note) ? read(note) : "";
        }

        return text;
    }
}

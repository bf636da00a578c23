using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// The marks of list items ("2.1", "b)", "•"), which Word does not store but counts: each list's counters go on through the
/// document, a deeper level begins again under each item, and lists of one definition share their counters.
/// </summary>
internal sealed class WordNumbering
{
    private readonly WordStyles _styles;
    private readonly Dictionary<int, AbstractNum> _definitions = [];
    private readonly Dictionary<int, NumberingInstance> _instances = [];
    private readonly Dictionary<int, WordList?> _lists = [];
    private readonly Dictionary<int, int?[]> _counters = [];

    public WordNumbering(Numbering? numbering, WordStyles styles)
    {
        this._styles = styles;
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
        {
            _definitions.TryAdd(WordMarkup.Number(definition.AbstractNumberId) ?? -1, definition);
        }

        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            _instances.TryAdd(WordMarkup.Number(instance.NumberID) ?? -1, instance);
        }
    }

    /// <summary>The mark of this paragraph, which is counted by asking; nothing if it is no list item.</summary>
    public string? Mark(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var byStyle = _styles.ListOf(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.InnerText);
        if ((WordMarkup.Number(own?.NumberingId?.Val) ?? byStyle?.NumberingId) is not { } id || ListOf(id) is not { } list)
        {
            return null;
        }

        var level = Math.Clamp(WordMarkup.Number(own?.NumberingLevelReference?.Val)
            ?? list.LevelOfStyle(byStyle?.StyleId) ?? byStyle?.Level ?? 0, 0, WordList.Levels - 1);
        var counts = _counters.GetValueOrDefault(list.Definition) ?? (_counters[list.Definition] = new int?[WordList.Levels]);
        list.Count(counts, level);
        return list.Mark(counts, level);
    }

    private WordList? ListOf(int id)
    {
        if (!_lists.TryGetValue(id, out var list))
        {
            _lists[id] = list = _instances.TryGetValue(id, out var instance) && DefinitionOf(instance) is { } definition
                ? new WordList(instance, definition) : null;
        }

        return list;
    }

    private AbstractNum? DefinitionOf(NumberingInstance instance)
    {
        var definition = _definitions.GetValueOrDefault(WordMarkup.Number(instance.AbstractNumId?.Val) ?? -1);
        // A definition may only point to a list style, which points to the instance of the real one.
        return definition?.NumberingStyleLink?.Val?.InnerText is { } style && _styles.ListOf(style) is { } list
            && _instances.TryGetValue(list.NumberingId, out var linked)
            ? _definitions.GetValueOrDefault(WordMarkup.Number(linked.AbstractNumId?.Val) ?? -1)
            : definition;
    }
}

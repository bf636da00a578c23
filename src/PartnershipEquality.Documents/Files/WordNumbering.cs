using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// The marks of list items ("2.1", "b)", "•"), which Word does not store but counts: each list's counters go on through the
/// document, a deeper level begins again under each item, and lists of one definition share their counters.
/// </summary>
internal sealed class WordNumbering
{
    private readonly WordStyles styles;
    private readonly Dictionary<int, AbstractNum> definitions = [];
    private readonly Dictionary<int, NumberingInstance> instances = [];
    private readonly Dictionary<int, WordList?> lists = [];
    private readonly Dictionary<int, int?[]> counters = [];

    public WordNumbering(Numbering? numbering, WordStyles styles)
    {
        this.styles = styles;
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
        {
            definitions.TryAdd(WordMarkup.Number(definition.AbstractNumberId) ?? -1, definition);
        }

        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            instances.TryAdd(WordMarkup.Number(instance.NumberID) ?? -1, instance);
        }
    }

    /// <summary>The mark of this paragraph, which is counted by asking; nothing if it is no list item.</summary>
    public string? Mark(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var byStyle = styles.ListOf(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.InnerText);
        if ((WordMarkup.Number(own?.NumberingId?.Val) ?? byStyle?.NumberingId) is not { } id || ListOf(id) is not { } list)
        {
            return null;
        }

        var level = Math.Clamp(WordMarkup.Number(own?.NumberingLevelReference?.Val) ?? list.LevelOfStyle(byStyle?.StyleId) ?? byStyle?.Level ?? 0, 0, WordList.Levels - 1);
        var counts = counters.GetValueOrDefault(list.Definition) ?? (counters[list.Definition] = new int?[WordList.Levels]);
        list.Count(counts, level);
        return list.Mark(counts, level);
    }

    private WordList? ListOf(int id)
    {
        if (!lists.TryGetValue(id, out var list))
        {
            lists[id] = list = instances.TryGetValue(id, out var instance) && DefinitionOf(instance) is { } definition ? new WordList(instance, definition) : null;
        }

        return list;
    }

    private AbstractNum? DefinitionOf(NumberingInstance instance)
    {
        var definition = definitions.GetValueOrDefault(WordMarkup.Number(instance.AbstractNumId?.Val) ?? -1);
        // A definition may only point to a list style, which points to the instance of the real one.
        return definition?.NumberingStyleLink?.Val?.InnerText is { } style && styles.ListOf(style) is { } list && instances.TryGetValue(list.NumberingId, out var linked)
            ? definitions.GetValueOrDefault(WordMarkup.Number(linked.AbstractNumId?.Val) ?? -1)
            : definition;
    }
}

using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnershipEquality.Api.Features.Imports.Readers;

/// <summary>
/// The marks of list items ("2.1", "b)", "•"), which Word does not store but counts: each list's counters go on through the
/// document, a deeper level begins again under each item, and lists of one definition share their counters.
/// </summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly WordStyles styles;
    private readonly Dictionary<int, AbstractNum> definitions = [];
    private readonly Dictionary<int, NumberingInstance> instances = [];
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<(int Instance, int Level)> restarted = [];

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
        var id = WordMarkup.Number(own?.NumberingId?.Val) ?? byStyle?.NumberingId;
        if (id is not { } instanceId || !instances.TryGetValue(instanceId, out var instance) || DefinitionOf(instance) is not { } definition)
        {
            return null;
        }

        var level = Math.Clamp(WordMarkup.Number(own?.NumberingLevelReference?.Val) ?? LevelOfStyle(definition, byStyle?.StyleId) ?? byStyle?.Level ?? 0, 0, Levels - 1);
        return Count(instanceId, instance, definition, level);
    }

    private static int? LevelOfStyle(AbstractNum definition, string? styleId) => styleId is null ? null
        : definition.Elements<Level>().Where(l => l.ParagraphStyleIdInLevel?.Val?.InnerText == styleId).Select(l => WordMarkup.Number(l.LevelIndex)).FirstOrDefault();

    private AbstractNum? DefinitionOf(NumberingInstance instance)
    {
        var definition = definitions.GetValueOrDefault(WordMarkup.Number(instance.AbstractNumId?.Val) ?? -1);
        // A definition may only point to a list style, which points to the instance of the real one.
        return definition?.NumberingStyleLink?.Val?.InnerText is { } style && styles.ListOf(style) is { } list && instances.TryGetValue(list.NumberingId, out var linked)
            ? definitions.GetValueOrDefault(WordMarkup.Number(linked.AbstractNumId?.Val) ?? -1)
            : definition;
    }

    private string? Count(int instanceId, NumberingInstance instance, AbstractNum definition, int level)
    {
        var counts = counters.GetValueOrDefault(WordMarkup.Number(definition.AbstractNumberId) ?? -1) ?? (counters[WordMarkup.Number(definition.AbstractNumberId) ?? -1] = new int?[Levels]);
        var restart = WordMarkup.Number(Override(instance, level)?.StartOverrideNumberingValue?.Val);
        counts[level] = restart is { } at && restarted.Add((instanceId, level)) ? at
            : counts[level] is { } last ? last + 1
            : Start(instance, definition, level);
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            // lvlRestart 0: this level counts on whatever comes above it.
            if (WordMarkup.Number(LevelOf(instance, definition, deeper)?.LevelRestart?.Val) is not 0)
            {
                counts[deeper] = null;
            }
        }

        for (var above = 0; above < level; above++)
        {
            counts[above] ??= Start(instance, definition, above);
        }

        return LevelOf(instance, definition, level) is { } shown ? Written(shown, counts, i => FormatOf(LevelOf(instance, definition, i))) : null;
    }

    private static string Written(Level level, int?[] counts, Func<int, string> format)
    {
        var own = FormatOf(level);
        if (own == "bullet" || level.LevelPictureBulletId is not null)
        {
            return "•";
        }

        var pattern = level.LevelText?.Val?.InnerText ?? "";
        if (pattern.Length > 100)
        {
            return "";
        }

        var decimals = WordMarkup.IsOn(level.IsLegalNumberingStyle);
        for (var i = 0; i < Levels; i++)
        {
            pattern = pattern.Replace($"%{i + 1}", counts[i] is { } count ? ListNumber.Written(count, decimals ? "decimal" : format(i)) : "", StringComparison.Ordinal);
        }

        return pattern.Trim();
    }

    private static string FormatOf(Level? level) =>
        // Custom formats stand within alternatives, the plain one last.
        level?.Descendants<NumberingFormat>().LastOrDefault()?.Val?.InnerText ?? "decimal";

    private static int Start(NumberingInstance instance, AbstractNum definition, int level) =>
        WordMarkup.Number(LevelOf(instance, definition, level)?.StartNumberingValue?.Val) ?? 1;

    private static Level? LevelOf(NumberingInstance instance, AbstractNum definition, int level) =>
        Override(instance, level)?.Level ?? definition.Elements<Level>().FirstOrDefault(l => WordMarkup.Number(l.LevelIndex) == level);

    private static LevelOverride? Override(NumberingInstance instance, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(o => WordMarkup.Number(o.LevelIndex) == level);
}

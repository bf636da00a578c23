using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnershipEquality.Documents.Files;

/// <summary>One list of a document: how each of its levels counts and what its marks look like.</summary>
internal sealed class WordList
{
    public const int Levels = 9;

    private readonly Level?[] _levels = new Level?[Levels];
    private readonly string[] _formats = new string[Levels];
    private readonly int?[] _restarts = new int?[Levels];
    private readonly Dictionary<string, int> _byStyle = new(StringComparer.Ordinal);

    public WordList(NumberingInstance instance, AbstractNum definition)
    {
        Definition = WordMarkup.Number(definition.AbstractNumberId) ?? -1;
        foreach (var level in definition.Elements<Level>())
        {
            Take(level);
        }

        foreach (var change in instance.Elements<LevelOverride>())
        {
            if (WordMarkup.Number(change.LevelIndex) is { } at and >= 0 and < Levels)
            {
                _restarts[at] = WordMarkup.Number(change.StartOverrideNumberingValue?.Val);
                if (change.Level is { } level)
                {
                    Take(level);
                }
            }
        }

        for (var i = 0; i < Levels; i++)
        {
            // Custom formats stand within alternatives, the plain one last.
            _formats[i] = _levels[i]?.Descendants<NumberingFormat>().LastOrDefault()?.Val?.InnerText ?? "decimal";
        }
    }

    /// <summary>Lists of one definition share their counters.</summary>
    public int Definition { get; }

    public int? LevelOfStyle(string? styleId) => styleId is not null && _byStyle.TryGetValue(styleId, out var level) ? level : null;

    /// <summary>Counts one more item of this level, after which the deeper levels begin again.</summary>
    public void Count(int?[] counts, int level)
    {
        counts[level] = _restarts[level] ?? (counts[level] is { } last ? last + 1 : Start(level));
        _restarts[level] = null;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            // lvlRestart 0: this level counts on whatever comes above it.
            if (WordMarkup.Number(_levels[deeper]?.LevelRestart?.Val) is not 0)
            {
                counts[deeper] = null;
            }
        }

        for (var above = 0; above < level; above++)
        {
            counts[above] ??= Start(above);
        }
    }

    public string? Mark(int?[] counts, int level)
    {
        if (_levels[level] is not { } shown)
        {
            return null;
        }

        if (_formats[level] == "bullet" || shown.LevelPictureBulletId is not null)
        {
            return "•";
        }

        var pattern = shown.LevelText?.Val?.InnerText ?? "";
        if (pattern.Length > 100)
        {
            return null;
        }

        var decimals = WordMarkup.IsOn(shown.IsLegalNumberingStyle);
        for (var i = 0; i < Levels; i++)
        {
            pattern = pattern.Replace($"%{i + 1}", counts[i] is { } count
                ? ListNumber.Written(count, decimals ? "decimal" : _formats[i]) : "", StringComparison.Ordinal);
        }

        return pattern.Trim();
    }

    private int Start(int level) => WordMarkup.Number(_levels[level]?.StartNumberingValue?.Val) ?? 1;

    private void Take(Level level)
    {
        if (WordMarkup.Number(level.LevelIndex) is { } at and >= 0 and < Levels)
        {
            _levels[at] = level;
            if (level.ParagraphStyleIdInLevel?.Val?.InnerText is { } style)
            {
                _byStyle[style] = at;
            }
        }
    }
}

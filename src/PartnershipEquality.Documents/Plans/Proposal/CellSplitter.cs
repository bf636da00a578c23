using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>
/// One of several things written into a cell: its words, how the list numbers it, and of a milestone the target among its words.
/// </summary>
internal sealed record CellPart(string Text, string? Label, string? Target);

/// <summary>
/// Sets apart the actions or milestones of a cell: by bullets and numbers, by lines, by the two spaces that a line's end leaves in an
/// extracted text, and by the dates that end each. A list that a sentence introduces ("including:") is one thing and stays whole.
/// </summary>
internal static partial class CellSplitter
{
    private const int FewestWords = 3;

    /// <summary>
    /// The actions of a cell; lines that are no items of a list are actions only where the table speaks of several, or they have their own
    /// dates.
    /// </summary>
    public static IReadOnlyList<CellPart> Actions(string text, bool severalExpected, int linesBeside)
    {
        var lines = Lines(text);
        if (lines.Count > 1 && lines[0].EndsWith(':'))
        {
            return [Whole(text)];
        }

        if (Items(lines) is { } items)
        {
            return items;
        }

        var parts = lines.SelectMany(CutAfterDates).ToList();
        var areApart = parts.Count > 1 && parts.TrueForAll(part => WordsOf(part) >= FewestWords && !CellFlow.StartsLower(part))
            && (severalExpected || parts.Count == linesBeside || parts.Exists(part => TargetOf(part) is not null));
        return areApart ? [.. parts.Select(part => new CellPart(part, null, null))] : [Whole(text)];
    }

    /// <summary>The milestones of a cell: lines, items, and sentences, each with the date that ends it.</summary>
    public static IReadOnlyList<CellPart> Milestones(string text)
    {
        return [.. Entries(text).SelectMany(Sentences).Select(Milestone).Where(part => part.Text.Length > 0)];
    }

    /// <summary>Lines of a cell; where it has none, what two or more spaces set apart, if each begins like a sentence.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        return [.. lines.SelectMany(line =>
        {
            var groups = Gap().Split(line);
            return groups.Length > 1 && Array.TrueForAll(groups, group => !CellFlow.StartsLower(group)) ? groups : [line];
        })];
    }

    /// <summary>The items of a cell that is a list, without their marks; else its lines.</summary>
    public static IReadOnlyList<string> Entries(string text)
    {
        var lines = Lines(text);
        return Items(lines) is { } items ? [.. items.Select(item => item.Text)] : lines;
    }

    /// <summary>Several items are numbered within the text, so that its first number is not the number of all of it.</summary>
    public static bool NumbersItems(string text) => NumberLabel.ItemOf(text) is not null && InlineNumber().IsMatch(text);

    /// <summary>The words of the first target in a text, without brackets.</summary>
    public static string? TargetOf(string text)
    {
        var found = DateWords.In(text);
        return found.Count == 0 ? null : string.Join('\n', found.Select(target => Bare(target.Text)).Distinct());
    }

    private static CellPart Whole(string text) =>
        NumberLabel.ItemOf(text) is var (label, rest) && char.IsDigit(label.TrimStart('(')[0])
            ? new CellPart(rest, label, null) : new CellPart(text, null, null);

    /// <summary>The items, where all lines belong to a list; a line without a mark goes on with the item above.</summary>
    private static List<CellPart>? Items(IReadOnlyList<string> lines)
    {
        var unbroken = lines.SelectMany(line => NumberLabel.ItemOf(line) is not null ? InlineNumber().Split(line) : [line]).ToList();
        if (unbroken.Count < 2 || Mark(unbroken[0]) is null)
        {
            return null;
        }

        var items = new List<(string? Label, string Text)>();
        foreach (var line in unbroken)
        {
            if (Mark(line) is var (label, rest))
            {
                items.Add((label, rest));
            }
            else
            {
                items[^1] = (items[^1].Label, items[^1].Text + "\n" + line);
            }
        }

        return items.Count < 2 ? null : [.. items.Select(item => new CellPart(item.Text, item.Label, null))];
    }

    private static (string? Label, string Text)? Mark(string line) =>
        Bullet().Match(line) is { Success: true } bullet ? (null, line[bullet.Length..].Trim())
            : NumberLabel.ItemOf(line) is var (label, rest) ? (label, rest) : null;

    /// <summary>
    /// "... by autumn 2011 Develop ... by winter 2011": a date ends a sentence where a new one with its own date follows.
    /// </summary>
    private static IEnumerable<string> CutAfterDates(string line)
    {
        var found = WordsOf(line) < 2 * FewestWords + 2 ? [] : DateWords.In(line);
        var start = 0;
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var end = EndOf(line, found[i]);
            var follows = line[end..].TrimStart();
            if (follows.Length > 0 && char.IsUpper(follows[0]) && WordsOf(line[end..found[i + 1].Start]) >= FewestWords
                && WordsOf(line[start..found[i].Start]) >= FewestWords)
            {
                yield return line[start..end].Trim();
                start = end;
            }
        }

        yield return line[start..].Trim();
    }

    private static IEnumerable<string> Sentences(string line)
    {
        if (line.Contains(" | ", StringComparison.Ordinal))
        {
            return [line];
        }

        var found = DateWords.In(line);
        var cuts = SentenceEnd().Matches(line).Select(match => match.Index + match.Length)
            .Where(cut => !found.Any(target => cut > target.Start && cut < target.Start + target.Length))
            // A date in brackets after a full stop still belongs to the sentence before it.
            .Where(cut => line[cut] != '(')
            .Concat(found.Select(target => EndOf(line, target))
                .Where(end => end < line.Length && line[end..].TrimStart(' ', ';', ',') is [var next, ..] && char.IsUpper(next)))
            .Distinct().Order().ToList();
        var starts = cuts.Prepend(0);
        return starts.Zip(cuts.Append(line.Length), (start, end) => line[start..end].Trim(' ', ';', ','))
            .Where(sentence => sentence.Length > 0);
    }

    private static CellPart Milestone(string sentence)
    {
        if (sentence.LastIndexOf('|') is > 0 and var bar)
        {
            return new CellPart(sentence[..bar].TrimEnd(), null, sentence[(bar + 1)..].Trim());
        }

        var found = DateWords.In(sentence);
        if (found.Where(target => target.Text.StartsWith('(')).ToList() is [var only])
        {
            var rest = sentence[(only.Start + only.Length)..];
            var text = sentence[..only.Start].TrimEnd() + (rest.Trim() is "." or ";" or "," or "" ? "" : rest);
            return new CellPart(text.Length == 0 ? sentence : text, null, Bare(only.Text));
        }

        return new CellPart(sentence, null, TargetOf(sentence)
            ?? (AllYear().Match(sentence) is { Success: true } year ? year.Value : null));
    }

    private static int EndOf(string text, FoundTarget target)
    {
        var end = target.Start + target.Length;
        return end < text.Length && text[end] is '.' or ';' ? end + 1 : end;
    }

    private static string Bare(string target) => target.Trim().TrimStart('(').TrimEnd(')').Trim();

    private static int WordsOf(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));

    [GeneratedRegex(@" {2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(?:[•●▪◦‣·]|[-–—*](?=\s))\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\s+(?=\d{1,2}[.)]\s+\p{Lu})")]
    private static partial Regex InlineNumber();

    [GeneratedRegex(@"(?<!\b(?:e\.g|i\.e|etc|no|approx|dept|incl|St|Mr|Mrs|Dr))[.!?;]\s+(?=[\p{Lu}(])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(?:across|throughout|during|over) the (?:(?:whole|financial|calendar|plan) )?year\b", RegexOptions.IgnoreCase)]
    private static partial Regex AllYear();
}

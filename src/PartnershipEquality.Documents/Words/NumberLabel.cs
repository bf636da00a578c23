using System.Text.RegularExpressions;

namespace PartnershipEquality.Documents.Words;

/// <summary>
/// The number that a text begins with, as plans write it: "2.1 Relevant ...", "Objective 3. We will ...", "2) Training", "Table 1 -
/// Priority 1 - Listen".
/// </summary>
/// <param name="Number">The number alone: "2.1".</param>
/// <param name="Written">The words that give it, where they are more than the number: "Objective 3".</param>
/// <param name="Rest">The text after it.</param>
internal sealed partial record NumberLabel(string Number, string? Written, string Rest)
{
    private const int LongestIntroduction = 60;

    /// <summary>The depth of its number: 2 for "2.1".</summary>
    public int Depth => Number.Count(c => c == '.') + 1;

    public static NumberLabel? Of(string text)
    {
        if (NumberAlone().Match(text) is { Success: true } alone)
        {
            return new NumberLabel(alone.Groups["number"].Value, null, "");
        }

        if (Numbered().Match(text) is { Success: true } numbered)
        {
            return new NumberLabel(numbered.Groups["number"].Value, null, numbered.Groups["rest"].Value);
        }

        var worded = Worded().Match(text);
        if (!worded.Success)
        {
            return null;
        }

        var rest = worded.Groups["rest"].Value;
        var written = worded.Groups["label"].Value.TrimEnd();
        if (IsTable().IsMatch(written) && Of(rest) is { Written: not null } inner)
        {
            return inner with { Written = text[..(text.Length - inner.Rest.Length)].TrimEnd(' ', '-', '–', '—', ':', '.', '\n') };
        }

        return IsTable().IsMatch(written) ? null : new NumberLabel(worded.Groups["number"].Value, written, rest);
    }

    /// <summary>The number of an item in a list: "1)", "a.", "(ii)".</summary>
    public static (string Label, string Text)? ItemOf(string text) =>
        Item().Match(text) is { Success: true } item ? (item.Groups["label"].Value, item.Groups["rest"].Value) : null;

    /// <summary>The number of a heading whose label stands a few words into it: "Strategic Planning: Objective 1: To consider".</summary>
    public static string? WithinHeading(string text) =>
        Within().Match(text) is { Success: true } match && match.Index < LongestIntroduction ? match.Groups["number"].Value : null;

    /// <summary>Whether it is a number and nothing else, as in a column of numbers.</summary>
    public static bool IsNumber(string text) => NumberAlone().IsMatch(text);

    private const string Number_ = @"(?<number>\d{1,2}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z]{1,3}\d{1,3}(?:\.\d{1,3})?)";

    // What a number counts or dates: "3 Year programme", "31 March 2025".
    private const string Unit_ = @"(?:Years?|Months?|Weeks?|Days?|Hours?|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

    private const string Word_ =
        @"(?:objective|action|priority|theme|aim|goal|outcome|commitment|section|strand|pillar|part|area|recommendation|task|milestone|table|pledge|ambition|promise|workstream|step|activity|project|standard|characteristic|domain|module)";

    [GeneratedRegex("^" + Number_ + @"\s*[.):]?$")]
    private static partial Regex NumberAlone();

    [GeneratedRegex(
        @"^(?<number>\d{1,2}(?:\.\d{1,3}){1,3}[a-z]?)[.):]?\s+(?<rest>\S.*)$|^(?<number>\d{1,2}[a-z]?|[A-Z]{1,2}\d{1,2}(?:\.\d{1,3})?)\s?[.):]\s*(?<rest>[^\s\d].*)$|^(?<number>\d{1,2})\s+(?:[-–—]\s+)?(?!" + Unit_ + @")(?<rest>\p{Lu}\p{L}+\s.*)$", RegexOptions.Singleline)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(?<label>(?:[\p{L}&']+\s+){0,3}?" + Word_
            + @"\s+(?:no\.?\s*)?(?<number>\d{1,2}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z](?=[\s:.)-])|[IVX]+(?=[\s:.)-])))(?:\s*[.):]|\s+[-–—]|\s*$|\s+(?=\p{Lu}))\s*(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Worded();

    [GeneratedRegex(@"^(?<label>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?<rest>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Item();

    [GeneratedRegex(@"\b" + Word_ + @"\s+(?<number>\d{1,2}(?:\.\d{1,3})*)\s*[:.\-–—]|\b(?<number>\d{1,2}):", RegexOptions.IgnoreCase)]
    private static partial Regex Within();

    [GeneratedRegex(@"^table\s", RegexOptions.IgnoreCase)]
    private static partial Regex IsTable();
}

using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>Where an action stands, as plans write it: a colour, a word, or "Dec 2013-Completed" at the end of a date cell.</summary>
internal static partial class StatusWords
{
    private static readonly (string Words, AssignmentStatus Status)[] Meanings =
    [
        ("not applicable; n/a; no longer applicable; not required; no longer required", AssignmentStatus.NotApplicable),
        ("not started; not yet started; not begun; yet to start; to start; outstanding; planned; grey; gray", AssignmentStatus.NotStarted),
        ("completed; complete; done; achieved; implemented; delivered; finished; closed; blue; b; already implemented; fully implemented; action completed", AssignmentStatus.Completed),
        ("on track; on target; in progress; progressing; underway; under way; started; ongoing; on-going; green; g; on schedule; in hand",
            AssignmentStatus.OnTrack),
        ("at risk; amber; a; some delay; minor delay; some slippage; yellow; partially complete; partly complete; partially completed; behind", AssignmentStatus.AtRisk),
        ("off track; red; r; delayed; overdue; missed; not achieved; not met; stalled; off target; not on track; behind schedule; slipped; not completed; not complete; incomplete", AssignmentStatus.OffTrack),
    ];

    private static readonly Dictionary<string, AssignmentStatus> ByWords = Meanings
        .SelectMany(meaning => meaning.Words.Split("; ").Select(words => (Key: LooseWord.KeyOf(words), meaning.Status)))
        .DistinctBy(word => word.Key)
        .ToDictionary(word => word.Key, word => word.Status);

    /// <summary>The status that a cell of a status column says, if it says one.</summary>
    public static AssignmentStatus? OfCell(string text)
    {
        if (ByWords.TryGetValue(LooseWord.KeyOf(text), out var status))
        {
            return status;
        }

        // "Completed - published in May": what stands before the first mark.
        var start = Mark().Split(text, 2)[0];
        return ByWords.TryGetValue(LooseWord.KeyOf(start), out status) ? status
            : Leading().Match(text) is { Success: true } leading && ByWords.TryGetValue(LooseWord.KeyOf(leading.Value), out status)
                ? status : null;
    }

    /// <summary>The status that a text of progress begins with. A letter alone is a colour only in a column of colours.</summary>
    public static AssignmentStatus? OfUpdate(string text) => text.Trim().Length > 2 ? OfCell(text) : null;

    /// <summary>A date cell without the words that say that it is done, and those words. "Review completed by 2014/15" is a date.</summary>
    public static (string Date, string? Words) FromDate(string cell)
    {
        var dates = new List<string>();
        var said = new List<string>();
        foreach (var line in cell.Split('\n'))
        {
            var match = Done().Match(line);
            if (match.Success)
            {
                said.Add(match.Value.Trim());
                dates.Add(line.Remove(match.Index, match.Length).Trim());
            }
            else
            {
                dates.Add(line);
            }
        }

        return said.Count == 0 ? (cell, null) : (string.Join('\n', dates.Where(date => date.Length > 0)), string.Join('\n', said));
    }

    /// <summary>Nothing is to be done: "N/A", "Not applicable - the county's".</summary>
    public static bool IsNotApplicable(string text) => NotApplicable().IsMatch(text.Trim());

    private const string Month =
        @"(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s*\d{2,4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:Spring|Summer|Autumn|Winter)\s+\d{4}|\d{4})";

    [GeneratedRegex(
        @"(?:" + Month
            + @"\s*[-–—:,]?\s*)?\b(?<!\b(?:to be|be|not|not yet|once|when|until|if|being)\s)(?:action\s+)?(?:completed?|done|achieved)\b(?:\s*[-–—:,(]?\s*(?:(?:in|on)\s+)?" + Month + @"\)?)?\s*[.!]?\s*$|^(?:completed?|done|achieved)\b(?!\s+(?:by|before|for|in line|when|once|review|all|the))\s*[-–—:,(]?\s*(?:(?:in|on)\s+)?(?:" + Month + @"\)?)?", RegexOptions.IgnoreCase)]
    private static partial Regex Done();

    [GeneratedRegex(
        @"^(?:n\s*/\s*a|n\.a\.|not applicable|no action (?:required|needed|necessary)|nothing (?:required|to do))\b?\.?(?:$|[\s\-–—:,.(])",
            RegexOptions.IgnoreCase)]
    private static partial Regex NotApplicable();

    [GeneratedRegex(@"\s[-–—]\s|[.:;,(\n]")]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"^(?:not (?:yet )?started|not completed?|partially completed?|completed?|on track|at risk|off track|in progress|delayed|overdue|red|amber|green|blue|achieved)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();
}

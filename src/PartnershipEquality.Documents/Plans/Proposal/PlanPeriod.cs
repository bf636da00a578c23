using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>
/// The period of a plan whose uploader did not say: the years that the plan itself names ("2011-2014", "2022/23"),
/// in financial years (1 April to 31 March), since councils plan by them; or from day to day, where it says so.
/// </summary>
public static partial class PlanPeriod
{
    /// <param name="said">What names the plan, the most telling first: its title, the file's name, its first lines.</param>
    /// <param name="today">When nothing does: this financial year and the two after it.</param>
    public static (DateOnly StartsOn, DateOnly EndsOn, bool IsNamed) Of(IEnumerable<string?> said, DateOnly today)
    {
        foreach (Match match in said.OfType<string>().SelectMany(text => Days().Matches(text)))
        {
            if (DayOf(match.Groups[1].Value) is { } first && DayOf(match.Groups[2].Value) is { } last && last > first
                && last <= first.AddYears(LongestYears))
            {
                return (first, last, true);
            }
        }

        foreach (var text in said.OfType<string>())
        {
            foreach (Match match in Years().Matches(text))
            {
                var from = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                var to = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
                to = match.Groups[2].Length == 2 ? (from / 100 * 100) + to : to;
                if (to > from && to - from <= LongestYears)
                {
                    return (new DateOnly(from, 4, 1), new DateOnly(to, 3, 31), true);
                }
            }
        }

        foreach (var text in said.OfType<string>())
        {
            if (Year().Match(text) is { Success: true } lone)
            {
                // A plan "of 2013" may begin with what is due that January.
                var of = int.Parse(lone.ValueSpan, CultureInfo.InvariantCulture);
                return (new DateOnly(of - 1, 4, 1), new DateOnly(of + 2, 3, 31), true);
            }
        }

        var year = today.Month >= 4 ? today.Year : today.Year - 1;
        return (new DateOnly(year, 4, 1), new DateOnly(year + 3, 3, 31), false);
    }

    private const int LongestYears = 10;

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, ["d MMMM yyyy", "d MMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite,
            out var day) ? day : null;

    [GeneratedRegex(@"(?<!\d)(\d{1,2}\s+\p{L}{3,9}\s+20\d\d)\s*(?:[-\u2010-\u2015]|to|until)\s*(\d{1,2}\s+\p{L}{3,9}\s+20\d\d)(?!\d)")]
    private static partial Regex Days();

    // "2025 to 31 March": a day, not a year.
    [GeneratedRegex(
        @"(?<!\d)((?:19|20)\d\d)\s*(?:[-/\u2010-\u2015]|to)\s*((?:19|20)?\d\d)(?!\d|\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)")]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex Year();
}

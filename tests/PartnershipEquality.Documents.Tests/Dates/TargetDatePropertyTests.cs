using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Tests.Dates;

/// <summary>What holds for any text: nothing throws, and no date is invented.</summary>
public sealed partial class TargetDatePropertyTests
{
    private static readonly string[] Pieces =
    [
        "January", "March", "may", "June", "Sept", "Dec", "spring", "summer", "autumn", "winter", "Easter", "Christmas", "Michaelmas",
            "term", "academic year", "financial year", "FY", "Q1", "Q4", "H1", "H2",
        "first half of", "second half of", "mid", "early", "late", "to", "end of", "the end of the year", "next year", "this year", "w/c",
            "week ending", "within", "months of", "after", "before", "by", "from", "until",
        "onwards", "start", "complete by", "and", "or", "then", "/", "-", "\u2013", ",", ";", ".", "(", ")", ":", "'", "?", "\n", "  ",
            "Phase 1", "Phase", "Draft", "final", "NWL", "pilot", "1)", "a)",
        "annually", "biannually", "biennially", "bi-monthly", "quarterly", "termly", "6 monthly", "every", "each year", "twice yearly",
            "thereafter", "first in", "review", "reviewed", "Year", "years", "yr", "end of year", "2nd", "week of", "revised to", "now",
                "launch", "in the new year", "% by", "ongoing", "on-going", "across the year",
        "TBC", "asap", "as appropriate", "completed", "in progress", "already planned", "subject to funding", "was", "see", "following",
            "Equality Act", "the census", "train staff",
        "1", "2", "3", "5", "12", "13", "29", "31", "31st", "2011", "2012", "2012/13", "2011-12", "2013-2014", "12/13", "11/12", "3/4/2012",
            "1.1.12", "2012-03-31", "99", "1899", "2200", "12345",
    ];

    [GeneratedRegex("(?:year|yr)s?[ .]*[1-5]", RegexOptions.IgnoreCase)]
    private static partial Regex YearOfScheme { get; }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers { get; }

    [Fact]
    public void No_text_throws_and_no_year_is_invented()
    {
        var random = new Random(20120331);
        for (var round = 0; round < 8_000; round++)
        {
            var text = Compose(random);
            PlanYear? planYear = random.Next(3) == 0 ? new PlanYear(2040) : null;
            var years = Derivable(text, planYear);

            var targets = TargetDateReader.Read(text, planYear);
            var found = TargetDateFinder.In(text, planYear);

            targets.ShouldNotBeEmpty(text);
            found.All(one => text.Substring(one.Start, one.Length) == one.Text && one.Targets.Count > 0).ShouldBeTrue(text);
            found.Zip(found.Skip(1)).All(pair => pair.First.Start + pair.First.Length <= pair.Second.Start).ShouldBeTrue(text);
            foreach (var target in targets.Concat(found.SelectMany(one => one.Targets)))
            {
                Check(target, years, text);
            }
        }
    }

    [Fact]
    public void Without_a_number_and_a_plan_there_is_no_date()
    {
        var random = new Random(20130331);
        for (var round = 0; round < 3_000; round++)
        {
            var text = Compose(random);
            text = Numbers.Replace(text, "");

            TargetDateReader.Read(text).Concat(TargetDateFinder.In(text).SelectMany(one => one.Targets))
                .All(target => target.Earliest is null && target.DueBy is null).ShouldBeTrue(text);
        }
    }

    private static void Check(TargetDate target, HashSet<int> years, string text)
    {
        var readings = target.Alternatives.Prepend(target).ToList();
        foreach (var day in readings.SelectMany(one => new[] { one.Earliest, one.DueBy }))
        {
            (day is null || years.Contains(day.Value.Year)).ShouldBeTrue($"{text} -> {day}");
        }

        (target.Alternatives.Count == 0 || target.Derived).ShouldBeTrue(text);
        target.Alternatives.All(other => other.Derived && other.Alternatives.Count == 0 && other.Text == target.Text).ShouldBeTrue(text);
        readings.Distinct().Count().ShouldBe(readings.Count, text);
        var kept = TargetDateRecord.From(target).ToTargetDate();
        kept.ShouldBe(target, text);
        kept.Alternatives.ShouldBe(target.Alternatives, text);
        TargetDateWording.Say(readings).ShouldNotBeNullOrWhiteSpace();
    }

    private static string Compose(Random random)
    {
        var text = new StringBuilder();
        for (var piece = random.Next(1, 9); piece > 0; piece--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(8) == 0 ? "" : " ");
        }

        return text.ToString();
    }

    // A year of the text or the plan, and the next to it: a winter and a financial year end in the next, and "before 2012" is 2011.
    private static HashSet<int> Derivable(string text, PlanYear? planYear)
    {
        var years = Numbers.Matches(text)
            .Where(number => number.Length is 2 or 4)
            .Select(number => int.Parse(number.ValueSpan, CultureInfo.InvariantCulture))
            .Select(number => number < 100 ? 2000 + number : number);
        if (planYear is { } plan)
        {
            // "Year 3" is the scheme's own, counted from its first.
            years = years.Concat([plan.StartingYear, plan.StartingYear + 1]).Concat(YearOfScheme.IsMatch(text)
                ? Numbers.Matches(text).Where(number => number.Length == 1).Select(number => plan.StartingYear + number.ValueSpan[0] - '1')
                    : []);
        }

        return [.. years.SelectMany(year => Enumerable.Range(year - 1, 3))];
    }
}

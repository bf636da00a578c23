using System.Globalization;
using System.Text;
using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Tests.Dates;

public sealed class TargetDateReaderVariantTests
{
    private static readonly string[] FullNames = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12]];

    public static TheoryData<int> Months => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Months))]
    public void Every_month_is_read_however_it_is_written(int month)
    {
        var name = FullNames[month - 1];
        string[] names = month == 9 ? [name, name[..3], "Sept", "Sep.", "Sept."] : [name, name[..3], name[..3] + "."];
        foreach (var written in names.SelectMany(one => new[] { one, one.ToUpperInvariant(), one.ToLowerInvariant() }))
        {
            foreach (var year in new[] { 1900, 1999, 2000, 2011, 2012, 2026, 2200 })
            {
                var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
                foreach (var separator in new[] { " ", "  ", "-", " - ", ", ", "\u00A0", "\n", " of ", "/" })
                {
                    var text = written + separator + year.ToString(CultureInfo.InvariantCulture);
                    var target = TargetDateReader.Read(text).ShouldHaveSingleItem(text);
                    target.ShouldBe(new TargetDate.InMonth(text, new DateOnly(year, month, 1), last), text);
                }

                foreach (var lead in new[] { "by ", "By the end of ", "no later than ", "due by ", "to be completed by ", "BY " })
                {
                    var text = $"{lead}{written} {year}";
                    TargetDateReader.Read(text).ShouldHaveSingleItem().ShouldBe(new TargetDate.InMonth(text, null, last), text);
                }
            }

            var quoted = $"{written} '13";
            TargetDateReader.Read(quoted)
                .ShouldHaveSingleItem().DueBy.ShouldBe(new DateOnly(2013, month, DateTime.DaysInMonth(2013, month)));
        }
    }

    [Theory]
    [MemberData(nameof(Months))]
    public void Every_day_is_read_and_no_other(int month)
    {
        foreach (var year in new[] { 2011, 2012 })
        {
            for (var day = 1; day <= 31; day++)
            {
                var ordinal = day + (day is 1 or 21 or 31 ? "st" : day is 2 or 22 ? "nd" : day is 3 or 23 ? "rd" : "th");
                var name = FullNames[month - 1];
                var inFigures = new[] { $"{day}/{month}/{year}", $"{day:00}.{month:00}.{year}", $"{day:00}-{month:00}-{year}" };
                foreach (var text in new[]
                {
                    $"{day} {name} {year}", $"{ordinal} {name[..3]} {year}", $"{ordinal} of {name}, {year}",
                    $"{year}-{month:00}-{day:00}", $"{day}-{name[..3]}-{year}", $"{name} {ordinal}, {year}",
                }.Concat(inFigures))
                {
                    var target = TargetDateReader.Read(text).ShouldHaveSingleItem(text);
                    if (day <= DateTime.DaysInMonth(year, month))
                    {
                        var expected = new DateOnly(year, month, day);
                        var isTwoWay = inFigures.Contains(text) && day <= 12 && day != month;
                        target.ShouldBe(new TargetDate.OnDay(text, expected, expected) { Derived = isTwoWay }, text);
                        target.Alternatives.Select(other => other.DueBy).ShouldBe(isTwoWay ? [new DateOnly(year, day, month)] : [], text);
                    }
                    else
                    {
                        target.ShouldBe(new TargetDate.Unreadable(text), text);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("on{0}going")]
    [InlineData("On{0}going")]
    [InlineData("ON{0}GOING")]
    [InlineData("On{0}Going.")]
    [InlineData(" on{0}going ")]
    public void On_going_is_read_with_any_dash(string pattern)
    {
        foreach (var dash in new[] { "", " ", "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\u00AD", " - ", "\u00A0",
            "\u200B" })
        {
            var text = string.Format(CultureInfo.InvariantCulture, pattern, dash);

            TargetDateReader.Read(text).ShouldHaveSingleItem().ShouldBe(new TargetDate.Ongoing(text));
        }
    }

    [Fact]
    public void Financial_years_and_quarters_end_where_they_should()
    {
        for (var year = 1990; year < 2100; year++)
        {
            foreach (var separator in new[] { "/", "-", "\u2013", "/ " })
            {
                var text = $"{year}{separator}{(year + 1) % 100:00}";
                TargetDateReader.Read(text).ShouldHaveSingleItem()
                    .ShouldBe(new TargetDate.InFinancialYear(text, new DateOnly(year, 4, 1),
                        new DateOnly(year + 1, 3, 31))
                    { Derived = true });
                TargetDateReader.Read("FY " + text).ShouldHaveSingleItem()
                    .ShouldBe(new TargetDate.InFinancialYear("FY " + text, new DateOnly(year, 4, 1), new DateOnly(year + 1, 3, 31)));
            }

            for (var quarter = 1; quarter <= 4; quarter++)
            {
                var target = TargetDateReader.Read($"Q{quarter} {year}/{(year + 1) % 100:00}").ShouldHaveSingleItem();
                target.Kind.ShouldBe(TargetKind.Quarter);
                target.DueBy.ShouldBe(new DateOnly(year, 4, 1).AddMonths(3 * quarter).AddDays(-1));
            }
        }
    }

    [Fact]
    public void Whatever_is_written_is_kept_and_nothing_throws()
    {
        var random = new Random(20110601);
        string[] pieces =
        [
            "June", "2011", "by", "31", "/", "-", "\u2013", " ", "  ", "\n", "on-going", "and", "thereafter", "each year", "Q1", "2014/15",
                "TBC", "\0", "\u0007", "\u200B", "\uD83D\uDE00",
            "\uD83D", "ñ", "İ", "(", ")", ".", "every", "3", "years", "Completed", "see", "early", "winter", "end of", "to", "99", "'", "٣",
                "review", "within a month of", "from", "start", "0", "29 February",
        ];
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder();
            for (var piece = random.Next(1, 12); piece > 0; piece--)
            {
                text.Append(round % 4 == 0 ? ((char)random.Next(0, 0x10000)).ToString() : pieces[random.Next(pieces.Length)]);
                text.Append(random.Next(3) == 0 ? "" : " ");
            }

            var written = text.ToString();
            var targets = TargetDateReader.Read(written, random.Next(2) == 0
                ? null : new PlanYear(random.Next(-5, 10_005)), random.Next(2) == 0 ? null : "NWL; BDC  CBC");

            targets.ShouldNotBeEmpty();
            foreach (var target in targets)
            {
                (targets.Count == 1
                    ? target.Text == written : written.Contains(target.Text, StringComparison.Ordinal)).ShouldBeTrue(written);
                (target.Earliest is null || target.DueBy is null || target.Earliest <= target.DueBy).ShouldBeTrue(written);
                TargetDateRecord.From(target).ToTargetDate().ShouldBe(target);
                TargetDateWording.Say(target).ShouldNotBeNullOrWhiteSpace();
                target.DueDatesWithin(new DateOnly(2011, 1, 1), new DateOnly(2014, 12, 31)).Count().ShouldBeLessThan(1500);
            }
        }
    }

    [Theory]
    [InlineData("June ")]
    [InlineData("June 2011 ")]
    [InlineData("June 2011  ")]
    [InlineData("and ")]
    [InlineData("(((( ")]
    [InlineData("1/")]
    [InlineData("Review each ")]
    [InlineData("On-going until ")]
    [InlineData("Aa ")]
    public void The_longest_texts_are_read_in_one_pass(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, TargetDateReader.LongestText))[..TargetDateReader.LongestText];

        Work.ShouldGrowEvenly(() => Read(text[..(text.Length / 2)]), () => Read(text));

        TargetDateReader.Read(text + "longer").ShouldHaveSingleItem().Kind.ShouldBe(TargetKind.Unreadable);

        static void Read(string text) => TargetDateReader.Read(text, new PlanYear(2011), text).ShouldNotBeEmpty();
    }
}

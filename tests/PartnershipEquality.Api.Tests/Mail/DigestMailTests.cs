using System.Text.RegularExpressions;
using System.Xml.Linq;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Tests.Mail;

public sealed partial class DigestMailTests
{
    private readonly RenderedDigest _digest = DigestMail.Render(SampleMail.Digest(), "https://equality.example.org/mine?a=1&b=2");

    [Fact]
    public void The_subject_is_the_digests_own() =>
        _digest.Subject.ShouldBe(
            "2 overdue, 1 escalated to you, 2 due soon, 2 reviews due, 2 changed by the partnership: your equality actions on 23 November 2026");

    [Fact]
    public void The_page_has_its_language_one_title_and_headings_in_order()
    {
        var page = Page();

        page.Attribute("lang")!.Value.ShouldBe("en-GB");
        page.Descendants("h1").ShouldHaveSingleItem();
        page.Descendants("h2").Select(heading => heading.Value)
            .ShouldBe(["Overdue (2)", "Escalated to you (1)", "Due soon (2)", "Review due (2)", "Changed by the partnership (2)"]);
        page.Descendants("h3").Count().ShouldBe(9);
        page.Descendants("li").ShouldAllBe(item => item.Elements("h3").Count() == 1 && item.Elements("a").Count() == 1);
        page.Descendants("img").ShouldBeEmpty();
    }

    [Fact]
    public void Each_line_says_what_by_when_in_words_and_as_written_why_and_what_to_do()
    {
        var line = Page().Descendants("li").First();

        line.Value.ShouldContain("2.4: 23 days overdue");
        line.Value.ShouldContain("Was due 31 October 2026. In the plan: “October 2026”.");
        line.Value.ShouldContain("You receive this because you hold the post Policy and Performance Officer.");
        line.Element("a")!.Value.ShouldBe("Report progress on 2.4");
        line.Element("a")!.Attribute("href")!.Value.ShouldBe("https://equality.example.org/assignments/0199a?ref=2.4&from=digest");
    }

    [Fact]
    public void What_people_wrote_stays_text()
    {
        _digest.Html.ShouldNotContain("<script");
        Page().Value.ShouldContain("<script>alert(1)</script> & publish");
        _digest.Text.ShouldContain("<script>alert(1)</script> & publish");
    }

    [Fact]
    public void Both_parts_say_the_same()
    {
        var words = string.Join(' ', _digest.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        foreach (var element in Page().Descendants().Where(element => element.Name.LocalName is "h1" or "h2" or "h3" or "p"))
        {
            var said = string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            words.ShouldContain(said, Case.Insensitive);
        }

        foreach (var link in Page().Descendants("a"))
        {
            words.ShouldContain($"{link.Value}: {link.Attribute("href")!.Value}");
        }
    }

    [Theory]
    [InlineData(ReminderKind.Delivery, -1, "1.1: due tomorrow")]
    [InlineData(ReminderKind.Delivery, 0, "1.1: due today")]
    [InlineData(ReminderKind.Delivery, -28, "1.1: due in 28 days")]
    [InlineData(ReminderKind.Delivery, 1, "1.1: 1 day overdue")]
    [InlineData(ReminderKind.Delivery, 42, "1.1: 42 days overdue")]
    [InlineData(ReminderKind.Review, -7, "1.1: review due in 7 days")]
    [InlineData(ReminderKind.Review, 0, "1.1: review due today")]
    [InlineData(ReminderKind.Review, 1, "1.1: review was due yesterday")]
    [InlineData(ReminderKind.Review, 14, "1.1: review was due 14 days ago")]
    public void Urgency_is_said_in_words(ReminderKind kind, int daysFromDue, string words)
    {
        var day = new DateOnly(2026, 11, 23);
        var line = new DigestLine(
            Guid.CreateVersion7(), kind, "Scheme", "1.1", "Do it", day.AddDays(-daysFromDue), "", "https://x", null, null);

        DigestMail.Render(new DigestContent("Council", "Ann", day, [line])).Text.ShouldContain(words);
    }

    [Fact]
    public void Every_colour_stands_out_from_white_by_seven_to_one()
    {
        var colours = ColourPattern().Matches(_digest.Html).Select(match => match.Groups[1].Value).Distinct().ToList();

        colours.Count.ShouldBeGreaterThan(3);
        colours.ShouldAllBe(colour => ContrastOnWhite(colour) >= 7);
    }

    private XElement Page()
    {
        var wellFormed = MetaPattern().Replace(_digest.Html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<meta$1/>");
        return XElement.Parse(wellFormed);
    }

    // The formula of WCAG 2.2 for relative luminance.
    private static double ContrastOnWhite(string hex)
    {
        double Linear(int at)
        {
            var part = Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return 1.05 / ((0.2126 * Linear(0)) + (0.7152 * Linear(2)) + (0.0722 * Linear(4)) + 0.05);
    }

    [GeneratedRegex("(?:color:|solid )#([0-9a-f]{6})(?<!background:#ffffff)")]
    private static partial Regex ColourPattern();

    [GeneratedRegex("<meta([^>]*)>")]
    private static partial Regex MetaPattern();
}

using PartnershipEquality.Domain.Board;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Tests.Board;

public sealed class HeadlineTests
{
    private static readonly DateOnly _day = new(2026, 11, 23);

    [Theory]
    [InlineData(AssignmentStatus.Completed, true, true, Headline.Completed)]
    [InlineData(AssignmentStatus.OnTrack, true, true, Headline.Overdue)]
    [InlineData(AssignmentStatus.OnTrack, true, false, Headline.Overdue)]
    [InlineData(AssignmentStatus.OffTrack, false, true, Headline.NotUpdated)]
    [InlineData(AssignmentStatus.OffTrack, false, false, Headline.OffTrack)]
    [InlineData(AssignmentStatus.AtRisk, false, false, Headline.AtRisk)]
    [InlineData(AssignmentStatus.OnTrack, false, false, Headline.OnTrack)]
    [InlineData(AssignmentStatus.NotStarted, false, false, Headline.NotStarted)]
    [InlineData(AssignmentStatus.NotApplicable, false, false, Headline.NotApplicable)]
    public void The_first_that_fits_is_the_headline(AssignmentStatus status, bool overdue, bool notUpdated, Headline headline) =>
        Standing.On(_day, status, withdrawn: false, dueBy: Past(overdue), baselineDueBy: null, reviewBy: Past(notUpdated),
            noTarget: false).Headline.ShouldBe(headline);

    private static DateOnly? Past(bool isPast) => isPast ? _day.AddDays(-1) : null;

    [Theory]
    [InlineData(Headline.Completed, "blue: completed")]
    [InlineData(Headline.Overdue, "red: overdue")]
    [InlineData(Headline.NotUpdated, "grey: not updated")]
    [InlineData(Headline.OffTrack, "red: off track")]
    [InlineData(Headline.AtRisk, "amber: at risk")]
    [InlineData(Headline.OnTrack, "green: on track")]
    [InlineData(Headline.NotStarted, "grey: not started")]
    [InlineData(Headline.NotApplicable, "grey: not applicable")]
    public void A_colour_comes_with_its_word(Headline headline, string words) => Headlines.InColour(headline).ShouldBe(words);

    [Fact]
    public void The_sentence_says_completed_first_and_then_what_is_late() =>
        new HeadlineCounts(5, 1, 1, 0, 0, 0, 0, 0).Sentence().ShouldBe("5 of 7 completed, 1 overdue, 1 not updated");

    [Fact]
    public void Nothing_completed_is_said_too() =>
        new HeadlineCounts(0, 0, 0, 0, 0, 0, 3, 0).Sentence().ShouldBe("0 of 3 completed, 3 not started");

    [Fact]
    public void The_sentence_adds_up_to_all_that_is_expected() =>
        new HeadlineCounts(1, 2, 3, 4, 5, 6, 7, 8).Sentence()
            .ShouldBe("1 of 36 completed, 2 overdue, 3 not updated, 4 off track, 5 at risk, 6 on track, 7 not started, 8 not applicable");

    [Fact]
    public void An_empty_column_says_so() => new HeadlineCounts(0, 0, 0, 0, 0, 0, 0, 0).Sentence().ShouldBe("Nothing expected");
}

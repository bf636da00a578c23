using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Tests.Reminders;

public sealed class DigestContentTests
{
    private static readonly DateOnly _day = new(2026, 11, 23);

    [Fact]
    public void Lines_are_grouped_by_what_they_are_on_the_day_and_the_most_urgent_stands_first()
    {
        var digest = Digest(
            Line("2.10", 5), Line("1.1", -3), Line("2.9", 5), Line("3.1", 0), Line("4.2", -30), Line("5.1", -2, ReminderKind.Review));

        digest.Sections.Select(section => section.Group)
            .ShouldBe([DigestGroup.Overdue, DigestGroup.DueSoon, DigestGroup.ReviewDue]);
        digest.Sections.Select(section => string.Join(' ', section.Lines.Select(line => line.Reference)))
            .ShouldBe(["4.2 1.1", "3.1 2.9 2.10", "5.1"]);
    }

    [Fact]
    public void The_subject_counts_what_is_inside_and_names_the_day()
    {
        var digest = Digest(Line("1.1", -3), Line("1.2", -3), Line("1.3", -3), Line("1.4", 0), Line("1.5", 7));

        digest.Subject.ShouldBe("3 overdue, 2 due soon: your equality actions on 23 November 2026");
    }

    [Theory]
    [InlineData(1, 0, "1 review due")]
    [InlineData(2, 1, "2 reviews due, 1 changed by the partnership")]
    [InlineData(0, 3, "3 changed by the partnership")]
    [InlineData(0, 0, "nothing due")]
    public void The_counts_read_as_english(int reviews, int changes, string expected)
    {
        var digest = new DigestContent(
            "Blaby District Council",
            "Ann Example",
            _day,
            Enumerable.Range(0, reviews).Select(i => Line($"1.{i}", 3, ReminderKind.Review)),
            Enumerable.Range(0, changes).Select(i => new PlanChange(PlanChangeKind.Moved, "Scheme", $"2.{i}", "moved", "https://x")));

        digest.Counts.ShouldBe(expected);
        digest.IsEmpty.ShouldBe(reviews + changes == 0);
    }

    [Fact]
    public void Who_holds_two_posts_is_asked_once_for_the_same_work_and_told_of_both()
    {
        var line = Line("1.1", 3) with { RoleTitle = "Equality Officer", WhyYou = "you hold the post Equality Officer" };
        var again = line with { RoleTitle = "Policy Officer", WhyYou = "you hold the post Policy Officer" };

        var digest = Digest(again, line, again);

        var only = digest.Sections.ShouldHaveSingleItem().Lines.ShouldHaveSingleItem();
        only.RoleTitle.ShouldBe("Equality Officer, Policy Officer");
        only.WhyYou.ShouldBe("you hold the post Equality Officer; you hold the post Policy Officer");
    }

    [Fact]
    public void What_is_passed_on_stands_apart_unless_it_is_the_recipients_own_as_well()
    {
        var own = Line("1.1", -14) with { RoleTitle = "Equality Officer", WhyYou = "you hold the post Equality Officer" };
        var passedOn = own with { RoleTitle = "Equality Officer, Policy Officer", WhyYou = null, EscalatedAs = "equality lead" };

        Digest(passedOn).Sections.ShouldHaveSingleItem().Group.ShouldBe(DigestGroup.Escalated);
        Digest(passedOn).Counts.ShouldBe("1 escalated to you");
        var both = Digest(passedOn, own, passedOn with { EscalatedAs = "a member of the equality group" }).Sections.ShouldHaveSingleItem();
        both.Group.ShouldBe(DigestGroup.Overdue);
        both.Lines.ShouldHaveSingleItem().ShouldBe(own with { EscalatedAs = "a member of the equality group and equality lead" });
    }

    [Fact]
    public void Two_occurrences_of_the_same_action_are_two_lines() =>
        Digest(Line("1.1", 3), Line("1.1", 3)).Sections.ShouldHaveSingleItem().Lines.Count.ShouldBe(2);

    [Fact]
    public void What_is_due_today_is_not_overdue() =>
        Line("1.1", 0).GroupOn(_day).ShouldBe(DigestGroup.DueSoon);

    [Fact]
    public void A_review_is_never_overdue() =>
        Line("1.1", -20, ReminderKind.Review).GroupOn(_day).ShouldBe(DigestGroup.ReviewDue);

    private static DigestContent Digest(params DigestLine[] lines) => new("Blaby District Council", "Ann Example", _day, lines);

    private static DigestLine Line(string reference, int dueIn, ReminderKind kind = ReminderKind.Delivery) => new(
        Guid.CreateVersion7(), kind, "Scheme", reference, "Do it", _day.AddDays(dueIn), "", "https://example.org", null, null);
}

using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Tests.Plans;

public sealed class PlanEditingTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData("", "1.2/1")]
    [InlineData("1.2/1", "1.2/2")]
    [InlineData("1.2/1 1.2/7 1.2/3", "1.2/8")]
    [InlineData("1.2/first", "1.2/1")]
    public void An_action_that_comes_takes_the_number_after_the_highest(string here, string expected) =>
        Promise("1.2").NextReference(here.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(expected);

    [Fact]
    public void A_number_is_not_given_twice_also_when_its_action_has_gone_elsewhere()
    {
        var (from, to) = (Promise("1.2"), Promise("2.1"));
        var action = Work(from, "1.2/3");

        action.MoveTo(from, to, ["2.1/1"]);

        (action.CommitmentId, action.ThemeId, action.Reference).ShouldBe((to.Id, to.ThemeId, "2.1/2"));
        from.NextReference(["1.2/1", "1.2/2"]).ShouldBe("1.2/4");
        action.MoveTo(to, to, ["2.1/1", "2.1/2"]);
        action.Reference.ShouldBe("2.1/2", "another place under its own commitment");
    }

    [Fact]
    public void A_promise_that_is_not_applicable_takes_no_work_until_that_is_taken_back()
    {
        var (from, to) = (Promise("1.2"), Promise("2.1"));
        var action = Work(from, "1.2/3");
        Should.Throw<Refusal>(() => from.SetNotApplicable("N/A", 1)).Code.ShouldBe("commitment-not-empty");
        from.NotApplicable.ShouldBeNull();
        to.SetNotApplicable("N/A", 0);
        Should.Throw<Refusal>(() => action.MoveTo(from, to, [])).Code.ShouldBe("commitment-not-applicable");

        to.SetNotApplicable(null, 0);
        action.MoveTo(from, to, []);

        action.Reference.ShouldBe("2.1/1");
    }

    [Fact]
    public void What_holds_live_work_is_not_withdrawn_and_what_was_withdrawn_takes_no_more()
    {
        var (theme, promise) = (Heading(), Promise("1.2"));
        Should.Throw<Refusal>(() => theme.Withdraw("Done.", 1, At)).Code.ShouldBe("theme-not-empty");
        Should.Throw<Refusal>(() => promise.Withdraw("Done.", 2, At)).Code.ShouldBe("commitment-not-empty");

        theme.Withdraw("Done.", 0, At);
        promise.Withdraw("Done.", 0, At);

        (theme.WithdrawnReason, theme.Version, promise.WithdrawnReason, promise.Version).ShouldBe(("Done.", 2, "Done.", 2));
        Should.Throw<Refusal>(() => theme.Withdraw("Again.", 0, At)).Code.ShouldBe("theme-withdrawn");
        Should.Throw<Refusal>(() => Promise("1.3").MoveTo(theme)).Code.ShouldBe("theme-withdrawn");
        Should.Throw<Refusal>(() => Work(Promise("1.3"), "1.3/1").MoveTo(Promise("1.3"), promise, [])).Code.ShouldBe(
            "commitment-withdrawn");
    }

    private static Theme Heading() =>
        new() { Id = Guid.NewGuid(), OwnerId = Guid.NewGuid(), SchemeId = Guid.NewGuid(), Title = "Knowing", Position = 0 };

    private static Commitment Promise(string reference) => new()
    {
        Id = Guid.NewGuid(),
        OwnerId = Guid.NewGuid(),
        SchemeId = Guid.NewGuid(),
        ThemeId = Guid.NewGuid(),
        Reference = reference,
        Position = 0,
        CreatedAt = At,
        UpdatedAt = At,
    };

    private static SchemeAction Work(Commitment commitment, string reference) => new()
    {
        Id = Guid.NewGuid(),
        OwnerId = commitment.OwnerId,
        SchemeId = commitment.SchemeId,
        ThemeId = commitment.ThemeId,
        CommitmentId = commitment.Id,
        Reference = reference,
        Position = 0,
        Text = "Do it",
        CreatedAt = At,
    };
}

using PartnershipEquality.Domain.People;

namespace PartnershipEquality.Domain.Tests.People;

public sealed class PostTests
{
    private static readonly DateTimeOffset Made = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly Post _post = Post.Create(Guid.NewGuid(), "Policy Manager", [], false, false, Made);
    private readonly Person _sam = Person.Create(Guid.NewGuid(), "Sam Sample", "sam@example.org", Made);

    [Fact]
    public void A_new_post_is_vacant_from_its_first_day()
    {
        _post.VacantSince.ShouldBe(new(2026, 11, 2));
        _post.Version.ShouldBe(1);
    }

    [Fact]
    public void Two_cannot_hold_it_on_one_day()
    {
        var held = _post.TakeUp(_sam, false, new(2026, 1, 1), new(2026, 6, 30), []);

        Should.Throw<Refusal>(() => _post.TakeUp(_sam, false, new(2026, 6, 30), null, [held])).Code.ShouldBe("post-held");
        Should.Throw<Refusal>(() => _post.TakeUp(_sam, false, new(2025, 1, 1), new(2026, 1, 1), [held])).Code.ShouldBe("post-held");
        _post.TakeUp(_sam, false, new(2026, 7, 1), null, [held]).ToOn.ShouldBeNull();
        _post.TakeUp(_sam, true, new(2026, 6, 1), null, [held]).Deputy.ShouldBeTrue();
    }

    [Fact]
    public void The_last_day_cannot_lie_before_the_first()
    {
        Should.Throw<Refusal>(() => _post.TakeUp(_sam, true, Today, Today.AddDays(-1), [])).Errors.Single().Pointer.ShouldBe("#/toOn");
        var held = _post.TakeUp(_sam, false, Today, null, []);
        Should.Throw<Refusal>(() => _post.EndHolding(held, Today.AddDays(-1), [held])).Errors.Single().Pointer.ShouldBe("#/toOn");
    }

    [Fact]
    public void A_holding_that_ends_later_must_not_run_into_the_next()
    {
        var first = _post.TakeUp(_sam, false, new(2026, 1, 1), new(2026, 3, 31), []);
        var second = _post.TakeUp(_sam, false, new(2026, 5, 1), null, [first]);

        Should.Throw<Refusal>(() => _post.EndHolding(first, null, [first, second])).Code.ShouldBe("post-held");
        _post.EndHolding(first, new(2026, 4, 30), [first, second]);
        (first.ToOn, first.Version).ShouldBe((new(2026, 4, 30), 2));
    }

    [Theory]
    [InlineData(null, null, null, "2026-11-02")]
    [InlineData("2026-11-22", null, "2026-11-22", null)]
    [InlineData("2026-01-01", "2026-11-21", "2026-11-22", "2026-11-22")]
    [InlineData("2026-01-01", "2026-11-22", "2026-11-22", null)]
    [InlineData("2026-11-23", null, "2026-11-22", "2026-11-02")]
    public void It_is_vacant_since_the_day_after_its_last_holder(string? from, string? to, string? today, string? since)
    {
        PostHolder[] holdings = from is null
            ? [] : [_post.TakeUp(_sam, false, DateOnly.Parse(from, null), to is null ? null : DateOnly.Parse(to, null), [])];

        _post.ReckonVacancy(holdings, today is null ? Today : DateOnly.Parse(today, null));

        _post.VacantSince.ShouldBe(since is null ? null : DateOnly.Parse(since, null));
    }

    [Fact]
    public void A_deputy_does_not_fill_it()
    {
        _post.ReckonVacancy([_post.TakeUp(_sam, true, new(2026, 1, 1), null, [])], Today);

        _post.VacantSince.ShouldBe(new(2026, 11, 2));
    }

    [Fact]
    public void Aliases_lose_their_outer_spaces_and_what_is_said_twice()
    {
        Post.TidyAliases([" Policy lead ", "policy LEAD", "HR"]).ShouldBe(["Policy lead", "HR"]);
        Should.Throw<Refusal>(() => Post.TidyAliases(["HR", " "])).Errors.Single().Pointer.ShouldBe("#/aliases/1");
        Should.Throw<Refusal>(() => Post.TidyTitle(" \t ")).Errors.Single().Pointer.ShouldBe("#/title");
    }

    [Fact]
    public void Mapping_a_role_to_the_same_post_again_changes_nothing()
    {
        var mapping = RoleMapping.Create(_post.AuthorityId, "policy manager", "Policy Manager", _post.Id, Made);

        mapping.MapTo(_post.Id, Made.AddDays(1)).ShouldBeFalse();
        (mapping.Version, mapping.ConfirmedAt).ShouldBe((1, Made));
        mapping.MapTo(Guid.NewGuid(), Made.AddDays(1)).ShouldBeTrue();
        (mapping.Version, mapping.ConfirmedAt).ShouldBe((2, Made.AddDays(1)));
    }
}

using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Tests.Reminders;

public sealed class RecipientChoiceTests
{
    private const string Post = "Equality Officer";
    private static readonly DateOnly _day = new(2026, 11, 23);
    private static readonly Guid _holder = Guid.CreateVersion7();
    private static readonly Guid _deputy = Guid.CreateVersion7();
    private static readonly Guid _lead = Guid.CreateVersion7();
    private static readonly Guid _other = Guid.CreateVersion7();

    private static readonly Tenure[] _nobody = [];
    private static readonly Tenure[] _deputies = [new(_deputy, _day.AddYears(-1))];
    private static readonly Tenure[] _leads = [new(_lead, _day.AddYears(-1))];

    [Fact]
    public void The_holder_comes_first() =>
        Choose([new(_holder, _day.AddYears(-1))], _deputies, _leads)
            .ShouldBe(new RecipientChoice.Person(_holder, RecipientCapacity.Holder, "you hold the post Equality Officer"));

    [Fact]
    public void A_vacant_post_goes_to_its_deputy() =>
        Choose(_nobody, _deputies, _leads).ShouldBe(new RecipientChoice.Person(
            _deputy, RecipientCapacity.Deputy, "the post Equality Officer is vacant and you are its deputy"));

    [Fact]
    public void A_vacant_post_without_deputy_goes_to_the_lead() =>
        Choose(_nobody, _nobody, _leads).ShouldBe(new RecipientChoice.Person(
            _lead,
            RecipientCapacity.EqualityLead,
            "the post Equality Officer is vacant, it has no deputy, and you are the equality lead"));

    [Fact]
    public void Without_anybody_the_reason_is_said() =>
        Choose(_nobody, _nobody, _nobody).ShouldBe(new RecipientChoice.Nobody("no holder, no deputy, no lead"));

    [Theory]
    [InlineData(-10, -1, false)]
    [InlineData(-10, 0, true)]
    [InlineData(0, 0, true)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    public void A_post_is_held_from_its_first_day_to_its_last(int from, int? to, bool holds)
    {
        Tenure[] holders = [new(_holder, _day.AddDays(from), to is { } days ? _day.AddDays(days) : null)];

        var choice = Choose(holders, _deputies, _leads).ShouldBeOfType<RecipientChoice.Person>();

        choice.PersonId.ShouldBe(holds ? _holder : _deputy);
    }

    [Fact]
    public void During_a_handover_the_newer_holder_is_asked()
    {
        Tenure[] holders = [new(_other, _day.AddYears(-3), _day.AddDays(7)), new(_holder, _day.AddDays(-7))];

        Choose(holders, _nobody, _nobody).ShouldBeOfType<RecipientChoice.Person>().PersonId.ShouldBe(_holder);
    }

    [Fact]
    public void A_holder_whose_mail_bounces_is_passed_over_and_the_reason_says_so()
    {
        Tenure[] holders = [new(_holder, _day, Reachable: false)];

        Choose(holders, _deputies, _leads).ShouldBeOfType<RecipientChoice.Person>().WhyYou
            .ShouldBe("mail cannot reach the holder of the post Equality Officer and you are its deputy");
        Choose(holders, _nobody, _nobody)
            .ShouldBe(new RecipientChoice.Nobody("holder without a working address, no deputy, no lead"));
    }

    [Fact]
    public void A_role_that_no_post_answers_for_goes_to_the_lead() =>
        RecipientChoice.ForUnmappedRole("RIEP Equality Manager", _leads, _day).ShouldBe(new RecipientChoice.Person(
            _lead,
            RecipientCapacity.EqualityLead,
            "no post answers for 'RIEP Equality Manager' at your council; you are the equality lead"));

    [Fact]
    public void Work_without_any_role_goes_to_the_lead() =>
        RecipientChoice.ForUnmappedRole(" ", _leads, _day).ShouldBeOfType<RecipientChoice.Person>().WhyYou
            .ShouldBe("the plan names no responsible officer; you are the equality lead");

    [Fact]
    public void A_role_without_post_and_lead_reaches_nobody_and_says_so() =>
        RecipientChoice.ForUnmappedRole("RIEP Equality Manager", _nobody, _day)
            .ShouldBe(new RecipientChoice.Nobody("no post, no lead"));

    [Fact]
    public void What_is_passed_on_goes_to_the_lead_or_says_that_there_is_none()
    {
        RecipientChoice.ForLead(_leads, _day)
            .ShouldBe(new RecipientChoice.Person(_lead, RecipientCapacity.EqualityLead, "it stays overdue and you are the equality lead"));
        RecipientChoice.ForLead(_nobody, _day).ShouldBe(new RecipientChoice.Nobody("no lead"));
    }

    [Fact]
    public void What_is_passed_on_to_the_group_goes_to_each_posts_holder_else_its_deputy_and_no_further()
    {
        RecipientChoice.ForGroup(Post, [new(_holder, _day)], _deputies, _day)
            .ShouldBeOfType<RecipientChoice.Person>().PersonId.ShouldBe(_holder);
        RecipientChoice.ForGroup(Post, [new(_holder, _day, Reachable: false)], _deputies, _day)
            .ShouldBeOfType<RecipientChoice.Person>().PersonId.ShouldBe(_deputy);
        RecipientChoice.ForGroup(Post, _nobody, _nobody, _day).ShouldBe(new RecipientChoice.Nobody("equality group: no holder, no deputy"));
    }

    private static RecipientChoice Choose(Tenure[] holders, Tenure[] deputies, Tenure[] leads) =>
        RecipientChoice.ForPost(Post, holders, deputies, leads, _day);
}

using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Tests.Plans;

public sealed class PostSuggestionsTests
{
    private static readonly Guid Manager = Guid.NewGuid();
    private static readonly Guid Officer = Guid.NewGuid();

    private static readonly PostSuggestions Suggestions = new(
    [
        (Manager, "Customer Service Manager", ["Head of Customers", "Team leader"]),
        (Officer, "Policy Officer", ["Policy & Performance Officer", "Team Leaders"]),
    ]);

    [Theory]
    [InlineData("Customer Services managers")]
    [InlineData("Head of Customers")]
    public void A_title_or_alias_that_reads_the_same_is_suggested(string written) =>
        Suggestions.For(ResponsibleRoles.Fold(written)).ShouldBe(Manager);

    [Theory]
    [InlineData("Licensing Officers")]
    [InlineData("Team leaders")]
    [InlineData("All officers responsible for policy")]
    public void What_reads_like_none_like_two_or_like_everybody_is_not(string written) =>
        Suggestions.For(ResponsibleRoles.Fold(written)).ShouldBeNull();

    [Fact]
    public void A_title_stands_before_another_posts_alias()
    {
        var suggestions = new PostSuggestions([(Manager, "Policy Officer", []), (Officer, "Clerk", ["Policy officers"])]);

        suggestions.For(ResponsibleRoles.Fold("Policy Officers")).ShouldBe(Manager);
    }
}

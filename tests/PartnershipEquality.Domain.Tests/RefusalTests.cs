
namespace PartnershipEquality.Domain.Tests;

public sealed class RefusalTests
{
    [Fact]
    public void A_field_refusal_names_the_field_and_the_fix()
    {
        var refusal = Refusal.Field("#/target", "required", "Say when.");

        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Errors.ShouldHaveSingleItem().ShouldBe(new FieldError("#/target", "required", "Say when."));
    }
}

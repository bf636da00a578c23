using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Domain.Tests.Organisations;

public sealed class SettingsTests
{
    [Fact]
    public void Nothing_is_public_unless_it_is_approved()
    {
        var settings = new Settings { OrganisationId = Guid.NewGuid() };

        Should.Throw<Refusal>(() => settings.Change(Tier.Public, null, null)).Errors.Single().Pointer.ShouldBe("#/defaultTier");
        settings.Change(Tier.Partnership, "Blaby", null);
        (settings.DefaultTier, settings.MailFromName, settings.Version).ShouldBe((Tier.Partnership, "Blaby", 2));
    }
}

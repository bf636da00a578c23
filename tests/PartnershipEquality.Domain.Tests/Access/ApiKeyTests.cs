using PartnershipEquality.Domain.Access;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Domain.Tests.Access;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_key_works_for_a_year_unless_asked_and_for_two_at_most()
    {
        ApiKey.ExpiryOf(null, At).ShouldBe(At.AddYears(1));
        ApiKey.ExpiryOf(At.AddYears(2), At).ShouldBe(At.AddYears(2));
        Should.Throw<Refusal>(() => ApiKey.ExpiryOf(At, At)).Errors.Single().Code.ShouldBe("out-of-range");
        Should.Throw<Refusal>(() => ApiKey.ExpiryOf(At.AddYears(2).AddSeconds(1), At)).Errors.Single().Code.ShouldBe("out-of-range");
    }

    [Fact]
    public void The_last_live_key_that_manages_keys_stays()
    {
        var (manager, reader, spent) = (Key(Permission.KeysManage), Key(Permission.PlanRead), Key(Permission.KeysManage, At.AddDays(-1)));

        Should.Throw<Refusal>(() => manager.Revoke([manager, reader, spent], At)).Code.ShouldBe("no-key-left");
        reader.Revoke([manager, reader, spent], At).ShouldBeTrue();
        manager.Revoke([manager, Key(Permission.KeysManage)], At).ShouldBeTrue();
        (manager.RevokedAt, manager.Version).ShouldBe((At, 2));
        manager.Revoke([manager], At.AddDays(1)).ShouldBeFalse();
        (manager.RevokedAt, manager.Version).ShouldBe((At, 2));
    }

    [Theory]
    [InlineData(" https://Portal.Example.org/ ", "https://portal.example.org")]
    [InlineData("https://portal.example.org:443", "https://portal.example.org")]
    [InlineData("http://localhost:5173", "http://localhost:5173")]
    [InlineData("https://[::1]:8443", "https://[::1]:8443")]
    public void A_portals_origin_is_kept_as_browsers_write_it(string given, string kept) => PortalOrigin.Read(given).ShouldBe(kept);

    [Theory]
    [InlineData("http://portal.example.org")]
    [InlineData("https://portal.example.org/path")]
    [InlineData("https://user@portal.example.org")]
    [InlineData("portal.example.org")]
    public void What_is_no_origin_is_refused(string given) =>
        Should.Throw<Refusal>(() => PortalOrigin.Read(given)).Errors.Single().Pointer.ShouldBe("#/origin");

    private static ApiKey Key(string scope, DateTimeOffset? expires = null) => new()
    {
        Id = Guid.NewGuid(),
        OrganisationId = Guid.NewGuid(),
        Name = "key",
        Scopes = [scope],
        MadeBy = "somebody",
        CreatedAt = At.AddYears(-1),
        ExpiresAt = expires ?? At.AddDays(1),
    };
}

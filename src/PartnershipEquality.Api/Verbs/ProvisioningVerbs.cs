using Npgsql;
using PartnershipEquality.Api.Security.ApiKeys;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Verbs;

/// <summary>
/// The verbs that make what a production system begins with: <c>organisations add</c>, <c>memberships add</c>, <c>keys issue</c>.
/// </summary>
public static class ProvisioningVerbs
{
    public static async Task<string> RunAsync(string verb, Options options, NpgsqlDataSource platform, DateTimeOffset at,
        CancellationToken ct)
    {
        switch (verb)
        {
            case "organisations add":
                var kind = options.Need("kind") switch
                {
                    "authority" => OrganisationKind.Authority,
                    "partnership" => OrganisationKind.Partnership,
                    _ => throw new InvalidOperationException("Give --kind authority or --kind partnership."),
                };
                var aliases = options.Find("aliases")?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    ?? [];
                var id = await Provisioning.AddOrganisationAsync(platform, kind, options.Need("code"), options.Need("name"),
                    options.Find("gss"), aliases, [], options.Has("shares-headlines"), at, ct);
                return $"{options.Need("code")} is {id}.";
            case "memberships add":
                await Provisioning.AddMembershipAsync(platform, options.Need("partnership"), options.Need("authority"),
                    options.Day("from") ?? throw new InvalidOperationException("Give --from YYYY-MM-DD."), options.Day("to"), ct);
                return $"{options.Need("authority")} belongs to {options.Need("partnership")}.";
            default:
                var (shown, kept) = PresentedKey.New();
                var expires = options.Day("expires") is { } day ? Domain.LondonDay.At(day.AddDays(1), TimeOnly.MinValue) : at.AddYears(1);
                await Provisioning.IssueKeyAsync(platform, kept.Id, kept.Secret, options.Need("organisation"), options.Need("role"),
                    options.Need("name"), expires, development: false, at, ct);
                return $"{shown}\nThis key is shown once. It expires {expires:yyyy-MM-dd}.";
        }
    }
}

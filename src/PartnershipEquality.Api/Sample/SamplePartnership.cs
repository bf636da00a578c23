using MediatR;
using Npgsql;
using PartnershipEquality.Api.Features.Imports;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Security.ApiKeys;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Sample;

/// <summary>
/// What a developer's empty database begins with: the Leicestershire partnership, a fixed key for every organisation
/// and role, and its real plan twice, as written and fifteen years on. The plan enters by the same upload and apply
/// as a user's.
/// </summary>
public sealed class SamplePartnership(IServiceProvider services, Databases databases, TimeProvider time)
{
    public const string Code = "LEICS";

    public static IReadOnlyList<(string Code, string Name, string Gss, string[] Aliases)> Authorities { get; } =
    [
        ("BDC", "Blaby District Council", "E07000129", []),
        ("CBC", "Charnwood Borough Council", "E07000130", []),
        ("HDC", "Harborough District Council", "E07000131", []),
        ("HBBC", "Hinckley and Bosworth Borough Council", "E07000132", []),
        ("MBC", "Melton Borough Council", "E07000133", ["MDC"]),
        ("NWL", "North West Leicestershire District Council", "E07000134", ["NWLDC"]),
        ("OWDC", "Oadby and Wigston Borough Council", "E07000135", ["OWBC"]),
    ];

    /// <summary>Loads the sample into a database that holds no organisation yet; answers whether it did.</summary>
    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        await using (var count = databases.Platform.CreateCommand("select count(*) from organisations"))
        {
            if ((long)(await count.ExecuteScalarAsync(ct))! > 0)
            {
                return false;
            }
        }

        await FoundAsync(ct);
        await ApplyAsync("leicestershire-2011-2014.csv", "Partnership Single Equality Scheme 2011-2014 (sample: as written)",
            new(2011, 4, 1), new(2014, 3, 31), ct);
        var current = await ApplyAsync("leicestershire-2026-2029.csv",
            "Partnership Single Equality Scheme 2026-2029 (sample: dates 15 years on)", new(2026, 4, 1), new(2029, 3, 31), ct);
        await new SampleWork(this).DoAsync(current, ct);
        return true;
    }

    /// <summary>Sends a request as one of the organisations, through the same pipeline as a user's.</summary>
    public async Task<T> SendAsync<T>(string organisation, IRequest<T> request, CancellationToken ct)
    {
        var key = $"{PresentedKey.DevelopmentPrefix}{organisation.ToLowerInvariant()}";
        var presented = PresentedKey.Read(key, development: true)!;
        var (signedIn, reach) = await services.GetRequiredService<Gate>()
            .SignInAsync(presented.Id, presented.Secret, true, time.GetUtcNow(), ct)
            ?? throw new InvalidOperationException($"{key} does not sign in.");
        await using var scope = services.CreateAsyncScope();
        TenantResolution.Enter(scope.ServiceProvider, reach);
        scope.ServiceProvider.GetRequiredService<Caller>().LetIn(signedIn, null);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }

    private async Task FoundAsync(CancellationToken ct)
    {
        var at = time.GetUtcNow();
        var platform = databases.Platform;
        await Provisioning.AddOrganisationAsync(platform, OrganisationKind.Partnership, Code,
            "Leicestershire District Councils Equality and Diversity Partnership", null, [], ["WELLAND PARTNERSHIP"], false, at, ct);
        await IssueAsync(platform, Code, OrganisationKind.Partnership, at, ct);
        foreach (var (code, name, gss, aliases) in Authorities)
        {
            await Provisioning.AddOrganisationAsync(platform, OrganisationKind.Authority, code, name, gss, aliases, [], false, at, ct);
            // The scheme's first page: "In August 2010, the seven district and borough councils ... came together".
            await Provisioning.AddMembershipAsync(platform, Code, code, new DateOnly(2010, 8, 1), null, ct);
            await IssueAsync(platform, code, OrganisationKind.Authority, at, ct);
        }
    }

    private static async Task IssueAsync(NpgsqlDataSource platform, string code, OrganisationKind kind, DateTimeOffset at,
        CancellationToken ct)
    {
        foreach (var role in Role.Of(kind))
        {
            var text = $"{PresentedKey.DevelopmentPrefix}{code.ToLowerInvariant()}{(role.Name == "admin" ? "" : $"_{role.Name}")}";
            var presented = PresentedKey.Read(text, development: true)!;
            await Provisioning.IssueKeyAsync(platform, presented.Id, presented.Secret, code, role.Name, $"Development, {role.Name}",
                at.AddYears(10), development: true, at, ct);
        }
    }

    private async Task<ImportApplied> ApplyAsync(string file, string title, DateOnly startsOn, DateOnly endsOn, CancellationToken ct)
    {
        await using var stream = typeof(SamplePartnership).Assembly.GetManifestResourceStream(file)!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, ct);
        SchemeStage? stage = endsOn.Year < 2015 ? SchemeStage.Closed : SchemeStage.InForce;
        var import = await SendAsync(Code, new UploadImport(file, bytes.ToArray(), title, startsOn, endsOn, null, stage, Sample: true), ct);
        return await SendAsync(Code, new ApplyImport(import.Id), ct);
    }
}

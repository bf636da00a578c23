using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Features.Sandbox;

[Reads(Permission.KeysManage)]
public sealed record GetSandbox : IRequest<SandboxDetail>;

/// <summary>Your sandbox: twins of your organisation and of those it works with, where integrations are tried and no mail is owed.</summary>
/// <param name="Organisations">Who is in it, by code.</param>
public sealed record SandboxDetail(IReadOnlyList<SandboxOrganisation> Organisations)
{
    /// <summary>A sandbox has none of its own.</summary>
    internal static async Task EnsureOutsideAsync(EqualityDb db, Guid me, CancellationToken ct)
    {
        if (await db.Organisations.AnyAsync(o => o.Id == me && o.SandboxOf != null, ct))
        {
            throw Refusal.Conflict("sandbox-already", "A test key is in a sandbox already. Ask with a key of the organisation itself.");
        }
    }

    /// <summary>The platform's role is asked, since no tenant may read another, and a sandbox's are tenants like any.</summary>
    internal static async Task<SandboxDetail> ReadAsync(NpgsqlDataSource platform, Guid sandboxOf, CancellationToken ct)
    {
        await using var command = platform.CreateCommand("select id, kind, code, name, twin_of, created_at from organisations where sandbox_of = $1 order by code");
        command.Parameters.Add(new() { Value = sandboxOf });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var organisations = new List<SandboxOrganisation>();
        while (await reader.ReadAsync(ct))
        {
            organisations.Add(new SandboxOrganisation(
                reader.GetGuid(0), EnumText.Read<OrganisationKind>(reader.GetString(1)), reader.GetString(2), reader.GetString(3), reader.GetGuid(4), reader.GetFieldValue<DateTimeOffset>(5)));
        }

        return new SandboxDetail(organisations);
    }
}

/// <summary>A twin in the sandbox.</summary>
/// <param name="Id">Its own id, under which the sandbox knows it.</param>
/// <param name="Kind">An authority or a partnership.</param>
/// <param name="Code">The code of its original: BDC.</param>
/// <param name="Name">The name of its original, with "(sandbox)" after it.</param>
/// <param name="TwinOf">The id of its original.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record SandboxOrganisation(Guid Id, OrganisationKind Kind, string Code, string Name, Guid TwinOf, DateTimeOffset CreatedAt);

internal sealed class GetSandboxHandler(Caller caller, Databases databases) : IRequestHandler<GetSandbox, SandboxDetail>
{
    public Task<SandboxDetail> Handle(GetSandbox request, CancellationToken cancellationToken) =>
        SandboxDetail.ReadAsync(databases.Platform, caller.OrganisationId, cancellationToken);
}

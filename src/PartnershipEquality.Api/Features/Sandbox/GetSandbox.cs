using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Features.Sandbox;

[Reads(Permission.KeysManage)]
public sealed record GetSandbox : IRequest<SandboxDetail>;

/// <summary>
/// Your sandbox: twins of your organisation and of those it works with, where integrations are tried and no mail is owed.
/// </summary>
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
}

/// <summary>A twin in the sandbox.</summary>
/// <param name="Id">Its own id, under which the sandbox knows it.</param>
/// <param name="Kind">An authority or a partnership.</param>
/// <param name="Code">The code of its original: BDC.</param>
/// <param name="Name">The name of its original, with "(sandbox)" after it.</param>
/// <param name="TwinOf">The id of its original.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record SandboxOrganisation(Guid Id, OrganisationKind Kind, string Code, string Name, Guid TwinOf, DateTimeOffset CreatedAt);

internal sealed class GetSandboxHandler(EqualityDb db) : IRequestHandler<GetSandbox, SandboxDetail>
{
    public async Task<SandboxDetail> Handle(GetSandbox request, CancellationToken cancellationToken) => new(
        await new Sql($"select id, kind, code, name, twin_of, created_at from gate.sandbox()").ReadAsync(db, r => new SandboxOrganisation(
            r.GetGuid(0), EnumText.Read<OrganisationKind>(r.GetString(1)), r.GetString(2), r.GetString(3), r.GetGuid(4),
                r.GetFieldValue<DateTimeOffset>(5)), cancellationToken));
}

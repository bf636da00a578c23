using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Access;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Access;

/// <param name="PortalOriginId">The origin's id.</param>
[Reads(Permission.KeysManage)]
public sealed record GetPortalOrigin(Guid PortalOriginId) : IRequest<PortalOriginDetail>;

/// <summary>A web origin of your organisation's portal.</summary>
/// <param name="Origin">Scheme, host and port, as browsers send it.</param>
/// <param name="MadeBy">The credential that registered it.</param>
public sealed record PortalOriginDetail(Guid Id, string Origin, string MadeBy, DateTimeOffset CreatedAt, int Version) : IVersioned
{
    internal static PortalOriginDetail From(PortalOrigin o) => new(o.Id, o.Origin, o.MadeBy, o.CreatedAt, o.Version);
}

internal sealed class GetPortalOriginHandler(EqualityDb db) : IRequestHandler<GetPortalOrigin, PortalOriginDetail>
{
    public async Task<PortalOriginDetail> Handle(GetPortalOrigin request, CancellationToken cancellationToken) =>
        PortalOriginDetail.From(await db.PortalOrigins.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == request.PortalOriginId, cancellationToken) ?? throw Refusal.NotFound("portal origin"));
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Access;

/// <param name="PortalOriginId">The origin's id.</param>
/// <param name="IfMatch">The ETag of the origin.</param>
[Writes(Permission.KeysManage)]
public sealed record RemovePortalOrigin(Guid PortalOriginId, [FromHeader(Name = "If-Match")] string? IfMatch) : IRequest<Unit>;

internal sealed class RemovePortalOriginHandler(EqualityDb db, ChangeLog log) : IRequestHandler<RemovePortalOrigin, Unit>
{
    public async Task<Unit> Handle(RemovePortalOrigin request, CancellationToken cancellationToken)
    {
        var origin = await db.PortalOrigins.SingleOrDefaultAsync(o => o.Id == request.PortalOriginId, cancellationToken)
            ?? throw Refusal.NotFound("portal origin");
        Versions.Ensure(request.IfMatch, origin.Version);
        // By hand, so that of two at once the second finds nothing to remove and is no conflict.
        await new Sql($"delete from portal_origins where id = {origin.Id}").RunAsync(db, cancellationToken);
        log.Own("portal_origin.deleted", $"portal-origins/{origin.Id}", origin.Version + 1, new { origin.Origin });
        return Unit.Value;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Access;

/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.KeysManage)]
public sealed record ListPortalOrigins(int? Limit, string? Cursor) : IRequest<Page<PortalOriginDetail>>;

internal sealed class ListPortalOriginsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListPortalOrigins, Page<PortalOriginDetail>>
{
    public async Task<Page<PortalOriginDetail>> Handle(ListPortalOrigins request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListPortalOrigins), caller.OrganisationId];
        var after = Cursor.After(request.Cursor, boundTo);
        var origins = await db.PortalOrigins.AsNoTracking()
            .Where(o => o.OrganisationId == caller.OrganisationId && (after == null || o.Id > after))
            .OrderBy(o => o.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ById([.. origins.Select(PortalOriginDetail.From)], limit, o => o.Id, boundTo);
    }
}

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
public sealed record ListApiKeys(int? Limit, string? Cursor) : IRequest<Page<ApiKeyDetail>>;

internal sealed class ListApiKeysHandler(EqualityDb db, Caller caller) : IRequestHandler<ListApiKeys, Page<ApiKeyDetail>>
{
    public async Task<Page<ApiKeyDetail>> Handle(ListApiKeys request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListApiKeys), caller.OrganisationId];
        var after = Cursor.After(request.Cursor, boundTo);
        var keys = await db.ApiKeys.AsNoTracking()
            .Where(k => k.OrganisationId == caller.OrganisationId && (after == null || k.Id > after))
            .OrderBy(k => k.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ById([.. keys.Select(ApiKeyDetail.From)], limit, k => k.Id, boundTo);
    }
}

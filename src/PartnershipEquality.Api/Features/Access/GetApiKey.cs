using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Access;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Access;

/// <param name="ApiKeyId">The key's id.</param>
[Reads(Permission.KeysManage)]
public sealed record GetApiKey(Guid ApiKeyId) : IRequest<ApiKeyDetail>;

/// <summary>A key of your organisation, without its secret.</summary>
/// <param name="Name">What its maker called it: the system that uses it, usually.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="MadeBy">The credential that made it.</param>
/// <param name="ExpiresAt">When it stops working by itself.</param>
/// <param name="RevokedAt">When somebody stopped it; null while nobody has.</param>
public sealed record ApiKeyDetail(
    Guid Id, string Name, IReadOnlyList<string> Scopes, string MadeBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt,
        DateTimeOffset? RevokedAt, int Version) : IVersioned
{
    internal static ApiKeyDetail From(ApiKey k) => new(k.Id, k.Name, k.Scopes, k.MadeBy, k.CreatedAt, k.ExpiresAt, k.RevokedAt, k.Version);
}

internal sealed class GetApiKeyHandler(EqualityDb db) : IRequestHandler<GetApiKey, ApiKeyDetail>
{
    public async Task<ApiKeyDetail> Handle(GetApiKey request, CancellationToken cancellationToken) =>
        ApiKeyDetail.From(await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == request.ApiKeyId, cancellationToken)
            ?? throw Refusal.NotFound("API key"));
}

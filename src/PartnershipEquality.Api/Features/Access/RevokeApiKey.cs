using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Access;

/// <param name="ApiKeyId">The key's id.</param>
/// <param name="IfMatch">The ETag of the key.</param>
[Writes(Permission.KeysManage)]
public sealed record RevokeApiKey(Guid ApiKeyId, [FromHeader(Name = "If-Match")] string? IfMatch) : IRequest<Unit>;

internal sealed class RevokeApiKeyHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<RevokeApiKey, Unit>
{
    public async Task<Unit> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        // Every key is locked, so that two requests cannot each revoke the other's last one.
        var keys = await db.ApiKeys.FromSql($"""
            select id, organisation_id, name, scopes, development, made_by, created_at, expires_at, revoked_at, last_used_on, version
            from api_keys where organisation_id = {caller.OrganisationId} order by id for update
            """).ToListAsync(cancellationToken);
        var key = keys.Find(k => k.Id == request.ApiKeyId) ?? throw Refusal.NotFound("API key");
        Versions.Ensure(request.IfMatch, key.Version);
        if (key.Revoke(keys, at))
        {
            log.Own("api_key.revoked", $"api-keys/{key.Id}", key.Version);
        }

        return Unit.Value;
    }
}

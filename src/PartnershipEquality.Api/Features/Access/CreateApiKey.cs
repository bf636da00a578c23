using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Security.ApiKeys;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Access;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Features.Access;

[Writes(Permission.KeysManage)]
public sealed record CreateApiKey([FromBody] ApiKeyWanted Body) : IRequest<ApiKeyCreated>;

/// <summary>A key to make: its scopes by role or one by one, not both.</summary>
/// <param name="Name">What uses it, so that it can be recognised later.</param>
/// <param name="Role">viewer, officer, lead or admin at an authority; viewer, coordinator or admin at a partnership.</param>
/// <param name="Scopes">The permissions one by one, in place of a role.</param>
/// <param name="ExpiresAt">When it stops working by itself, at most two years ahead; a year ahead unless said.</param>
public sealed record ApiKeyWanted(
    [property: Required, MinLength(1), MaxLength(200)] string Name,
    string? Role,
    [property: MaxLength(50)] IReadOnlyList<string>? Scopes,
    DateTimeOffset? ExpiresAt);

/// <summary>A new key. This is the only time it is shown.</summary>
/// <param name="Secret">The whole key, to be sent as <c>Authorization: Bearer ...</c>. Keep it as you would a password.</param>
/// <param name="Key">What is kept of it.</param>
public sealed record ApiKeyCreated(string Secret, ApiKeyDetail Key);

internal sealed class CreateApiKeyHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<CreateApiKey, ApiKeyCreated>
{
    public async Task<ApiKeyCreated> Handle(CreateApiKey request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var expiresAt = ApiKey.ExpiryOf(request.Body.ExpiresAt, at);
        var test = await db.Organisations.AnyAsync(o => o.Id == caller.OrganisationId && o.SandboxOf != null, cancellationToken);
        var (shown, kept) = PresentedKey.New(test);
        var key = new ApiKey
        {
            Id = kept.Id,
            OrganisationId = caller.OrganisationId,
            Name = request.Body.Name,
            Scopes = ScopesOf(request.Body),
            MadeBy = caller.Actor,
            CreatedAt = at,
            ExpiresAt = expiresAt,
        };
        // The hash has no place in the entity: nothing but the gate may read it.
        await db.Database.ExecuteSqlAsync($"""
            insert into api_keys (id, organisation_id, name, scopes, secret_sha256, made_by, created_at, expires_at)
            values ({key.Id}, {key.OrganisationId}, {key.Name}, {key.Scopes.ToArray()}, sha256({kept.Secret}), {key.MadeBy}, {at},
              {expiresAt})
            """, cancellationToken);
        log.Own("api_key.created", $"api-keys/{key.Id}", 1, null, new { key.Scopes, key.ExpiresAt });
        return new ApiKeyCreated(shown, ApiKeyDetail.From(key));
    }

    private string[] ScopesOf(ApiKeyWanted wanted)
    {
        var kind = caller.IsPartnership ? OrganisationKind.Partnership : OrganisationKind.Authority;
        if (wanted.Role is null == (wanted.Scopes is null))
        {
            throw Refusal.Field("#/role", "required", "Give a role or scopes, and not both.");
        }

        IReadOnlyList<string> scopes = wanted.Scopes?.Distinct().ToList() ?? (Role.Find(kind, wanted.Role!)
            ?? throw Refusal.Field("#/role", "unknown-value",
                $"Give one of: {string.Join(", ", Role.Of(kind).Select(r => r.Name))}.")).Permissions;
        if (scopes.Count == 0)
        {
            throw Refusal.Field("#/scopes", "required", "Give at least one scope; a key that may do nothing is no key.");
        }

        if (scopes.FirstOrDefault(s => !Permission.All.Contains(s)) is { } unknown)
        {
            throw Refusal.Field("#/scopes", "unknown-value",
                $"There is no scope \"{unknown}\". Give some of: {string.Join(", ", Permission.All)}.");
        }

        if (scopes.FirstOrDefault(s => !caller.Permissions.Contains(s)) is { } tooMuch)
        {
            throw Refusal.Forbidden("permission-missing", $"A key's scopes never exceed its maker's, and yours do not include {tooMuch}.");
        }

        return [.. scopes];
    }
}

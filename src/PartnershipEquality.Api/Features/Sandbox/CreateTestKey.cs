using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Access;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Sandbox;

[Writes(Permission.KeysManage)]
public sealed record CreateTestKey([FromBody] TestKeyWanted Body) : IRequest<ApiKeyCreated>;

/// <summary>A key for your sandbox: its scopes by role or one by one, not both.</summary>
/// <param name="Name">What uses it, so that it can be recognised later.</param>
/// <param name="Role">viewer, officer, lead or admin at an authority; viewer, coordinator or admin at a partnership.</param>
/// <param name="Scopes">The permissions one by one, in place of a role.</param>
/// <param name="ExpiresAt">When it stops working by itself, at most two years ahead; 90 days ahead unless said.</param>
/// <param name="Organisation">The code of whoever in the sandbox it acts as: a member of your partnership, say, to report for it. Your own organisation's twin unless given.</param>
public sealed record TestKeyWanted(
    [property: Required, MinLength(1), MaxLength(200)] string Name,
    [property: MaxLength(20)] string? Role,
    [property: MaxLength(50)] IReadOnlyList<string>? Scopes,
    DateTimeOffset? ExpiresAt,
    [property: MaxLength(20)] string? Organisation);

internal sealed class CreateTestKeyHandler(EqualityDb db, Caller caller, ChangeLog log, Databases databases, SandboxTenant sandbox, TimeProvider time) : IRequestHandler<CreateTestKey, ApiKeyCreated>
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    public async Task<ApiKeyCreated> Handle(CreateTestKey request, CancellationToken cancellationToken)
    {
        var (body, me, at) = (request.Body, caller.OrganisationId, time.GetUtcNow());
        await SandboxDetail.EnsureOutsideAsync(db, me, cancellationToken);
        await Sandboxes.EnsureAsync(databases.Platform, me, [me], LondonDay.Of(at), at, cancellationToken);
        var twins = (await SandboxDetail.ReadAsync(databases.Platform, me, cancellationToken)).Organisations;
        var twin = twins.FirstOrDefault(t => body.Organisation is null ? t.TwinOf == me : string.Equals(t.Code, body.Organisation, StringComparison.OrdinalIgnoreCase))
            ?? throw Refusal.Field("#/organisation", "unknown-value", $"Give one of: {string.Join(", ", twins.Select(t => t.Code))}.");
        var wanted = new ApiKeyWanted(body.Name, body.Role, body.Scopes, body.ExpiresAt ?? at + Lasts);
        var created = await sandbox.AskAsync(await sandbox.ReachAsync(twin.Id, cancellationToken), new CreateApiKey(wanted), cancellationToken);
        log.Own("sandbox.key_created", "sandbox", 1, null, new { created.Key.Scopes, created.Key.ExpiresAt });
        return created;
    }
}

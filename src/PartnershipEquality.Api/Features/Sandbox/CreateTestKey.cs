using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Access;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Sandbox;

[Writes(Permission.KeysManage)]
public sealed record CreateTestKey([FromBody] TestKeyWanted Body) : IRequest<ApiKeyWanted>;

/// <summary>A key for your sandbox: its scopes by role or one by one, not both.</summary>
/// <param name="Name">What uses it, so that it can be recognised later.</param>
/// <param name="Role">viewer, officer, lead or admin at an authority; viewer, coordinator or admin at a partnership.</param>
/// <param name="Scopes">The permissions one by one, in place of a role.</param>
/// <param name="ExpiresAt">When it stops working by itself, at most two years ahead; 90 days ahead unless said.</param>
/// <param name="Organisation">The code of whoever in the sandbox it acts as: a member of your partnership, say, to report for it. Your own
/// organisation's twin unless given.</param>
public sealed record TestKeyWanted(
    [property: Required, MinLength(1), MaxLength(200)] string Name,
    [property: MaxLength(20)] string? Role,
    [property: MaxLength(50)] IReadOnlyList<string>? Scopes,
    DateTimeOffset? ExpiresAt,
    [property: MaxLength(20)] string? Organisation);

internal sealed class CreateTestKeyHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<CreateTestKey, ApiKeyWanted>
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    public async Task<ApiKeyWanted> Handle(CreateTestKey request, CancellationToken cancellationToken)
    {
        await SandboxDetail.EnsureOutsideAsync(db, caller.OrganisationId, cancellationToken);
        var body = request.Body;
        return new ApiKeyWanted(body.Name, body.Role, body.Scopes, body.ExpiresAt ?? time.GetUtcNow() + Lasts);
    }
}

/// <summary>Keeps on record that a test key was made, once it was.</summary>
[Follows(Permission.KeysManage)]
public sealed record RecordTestKey(IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt) : IRequest;

internal sealed class RecordTestKeyHandler(ChangeLog log) : IRequestHandler<RecordTestKey>
{
    public Task<Unit> Handle(RecordTestKey request, CancellationToken cancellationToken)
    {
        log.Own("sandbox.key_created", "sandbox", 1, null, new { request.Scopes, request.ExpiresAt });
        return Unit.Task;
    }
}

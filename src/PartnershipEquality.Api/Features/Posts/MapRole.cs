using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.People;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Posts;

[Writes(Permission.PostsWrite)]
public sealed record MapRole([FromBody] RoleMappingEdit Body) : IRequest<RoleMapped>;

/// <summary>Your word that a role in plans is this post of yours.</summary>
/// <param name="Role">The role, as a plan writes it or folded.</param>
/// <param name="PostId">One of your posts; null takes the mapping back.</param>
public sealed record RoleMappingEdit([property: Required, MinLength(1), MaxLength(ResponsibleRoles.RoleMaxLength)] string Role,
    Guid? PostId);

/// <summary>How the role is mapped now.</summary>
public sealed record RoleMapped(string Role, string Written, Guid? PostId);

internal sealed class MapRoleHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time) : IRequestHandler<MapRole, RoleMapped>
{
    public async Task<RoleMapped> Handle(MapRole request, CancellationToken cancellationToken)
    {
        PostRules.EnsureAuthority(caller);
        var role = ResponsibleRoles.Fold(request.Body.Role);
        var me = caller.OrganisationId;
        if (ResponsibleRoles.NamesEverybody(role))
        {
            throw Refusal.Conflict("role-names-everybody",
                "This role names everybody, so it goes to the equality lead. Name the posts of single assignments instead.");
        }

        var mapping = await db.RoleMappings.FromSql($"""
            select * from role_mappings where authority_id = {me} and role = {role} for update
            """).SingleOrDefaultAsync(cancellationToken);
        Guid[] owners = [.. caller.Scope.OwnerIds];
        var written = mapping?.Written
            ?? await db.Set<ActionRole>().Where(r => owners.Contains(r.OwnerId) && r.Role == role).Select(r => r.Written)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw Refusal.Field("#/role", "unknown-role", "No plan of yours names this role. Those named are at /v1/role-mappings.");
        if (request.Body.PostId is { } post && !await db.Posts.AnyAsync(p => p.Id == post && p.AuthorityId == me, cancellationToken))
        {
            throw Refusal.Field("#/postId", "unknown-post", "Name one of your own posts; they are at /v1/posts.");
        }

        var before = new { mapping?.PostId };
        var at = time.GetUtcNow();
        switch (mapping, request.Body.PostId)
        {
            case (null, { } to):
                db.RoleMappings.Add(RoleMapping.Create(me, role, written, to, at));
                break;
            case ({ } kept, { } to) when kept.MapTo(to, at):
                break;
            case ({ } kept, null):
                db.RoleMappings.Remove(kept);
                break;
            default:
                return new RoleMapped(role, written, request.Body.PostId);
        }

        log.Own(request.Body.PostId is null
            ? "role_mapping.deleted" : "role_mapping.changed", "role-mappings", mapping?.Version ?? 1, before, new { request.Body.PostId });
        return new RoleMapped(role, written, request.Body.PostId);
    }
}

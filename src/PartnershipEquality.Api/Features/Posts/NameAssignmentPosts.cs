using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.People;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="AssignmentId">The assignment's id.</param>
[Writes(Permission.PostsWrite)]
public sealed record NameAssignmentPosts(Guid AssignmentId, [FromBody] AssignmentPostsEdit Body) : IRequest<AssignmentPosts>;

/// <summary>The posts that answer for one assignment, whatever its roles map to.</summary>
/// <param name="PostIds">Your posts; empty or null goes back to the mapping of roles.</param>
public sealed record AssignmentPostsEdit([property: MaxLength(20)] IReadOnlyList<Guid>? PostIds);

internal sealed class NameAssignmentPostsHandler(EqualityDb db, Caller caller, ChangeLog log)
    : IRequestHandler<NameAssignmentPosts, AssignmentPosts>
{
    public async Task<AssignmentPosts> Handle(NameAssignmentPosts request, CancellationToken cancellationToken)
    {
        var me = caller.OrganisationId;
        await AssignmentPostRules.EnsureOwnAsync(db, caller, request.AssignmentId, cancellationToken);
        var assignment = await db.Assignments.FromSql($"""
            select * from assignments where id = {request.AssignmentId} for update
            """).AsNoTracking().SingleAsync(cancellationToken);
        Guid[] wanted = [.. (request.Body.PostIds ?? []).Distinct()];
        var mine = await db.Posts.Where(p => p.AuthorityId == me && wanted.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
        var foreign = (request.Body.PostIds ?? []).Select((id, i) => (id, i)).Where(p => !mine.Contains(p.id))
            .Select(p => new FieldError($"#/postIds/{p.i}", "unknown-post", "Name one of your own posts; they are at /v1/posts.")).ToList();
        if (foreign.Count > 0)
        {
            throw Refusal.Invalid("validation", "Name your own posts only.", foreign);
        }

        var kept = await db.AssignmentPosts.Where(p => p.AssignmentId == assignment.Id).ToListAsync(cancellationToken);
        db.AssignmentPosts.RemoveRange(kept.Where(p => !wanted.Contains(p.PostId)));
        db.AssignmentPosts.AddRange(wanted.Where(id => !kept.Exists(p => p.PostId == id))
            .Select(id => new AssignmentPost
            {
                AuthorityId = me,
                OwnerId = assignment.OwnerId,
                AssignmentId = assignment.Id,
                PostId = id
            }));
        // The answer is read through the view, from rows that are there.
        await db.SaveChangesAsync(cancellationToken);
        log.Below("assignment.posts_changed", $"assignments/{assignment.Id}", assignment.Version, assignment, ownerKnows: false,
            new { postIds = kept.Select(p => p.PostId) }, new { postIds = wanted });
        return await AssignmentPostRules.ReadAsync(db, caller, assignment.Id, cancellationToken);
    }
}

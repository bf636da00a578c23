using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="AssignmentId">The assignment's id.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListAssignmentPosts(Guid AssignmentId) : IRequest<AssignmentPosts>;

/// <summary>Which posts answer for an assignment.</summary>
/// <param name="Overridden">They were named for this assignment; otherwise they come from its roles.</param>
/// <param name="Posts">The posts; empty when it goes to the equality lead.</param>
public sealed record AssignmentPosts(bool Overridden, IReadOnlyList<AnsweringPost> Posts);

/// <summary>A post that answers for an assignment.</summary>
/// <param name="Written">The role that led to it, as the plan writes it; null when it was named for this assignment.</param>
public sealed record AnsweringPost(Guid PostId, string Title, string? Written);

internal sealed class ListAssignmentPostsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListAssignmentPosts, AssignmentPosts>
{
    public async Task<AssignmentPosts> Handle(ListAssignmentPosts request, CancellationToken cancellationToken)
    {
        await AssignmentPostRules.EnsureOwnAsync(db, caller, request.AssignmentId, cancellationToken);
        return await AssignmentPostRules.ReadAsync(db, caller, request.AssignmentId, cancellationToken);
    }
}

/// <summary>Who answers for an assignment is its authority's own affair.</summary>
internal static class AssignmentPostRules
{
    /// <summary>Answers the assignment's owner; refuses anybody but its authority.</summary>
    public static async Task<Guid> EnsureOwnAsync(EqualityDb db, Caller caller, Guid assignmentId, CancellationToken ct)
    {
        var assignment = await db.Assignments.AsNoTracking().Where(a => a.Id == assignmentId).Select(a => new { a.AuthorityId, a.OwnerId })
            .SingleOrDefaultAsync(ct)
            ?? throw Refusal.NotFound("assignment");
        return assignment.AuthorityId == caller.OrganisationId
            ? assignment.OwnerId
            : throw Refusal.Forbidden("not-the-owner",
                "You may read this assignment, but only its authority knows and says which posts answer for it.");
    }

    public static async Task<AssignmentPosts> ReadAsync(EqualityDb db, Caller caller, Guid assignmentId, CancellationToken ct)
    {
        var posts = await new Sql($"""
            select p.id, p.title, x.written from answering_posts x join posts p on p.id = x.post_id
            where x.authority_id = {caller.OrganisationId} and x.assignment_id = {assignmentId} order by p.title, p.id
            """).ReadAsync(db, row => new AnsweringPost(row.GetGuid(0), row.GetString(1), row.Text(2)), ct);
        return new AssignmentPosts(await db.AssignmentPosts.AnyAsync(p => p.AssignmentId == assignmentId, ct), posts);
    }
}

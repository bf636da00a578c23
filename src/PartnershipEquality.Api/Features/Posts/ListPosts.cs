using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="Vacant">Only those that nobody holds, or only those that somebody does.</param>
/// <param name="AuthorityId">Only this authority's; for partnerships.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListPosts(bool? Vacant, Guid? AuthorityId, int? Limit, string? Cursor) : IRequest<Page<PostDetail>>;

internal sealed class ListPostsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListPosts, Page<PostDetail>>
{
    public async Task<Page<PostDetail>> Handle(ListPosts request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListPosts), caller.OrganisationId, request.Vacant, request.AuthorityId];
        var after = Cursor.After(request.Cursor, boundTo);
        Guid[] authorities = [.. caller.Scope.MemberIds.Append(caller.OrganisationId)
            .Where(id => request.AuthorityId is null || request.AuthorityId == id)];
        var posts = await db.Posts.AsNoTracking()
            .Where(p => authorities.Contains(p.AuthorityId) && (after == null || p.Id > after))
            .Where(p => request.Vacant == null || p.VacantSince != null == request.Vacant)
            .OrderBy(p => p.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ById([.. posts.Select(PostDetail.From)], limit, p => p.Id, boundTo);
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="PostId">The post's id.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListPostHolders(Guid PostId, int? Limit, string? Cursor) : IRequest<Page<PostHolderDetail>>;

internal sealed class ListPostHoldersHandler(EqualityDb db, Caller caller) : IRequestHandler<ListPostHolders, Page<PostHolderDetail>>
{
    public async Task<Page<PostHolderDetail>> Handle(ListPostHolders request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListPostHolders), caller.OrganisationId, request.PostId];
        var after = Cursor.After(request.Cursor, boundTo);
        var post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PostId, cancellationToken)
            ?? throw Refusal.NotFound("post");
        if (post.AuthorityId != caller.OrganisationId)
        {
            throw Refusal.Forbidden("not-the-owner",
                "You may see this post and whether it is vacant, but only its authority knows who holds it.");
        }

        var holders = await db.PostHolders.AsNoTracking().Where(h => h.PostId == post.Id && (after == null || h.Id > after))
            .OrderBy(h => h.Id).Take(limit + 1)
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { Holder = h, Person = p })
            .OrderBy(h => h.Holder.Id).ToListAsync(cancellationToken);
        return Cursor.ById([.. holders.Select(h => PostHolderDetail.From(h.Holder, h.Person))], limit, h => h.Id, boundTo);
    }
}

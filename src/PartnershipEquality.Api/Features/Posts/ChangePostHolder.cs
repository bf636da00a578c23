using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="PostHolderId">The id of the holding, not of the person.</param>
/// <param name="IfMatch">The ETag of the holding you changed.</param>
[Writes(Permission.PostsWrite)]
public sealed record ChangePostHolder(Guid PostHolderId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body)
    : IRequest<PostHolderDetail>;

/// <summary>What can be changed of a holding. Another person is another holding.</summary>
/// <param name="ToOn">The last day; null while it lasts.</param>
public sealed record PostHolderEdit(DateOnly? ToOn);

internal sealed class ChangePostHolderHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ChangePostHolder, PostHolderDetail>
{
    public async Task<PostHolderDetail> Handle(ChangePostHolder request, CancellationToken cancellationToken)
    {
        var known = await db.PostHolders.AsNoTracking().SingleOrDefaultAsync(h => h.Id == request.PostHolderId, cancellationToken)
            ?? throw Refusal.NotFound("post holder");
        // The post is locked before its holders, by everyone, so that two changes cannot give it two holders.
        var post = await PostRules.LockAsync(db, caller, known.PostId, cancellationToken);
        var holdings = await db.PostHolders.Where(h => h.AuthorityId == post.AuthorityId && h.PostId == post.Id)
            .ToListAsync(cancellationToken);
        var holder = holdings.Single(h => h.Id == request.PostHolderId);
        Versions.Ensure(request.IfMatch, holder.Version);
        var before = new { holder.ToOn };
        post.EndHolding(holder, MergePatch.Apply(new PostHolderEdit(holder.ToOn), request.Body).ToOn, holdings);
        post.ReckonVacancy(holdings, LondonDay.Of(time.GetUtcNow()));
        log.Own("post_holder.changed", $"post-holders/{holder.Id}", holder.Version, before, new { holder.ToOn });
        return PostHolderDetail.From(holder, await db.People.AsNoTracking().SingleAsync(p => p.Id == holder.PersonId, cancellationToken));
    }
}

using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="PostId">The post's id.</param>
/// <param name="IfMatch">The ETag of the post you changed.</param>
[Writes(Permission.PostsWrite)]
public sealed record ChangePost(Guid PostId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body)
    : IRequest<PostDetail>;

internal sealed class ChangePostHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ChangePost, PostDetail>
{
    public async Task<PostDetail> Handle(ChangePost request, CancellationToken cancellationToken)
    {
        var post = await PostRules.LockAsync(db, caller, request.PostId, cancellationToken);
        Versions.Ensure(request.IfMatch, post.Version);
        var edit = MergePatch.Apply(new PostEdit(post.Title, post.Aliases, post.EqualityLead, post.EqualityGroup), request.Body).Tidied();
        await PostRules.EnsureFitsAsync(db, caller, post.Id, edit, cancellationToken);
        var before = new { post.EqualityLead, post.EqualityGroup };
        post.Change(edit.Title, edit.Aliases!, edit.EqualityLead, edit.EqualityGroup, time.GetUtcNow());
        log.Own("post.changed", $"posts/{post.Id}", post.Version, before, new { post.EqualityLead, post.EqualityGroup });
        return PostDetail.From(post);
    }
}

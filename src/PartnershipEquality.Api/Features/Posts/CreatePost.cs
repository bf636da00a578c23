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

[Writes(Permission.PostsWrite)]
public sealed record CreatePost([FromBody] PostEdit Body) : IRequest<PostDetail>;

/// <summary>What can be said of a post.</summary>
/// <param name="Title">Its title, unique at the authority.</param>
/// <param name="Aliases">Other words by which plans call it; they are suggested when roles are mapped.</param>
/// <param name="EqualityLead">It answers where no other post does; one at each authority.</param>
/// <param name="EqualityGroup">What stays overdue is passed on to it; as many posts as the equality group has.</param>
public sealed record PostEdit(
    [property: Required, MinLength(1), MaxLength(Post.TitleMaxLength)] string Title,
    [property: MaxLength(Post.MaxAliases)] IReadOnlyList<string>? Aliases,
    bool EqualityLead = false,
    bool EqualityGroup = false)
{
    /// <summary>The same without what nobody sees: outer spaces, and aliases that say nothing new.</summary>
    internal PostEdit Tidied() => this with { Title = Post.TidyTitle(Title), Aliases = Post.TidyAliases(Aliases) };
}

internal sealed class CreatePostHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<CreatePost, PostDetail>
{
    public async Task<PostDetail> Handle(CreatePost request, CancellationToken cancellationToken)
    {
        var edit = request.Body.Tidied();
        var at = time.GetUtcNow();
        await PostRules.EnsureFitsAsync(db, caller, null, edit, cancellationToken);
        var post = Post.Create(caller.OrganisationId, edit.Title, edit.Aliases!, edit.EqualityLead, edit.EqualityGroup, at);
        db.Posts.Add(post);
        log.Own("post.created", $"posts/{post.Id}", post.Version, null, new { post.EqualityLead, post.EqualityGroup });
        return PostDetail.From(post);
    }
}

/// <summary>What must hold between the posts of one authority.</summary>
internal static class PostRules
{
    public static async Task EnsureFitsAsync(EqualityDb db, Caller caller, Guid? postId, PostEdit edit, CancellationToken ct)
    {
        EnsureAuthority(caller);
        var lower = edit.Title.ToLowerInvariant();
        var others = db.Posts.AsNoTracking().Where(p => p.AuthorityId == caller.OrganisationId && p.Id != postId);
#pragma warning disable CA1862 // Translated to lower(title), which the unique index is on.
        if (await others.AnyAsync(p => p.Title.ToLower() == lower, ct))
#pragma warning restore CA1862
        {
            throw Refusal.Conflict("post-title-taken",
                $"There is a post \"{edit.Title}\" already. Change that one, or give this one another title.");
        }

        if (edit.EqualityLead && await others.AnyAsync(p => p.EqualityLead, ct))
        {
            throw Refusal.Conflict("equality-lead-taken", "Another post leads on equality already. Take the mark from that one first.");
        }
    }

    /// <summary>Posts and their holders are an authority's; a partnership has none.</summary>
    public static void EnsureAuthority(Caller caller) =>
        caller.EnsureAuthority("A partnership has no posts of its own; each member authority keeps its own.");

    /// <summary>The authority's own post, locked; one that is only seen is refused as not its owner's.</summary>
    public static async Task<Post> LockAsync(EqualityDb db, Caller caller, Guid postId, CancellationToken ct)
    {
        if (await db.Posts.FromSql($"""
            select * from posts where id = {postId} and authority_id = {caller.OrganisationId} for update
            """).SingleOrDefaultAsync(ct) is { } post)
        {
            return post;
        }

        var seen = await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, ct) ?? throw Refusal.NotFound("post");
        caller.EnsureOwns(seen.AuthorityId, "post");
        throw Refusal.NotFound("post");
    }
}

using static PartnershipEquality.Api.Tests.Guards.Probes;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>Posts, which the partnership sees, and who holds them, which it does not.</summary>
internal static class ProbesOfPosts
{
    public static IEnumerable<Probe> All() => [.. Posts(), .. Holders(), .. Roles()];

    private static IEnumerable<Probe> Posts() =>
    [
        new("ListPosts", Council, Get(_ => "/v1/posts?limit=200", w => w.Posts[0]), Others.GetTheirOwn, ItsPartnership(Others.SeeIt)),
        new("GetPost", Council, Get(w => $"/v1/posts/{w.Posts[0]}", w => w.Posts[0]), Others.FindNothing, ItsPartnership(Others.SeeIt)),
        new("CreatePost", Council,
            w => Task.FromResult(Prepared.Send(HttpMethod.Post, "/v1/posts",
                new { title = w.Unique("Post"), aliases = new[] { "Alias" } })), Others.GetTheSame),
        new("ChangePost", Council, Change(Council, HttpMethod.Patch, w => $"/v1/posts/{w.Posts[1]}",
            w => new { aliases = new[] { w.Unique("Alias") } }), Others.FindNothing),
        new("ImportPosts", Council,
            w => Task.FromResult(Prepared.Form("/v1/posts/import", "posts.csv", $"Post,Aliases\n{w.Unique("Post")},Alias\n")),
                Others.GetTheSame),
        new("GetPostsTemplate", Council, Get(_ => "/v1/posts/import/template.csv"), Others.GetTheSame),
    ];

    private static IEnumerable<Probe> Holders() =>
    [
        new("ListPostHolders", Council, Get(w => $"/v1/posts/{w.Posts[0]}/holders", w => w.Holder), Others.FindNothing,
            ItsPartnership(Others.MayNot)),
        new("AddPostHolder", Council,
            w => Task.FromResult(Prepared.Send(HttpMethod.Post, $"/v1/posts/{w.Posts[1]}/holders",
                new { name = "Alex Deputy", address = "alex.deputy@example.org", deputy = true })), Others.FindNothing),
        new("GetPostHolder", Council, Get(w => $"/v1/post-holders/{w.Holder}", w => w.Holder), Others.FindNothing),
        new("ChangePostHolder", Council,
            Change(Council, HttpMethod.Patch, w => $"/v1/post-holders/{w.Holder}", _ => new { toOn = "2029-03-31" }), Others.FindNothing),
    ];

    private static IEnumerable<Probe> Roles() =>
    [
        new("ListRoleMappings", Council, Get(_ => "/v1/role-mappings", w => w.Posts[0], w => w.Posts[1]), Others.GetTheirOwn),
        new("MapRole", Council,
            w => Task.FromResult(Prepared.Send(HttpMethod.Put, "/v1/role-mappings",
                new { role = "Equality Officer", postId = w.Posts[0] })), Others.MayNotName),
        new("ListAssignmentPosts", Council, Get(w => $"/v1/assignments/{w.SharedWork[2]}/posts", w => w.Posts[1]), Others.FindNothing,
            ItsPartnership(Others.MayNot)),
        new("NameAssignmentPosts", Council,
            w => Task.FromResult(Prepared.Send(HttpMethod.Put, $"/v1/assignments/{w.SharedWork[2]}/posts",
                new { postIds = new[] { w.Posts[1] } })), Others.FindNothing),
    ];
}

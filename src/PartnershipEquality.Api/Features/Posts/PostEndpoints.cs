using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using MediatR;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Posts;

internal static class PostEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var posts = v1.MapGroup("/posts").WithTags("Posts");
        posts.MapGet("", ([AsParameters] ListPosts request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListPosts))
            .WithSummary("Responsible roles at your authority; for a partnership, at its members")
            .WithDescription("Titles and vacancy. Who holds a post is known to its authority alone.");
        posts.MapPost("", async ([AsParameters] CreatePost request, IMediator mediator, CancellationToken ct) =>
            {
                var post = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/posts/{post.Id}", post);
            })
            .WithName(nameof(CreatePost))
            .WithSummary("Make a post")
            .ProducesProblem(409);
        posts.MapGet("/{postId:guid}",
            ([AsParameters] GetPost request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetPost))
            .WithSummary("One post")
            .ProducesProblem(404);
        posts.MapPatch("/{postId:guid}",
            ([AsParameters] ChangePost request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangePost))
            .WithSummary("Change a post")
            .WithDescription("A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match.")
            .Accepts<PostEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        posts.MapGet("/{postId:guid}/holders",
            ([AsParameters] ListPostHolders request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListPostHolders))
            .WithSummary("Who holds a post, held it and deputises in it")
            .ProducesProblem(404);
        posts.MapPost("/{postId:guid}/holders", async ([AsParameters] AddPostHolder request, IMediator mediator, CancellationToken ct) =>
            {
                var holder = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/post-holders/{holder.Id}", holder);
            })
            .WithName(nameof(AddPostHolder))
            .WithSummary("Name who takes up a post, or deputises in it")
            .WithDescription(
                "A post has one holder at a time and any number of deputies. Reminders go to the holder, else a deputy, else the equality lead.")
            .ProducesProblem(404).ProducesProblem(409);
        posts.MapPost("/import", ImportAsync)
            .WithName(nameof(ImportPosts))
            .WithSummary("Bring in posts and their holders from a CSV file")
            .WithDescription(
                "All or nothing. Posts are matched by title, so sending the file again changes nothing. Where the file names another holder, the one before ends the day before. An empty cell changes nothing.")
            .DisableAntiforgery()
            .ProducesProblem(413).ProducesProblem(415);
        posts.MapGet("/import/template.csv", () => Results.Text(PostTable.Template, "text/csv", Encoding.UTF8))
            .WithName("GetPostsTemplate")
            .WithSummary("The columns of the posts file, with a row that shows how each is written")
            .Produces<string>(200, "text/csv");
        var holders = v1.MapGroup("/post-holders").WithTags("Posts");
        holders.MapGet("/{postHolderId:guid}",
            ([AsParameters] GetPostHolder request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetPostHolder))
            .WithSummary("One holding of a post")
            .ProducesProblem(404);
        holders.MapPatch("/{postHolderId:guid}",
            ([AsParameters] ChangePostHolder request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangePostHolder))
            .WithSummary("Say when somebody leaves a post")
            .WithDescription("A JSON merge patch. Send If-Match.")
            .Accepts<PostHolderEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        MapRoles(v1);
    }

    private static void MapRoles(RouteGroupBuilder v1)
    {
        var roles = v1.MapGroup("/role-mappings").WithTags("Posts");
        roles.MapGet("", ([AsParameters] ListRoleMappings request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListRoleMappings))
            .WithSummary("The responsible roles that your open assignments name, and the posts they mean")
            .WithDescription(
                "Roles without a post go to the equality lead. A post whose title or alias reads the same is suggested, for the lead to confirm.");
        roles.MapPut("", ([AsParameters] MapRole request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(MapRole))
            .WithSummary("Say which of your posts a role means")
            .ProducesProblem(409);
        var assignments = v1.MapGroup("/assignments/{assignmentId:guid}/posts").WithTags("Posts");
        assignments.MapGet("",
            ([AsParameters] ListAssignmentPosts request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListAssignmentPosts))
            .WithSummary("Which posts answer for an assignment")
            .ProducesProblem(404);
        assignments.MapPut("",
            ([AsParameters] NameAssignmentPosts request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(NameAssignmentPosts))
            .WithSummary("Name the posts that answer for an assignment")
            .WithDescription("They stand in place of those that its roles map to; an empty list goes back to the mapping.")
            .ProducesProblem(404);
    }

    private static async Task<PostsImported> ImportAsync(
        [Required, Description("The posts: a CSV with the columns of the template, UTF-8.")] IFormFile? file, IMediator mediator,
            CancellationToken ct)
    {
        if (file is null)
        {
            throw Refusal.Field("#/file", "required", "Send the CSV file as the form's field \"file\".");
        }

        await using var content = file.OpenReadStream();
        return await mediator.Send(new ImportPosts(content), ct);
    }
}

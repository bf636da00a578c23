using MediatR;
using Microsoft.Net.Http.Headers;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Changes;

internal static class ChangeEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var changes = v1.MapGroup("/changes").WithTags("Changes");
        changes.MapGet("", async ([AsParameters] ListChanges request, HttpContext http, IMediator mediator, CancellationToken ct) =>
            {
                var page = await mediator.Send(request, ct);
                var query = QueryString.Create(
                    [.. new (string Name, string? Value)[] { ("after", page.NextCursor), ("types", request.Types),
                        ("limit", request.Limit?.ToString(System.Globalization.CultureInfo.InvariantCulture)) }
                    .Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))]);
                http.Response.Headers.Append(HeaderNames.Link, $"<{http.Request.Path}{query}>; rel=\"next\"");
                return page;
            })
            .WithName(nameof(ListChanges))
            .WithSummary("What changed, in order: the way to keep in step")
            .WithDescription("""
                Everything that changed of what you may see, in the order in which it was committed; nothing is left out, and nothing is told twice to who goes on from nextCursor. nextCursor never ends: it is there also when there are no items, so keep it and ask again.

                Begin with the exports: each answers the position from which to go on, and reading on from it may tell you again of something that is in the export already. An event says what changed and which version that made; read the thing itself at data.href. A 404 there means that it is gone or not yours to see any more: drop it. A type that ends in .deleted says that the thing is gone with all that hangs on it; one in .revoked that you may see it no more, or not all of it.

                The feed is kept for 90 days. A position from before that, or from before the database was restored, is answered with 410 position-expired: take the exports again. Filtering by types moves the position on past what is left out, and a position may be gone on from with another filter.
                """)
            .WithMetadata(new RespondsWithHeaders(("Link", "Where to go on from: <...>; rel=\"next\".")))
            .ProducesProblem(410);
        changes.MapGet("/types",
            ([AsParameters] ListChangeTypes request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListChangeTypes))
            .WithSummary("The types of change that there are")
            .WithDescription(
                "What the feed and webhooks can be filtered by, each with what it means for who keeps a copy. More may be added.");
        v1.MapGroup("/audit").WithTags("Changes")
            .MapGet("", ([AsParameters] ListAudit request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListAudit))
            .WithSummary("Who did what, and when: the newest first")
            .WithDescription(
                "What your organisation did, and what others did to its part of a plan, with what changed. Kept for the life of the scheme. It holds ids, statuses and dates, never what somebody wrote, nor names.");
    }
}

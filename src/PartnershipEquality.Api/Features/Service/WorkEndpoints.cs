using MediatR;

namespace PartnershipEquality.Api.Features.Service;

internal static class WorkEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var work = v1.MapGroup("/work").WithTags("Work");
        work.MapGet("", ([AsParameters] ListWork request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListWork))
            .WithSummary("The work that is done for you unasked, and what went wrong with it")
            .WithDescription(
                "Work that fails is tried again after a minute, then after ever longer, an hour at most. Mails that wait or were given up are in /v1/outbox.");
        work.MapPost("/{kind}/run", async ([AsParameters] RunWork request, IMediator mediator, CancellationToken ct) =>
                TypedResults.Accepted("/v1/work", await mediator.Send(request, ct)))
            .WithName(nameof(RunWork))
            .WithSummary("Have work done now")
            .WithDescription(
                "It is due from now, however long it would have waited. A worker does it within seconds to a minute; digests still go out once a day and on working days only.")
            .ProducesProblem(404);
    }
}

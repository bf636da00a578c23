using MediatR;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Board;

internal static class BoardEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var board = v1.MapGroup("/board").WithTags("Board");
        board.MapGet("/progress",
            ([AsParameters] GetBoardProgress request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetBoardProgress))
            .WithSummary("How a scheme stands, theme by theme and authority by authority")
            .WithDescription(
                "Counts, never an average: every expected assignment is in one status and under one headline. A past day is answered as it had been recorded by the end of that day in London, with the members of that day. A member sees its own column, and the others' where the partnership shares headlines; partial says which.")
            .ProducesProblem(404);
        board.MapGet("/slippage",
            ([AsParameters] ListSlippage request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithMetadata(new OrderCanChange("how late the work is"))
            .WithName(nameof(ListSlippage))
            .WithSummary("What is overdue or was moved later, the most overdue first")
            .WithDescription(
                "What is overdue comes first, the longest overdue leading; then what was moved later and is not due yet, the earliest first. A date that was given up is listed once the day first agreed has passed. You see your own, all of those in your own schemes, and the other members' where the partnership shares headlines.")
            .ProducesProblem(404);
    }
}

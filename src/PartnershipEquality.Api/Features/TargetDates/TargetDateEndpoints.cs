using MediatR;

namespace PartnershipEquality.Api.Features.TargetDates;

internal static class TargetDateEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGroup("/target-dates").WithTags("Target dates")
            .MapPost("/read",
                ([AsParameters] ReadTargetDate request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ReadTargetDate))
            .WithSummary("How a target would be read")
            .WithDescription(
                "For a form to show while a person types. Nothing is saved. A text that cannot be read is answered as unreadable, never as an error, and no date is ever invented.");
    }
}

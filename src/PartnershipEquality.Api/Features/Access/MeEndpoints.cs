using MediatR;

namespace PartnershipEquality.Api.Features.Access;

internal static class MeEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var me = v1.MapGroup("/me").WithTags("Me");
        me.MapGet("", ([AsParameters] GetMe request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetMe))
            .WithSummary("Who the credential is, what it may do and what needs attention")
            .WithDescription(
                "Call it first: it names the organisation that every other answer is for, the permissions of the credential, and anything that is not set up yet, such as mail.");
    }
}

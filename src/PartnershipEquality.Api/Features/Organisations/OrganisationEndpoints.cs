using MediatR;

namespace PartnershipEquality.Api.Features.Organisations;

internal static class OrganisationEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var organisations = v1.MapGroup("/organisations").WithTags("Organisations");
        organisations.MapGet("",
            ([AsParameters] ListOrganisations request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListOrganisations))
            .WithSummary("The organisations you have to do with")
            .WithDescription("Yourself, the partnerships you belong to and their members. Names only: what is theirs stays theirs.");
        organisations.MapGet("/{organisationId:guid}",
            ([AsParameters] GetOrganisation request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetOrganisation))
            .WithSummary("One organisation")
            .ProducesProblem(404);
        var settings = v1.MapGroup("/settings").WithTags("Organisations");
        settings.MapGet("", ([AsParameters] GetSettings request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetSettings))
            .WithSummary("What your organisation has chosen for itself");
        settings.MapPatch("",
            ([AsParameters] ChangeSettings request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangeSettings))
            .WithSummary("Change your organisation's settings")
            .WithDescription("A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match.")
            .Accepts<SettingsEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(412).ProducesProblem(428);
    }
}

using PartnershipEquality.Api.Features.Access;
using PartnershipEquality.Api.Features.Assignments;
using PartnershipEquality.Api.Features.Board;
using PartnershipEquality.Api.Features.Calendars;
using PartnershipEquality.Api.Features.Changes;
using PartnershipEquality.Api.Features.Exports;
using PartnershipEquality.Api.Features.Imports;
using PartnershipEquality.Api.Features.Mail;
using PartnershipEquality.Api.Features.Organisations;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Features.Posts;
using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Features.Sandbox;
using PartnershipEquality.Api.Features.Service;
using PartnershipEquality.Api.Features.TargetDates;
using PartnershipEquality.Api.Features.Webhooks;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features;

/// <summary>The rooms of the API. Everything under <c>/v1</c> needs a credential and keeps the same conventions.</summary>
public static class Endpoints
{
    public static void Map(WebApplication app)
    {
        HealthEndpoints.Map(app);
        ServiceEndpoints.Map(app);
        var v1 = app.MapGroup("/v1").RequireAuthorization().AddEndpointFilter<Representation>()
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(503);
        MeEndpoints.Map(v1);
        OrganisationEndpoints.Map(v1);
        ApiKeyEndpoints.Map(v1);
        PortalOriginEndpoints.Map(v1);
        PlanEndpoints.Map(v1);
        AssignmentEndpoints.Map(v1);
        TargetDateEndpoints.Map(v1);
        ImportEndpoints.Map(v1);
        BoardEndpoints.Map(v1);
        CalendarEndpoints.Map(v1);
        ExportEndpoints.Map(v1);
        ChangeEndpoints.Map(v1);
        PostEndpoints.Map(v1);
        ReminderEndpoints.Map(v1);
        OutboxEndpoints.Map(v1);
        WorkEndpoints.Map(v1);
        WebhookEndpoints.Map(v1);
        SandboxEndpoints.Map(v1);
    }
}

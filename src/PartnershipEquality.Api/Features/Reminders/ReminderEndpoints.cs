using MediatR;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Security.Addresses;

namespace PartnershipEquality.Api.Features.Reminders;

internal static class ReminderEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var policies = v1.MapGroup("/reminder-policies").WithTags("Reminders");
        policies.MapGet("",
            ([AsParameters] ListReminderPolicies request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListReminderPolicies))
            .WithSummary("When your organisation is reminded");
        policies.MapGet("/{reminderPolicyId:guid}",
            ([AsParameters] GetReminderPolicy request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetReminderPolicy))
            .WithSummary("One policy that you have set")
            .ProducesProblem(404);
        policies.MapPut("",
            ([AsParameters] SetReminderPolicy request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(SetReminderPolicy))
            .WithSummary("Say when to be reminded")
            .WithDescription(
                "For one scheme, or for all that have no policy of their own. Send If-Match when you replace one. What was sent stays sent; offsets still ahead follow the new policy.")
            .ProducesProblem(412).ProducesProblem(428);
        policies.MapDelete("/{reminderPolicyId:guid}",
            async ([AsParameters] RemoveReminderPolicy request, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(request, ct);
                return TypedResults.NoContent();
            })
            .WithName(nameof(RemoveReminderPolicy))
            .WithSummary("Go back to the policy that holds without this one")
            .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
        var reminders = v1.MapGroup("/reminders").WithTags("Reminders");
        reminders.MapGet("/upcoming",
            ([AsParameters] ListUpcomingReminders request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithMetadata(new OrderCanChange("the day of the next reminder"))
            .WithName(nameof(ListUpcomingReminders))
            .WithSummary("What you will be reminded of next, the earliest first");
        reminders.MapGet("/preview", ([AsParameters] PreviewReminders request, ReminderPreviewing previewing,
            CancellationToken ct) => previewing.OfAsync(request, ct))
            .WithName(nameof(PreviewReminders))
            .WithSummary("The messages that would go out on a day")
            .WithDescription(
                "Planned and written as on that day, and then taken back: nothing is kept and nothing is sent. On a day ahead it is what would have gathered by then if nothing went out before. What went out already is not in it.");
        reminders.MapGet("", ([AsParameters] ListReminders request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListReminders))
            .WithSummary("What was owed to whom, and what became of it");
        var messages = v1.MapGroup("/digest-messages/{token}").WithTags("Reminders")
            .WithMetadata(new TakesToken(AddressOpens.Digest), new HoldsSecret());
        messages.MapGet("",
            ([AsParameters] ShowSubscription request, IMediator mediator, CancellationToken ct) => PageAsync(mediator.Send(request, ct)))
            .WithName(nameof(ShowSubscription))
            .WithSummary("The page that a message's link opens")
            .WithDescription(
                "It asks before it stops anything, since programs follow links too. No Authorization header: the link is the credential.")
            .Produces<string>(200, "text/html").ProducesProblem(404);
        messages.MapPost("/leave",
            ([AsParameters] Unsubscribe request, IMediator mediator, CancellationToken ct) => PageAsync(mediator.Send(request, ct)))
            .WithName(nameof(Unsubscribe))
            .WithSummary("Stop daily messages to whom the message went to")
            .WithDescription(
                "By the page's button, or by one click in a mail program (RFC 8058). What would have gone to the person goes to the deputy, or to the equality lead; what is escalated to the person still reaches them.")
            .Produces<string>(200, "text/html").ProducesProblem(404);
        messages.MapPost("/again",
            ([AsParameters] Resubscribe request, IMediator mediator, CancellationToken ct) => PageAsync(mediator.Send(request, ct)))
            .WithName(nameof(Resubscribe))
            .WithSummary("Send daily messages again")
            .Produces<string>(200, "text/html").ProducesProblem(404);
        v1.MapGroup("/digests").WithTags("Reminders")
            .MapGet("", ([AsParameters] ListDigests request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListDigests))
            .WithSummary("What was sent to whom, by day");
    }

    private static async Task<IResult> PageAsync(Task<SubscriptionPage> page) =>
        TypedResults.Content((await page).Html, "text/html; charset=utf-8");
}

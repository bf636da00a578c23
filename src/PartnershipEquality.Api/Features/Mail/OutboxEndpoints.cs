using MediatR;

namespace PartnershipEquality.Api.Features.Mail;

internal static class OutboxEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var outbox = v1.MapGroup("/outbox").WithTags("Mail");
        outbox.MapGet("", ([AsParameters] ListOutbox request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListOutbox))
            .WithSummary("Your mails: which wait, which are gone and which were given up, and why");
        outbox.MapPost("/{mailId:guid}/send-again",
            async ([AsParameters] SendMailAgain request, IMediator mediator, CancellationToken ct) =>
                TypedResults.Accepted("/v1/outbox", await mediator.Send(request, ct)))
            .WithName(nameof(SendMailAgain))
            .WithSummary("Send a mail that was given up, or that waits, now")
            .WithDescription(
                "Refused for a mail that has been handed over, and for one whose reminders are owed again because its address takes no mail.")
            .ProducesProblem(404).ProducesProblem(409);
        var account = v1.MapGroup("/notify-account").WithTags("Mail");
        account.MapGet("",
            ([AsParameters] GetNotifyAccount request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetNotifyAccount))
            .WithSummary("Your account with GOV.UK Notify, without its secret")
            .ProducesProblem(404);
        account.MapPut("",
            ([AsParameters] SetNotifyAccount request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(SetNotifyAccount))
            .WithSummary("Send your reminders through your own account with GOV.UK Notify")
            .WithDescription(
                "Make a key and one e-mail template there, with ((subject)) as its subject and ((body)) as its message. From then on all your mail goes that way, and what waits is tried at once. Send If-Match when you replace an account.")
            .ProducesProblem(412).ProducesProblem(428);
        account.MapDelete("", async ([AsParameters] RemoveNotifyAccount request, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(request, ct);
                return TypedResults.NoContent();
            })
            .WithName(nameof(RemoveNotifyAccount))
            .WithSummary("Go back to the service's own way of sending mail")
            .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
    }
}

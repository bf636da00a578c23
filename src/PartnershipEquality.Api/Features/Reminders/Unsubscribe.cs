using System.Text.Encodings.Web;
using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Reminders;

/// <param name="Token">What the link in a message holds.</param>
[ForMessageLink(readOnly: true)]
public sealed record ShowSubscription(string Token) : IRequest<SubscriptionPage>;

/// <param name="Token">What the link in a message holds.</param>
[ForMessageLink(readOnly: false)]
public sealed record Unsubscribe(string Token) : IRequest<SubscriptionPage>;

/// <param name="Token">What the link in a message holds.</param>
[ForMessageLink(readOnly: false)]
public sealed record Resubscribe(string Token) : IRequest<SubscriptionPage>;

/// <summary>What a person is shown about the daily messages that they get.</summary>
public sealed record SubscriptionPage(string Token, string Organisation, string Recipient, bool HasLeft)
{
    /// <summary>A page that reads without style or script, and with neither.</summary>
    public string Html
    {
        get
        {
            var (organisation, recipient) = (HtmlEncoder.Default.Encode(Organisation), HtmlEncoder.Default.Encode(Recipient));
            var (title, says, button, to) = HasLeft
                ? ("You get no daily messages",
                    $"Daily messages about equality actions at {organisation} no longer go to {recipient}. They go to your deputy, or to " +
                    "the equality lead. What stays overdue and is escalated to you still reaches you.", "Send them to me again", "again")
                : ("Stop daily messages?",
                    $"Daily messages about equality actions at {organisation} go to {recipient}. If you stop them, they go to your " +
                    "deputy, or to the equality lead. What stays overdue and is escalated to you still reaches you.", "Stop them", "");
            return $$"""
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{{title}}</title>
                <style>body{margin:0 auto;max-width:38rem;padding:2rem 1rem;font:1.125rem/1.5 Arial,sans-serif;color:#0b0c0c;background:#fff}button{font:inherit;font-weight:bold;padding:.6rem 1.2rem;color:#fff;background:#12436d;border:3px solid transparent;cursor:pointer}button:focus{outline:3px solid #0b0c0c;background:#ffdd00;color:#0b0c0c}</style></head>
                <body><main><h1>{{title}}</h1><p>{{says}}</p><form method="post" action="/v1/digest-messages/{{Token}}/{{(to.Length == 0 ? "leave" : to)}}"><button type="submit">{{button}}</button></form></main></body>
                </html>

                """;
        }
    }
}

internal sealed class ShowSubscriptionHandler(EqualityDb db, Caller caller) : IRequestHandler<ShowSubscription, SubscriptionPage>
{
    public Task<SubscriptionPage> Handle(ShowSubscription request, CancellationToken cancellationToken) =>
        DigestSubscription.PageAsync(db, caller, request.Token, cancellationToken);
}

internal sealed class UnsubscribeHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<Unsubscribe, SubscriptionPage>
{
    public Task<SubscriptionPage> Handle(Unsubscribe request, CancellationToken cancellationToken) =>
        DigestSubscription.SetAsync(db, caller, log, request.Token, time.GetUtcNow(), cancellationToken);
}

internal sealed class ResubscribeHandler(EqualityDb db, Caller caller, ChangeLog log) : IRequestHandler<Resubscribe, SubscriptionPage>
{
    public Task<SubscriptionPage> Handle(Resubscribe request, CancellationToken cancellationToken) =>
        DigestSubscription.SetAsync(db, caller, log, request.Token, null, cancellationToken);
}

/// <summary>The person whom a message went to, and whether they take the daily ones.</summary>
internal static class DigestSubscription
{
    public static async Task<SubscriptionPage> PageAsync(EqualityDb db, Caller caller, string token, CancellationToken ct)
    {
        var recipient = Opened(caller).Recipient;
        var person = (await new Sql($"""
            select unsubscribed_at is not null from people where authority_id = {caller.OrganisationId} and lower(address) = {recipient}
            """).ReadAsync(db, r => r.GetBoolean(0), ct)).Cast<bool?>().FirstOrDefault();
        return new SubscriptionPage(token, caller.Scope.Name, recipient, person ?? throw Refusal.NotFound("message"));
    }

    public static async Task<SubscriptionPage> SetAsync(EqualityDb db, Caller caller, ChangeLog log, string token, DateTimeOffset? offAt,
        CancellationToken ct)
    {
        var (id, recipient) = Opened(caller);
        // Sent twice, by a program that follows the link and by the person, it is done once.
        if (await new Sql($"""
            update people set unsubscribed_at = {offAt}::timestamptz
              where authority_id = {caller.OrganisationId} and lower(address) = {recipient}
              and (unsubscribed_at is null) = {offAt is not null}
            """).RunAsync(db, ct) > 0)
        {
            log.Own(offAt is null ? "digests.taken_again" : "digests.left", $"digests/{id}", 1);
        }

        return await PageAsync(db, caller, token, ct);
    }

    private static OpenedDigest Opened(Caller caller) => caller.Digest ?? throw Refusal.NotFound("message");
}

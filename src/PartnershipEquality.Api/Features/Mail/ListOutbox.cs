using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Mail;

/// <param name="State">Only those in this state: waiting, sent or failed.</param>
/// <param name="Kind">Only those of this kind: digest or notice.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListOutbox(string? State, string? Kind, int? Limit, string? Cursor) : IRequest<Page<MailDetail>>;

/// <summary>One mail of your organisation's, and how far it has come.</summary>
/// <param name="Kind">digest, or notice: word that an address was refused, or that a webhook was switched off.</param>
/// <param name="DigestId">The digest it carries; null for a notice.</param>
/// <param name="Recipient">The address it goes to.</param>
/// <param name="State">waiting, sent, or failed when it was given up.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is tried next, while it waits.</param>
/// <param name="LastError">What the other side said at last.</param>
/// <param name="SentBy">By which way it left: smtp, pickup or notify.</param>
/// <param name="SentAt">When it was handed over.</param>
/// <param name="DeliveredAt">When it reached the recipient's mail server, where the way it left tells.</param>
/// <param name="GivenBack">Its address takes no mail, so what it said is owed again and goes to a deputy or the lead.</param>
public sealed record MailDetail(
    Guid Id, MailKind Kind, Guid? DigestId, string Recipient, string RecipientName, string Subject, MailState State, int Attempts,
        DateTimeOffset? NextAt, string? LastError,
    string? SentBy, DateTimeOffset? SentAt, DateTimeOffset? DeliveredAt, bool GivenBack, DateTimeOffset CreatedAt)
{
    internal static MailDetail From(OutboxMail m) => new(
        m.Id, m.Kind, m.DigestId, m.ToAddress, m.ToName, m.Subject, m.State, m.Attempts, m.State == MailState.Waiting
            ? m.NextAt : null, m.LastError,
        m.SentBy, m.SentAt, m.DeliveredAt, m.GivenBack, m.CreatedAt);
}

internal sealed class ListOutboxHandler(EqualityDb db, Caller caller) : IRequestHandler<ListOutbox, Page<MailDetail>>
{
    public async Task<Page<MailDetail>> Handle(ListOutbox request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListOutbox), caller.OrganisationId, request.State, request.Kind];
        var after = Cursor.After(request.Cursor, boundTo);
        var mails = db.Outbox.AsNoTracking().Where(m => m.OrganisationId == caller.OrganisationId);
        if (request.State is not null)
        {
            var state = Read<MailState>("state", request.State);
            mails = mails.Where(m => m.State == state);
        }

        if (request.Kind is not null)
        {
            var kind = Read<MailKind>("kind", request.Kind);
            mails = mails.Where(m => m.Kind == kind);
        }

        if (after is { } last)
        {
            mails = mails.Where(m => m.Id > last);
        }

        var rows = await mails.OrderBy(m => m.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ById([.. rows.Select(MailDetail.From)], limit, m => m.Id, boundTo);
    }

    private static T Read<T>(string parameter, string text)
        where T : struct, Enum =>
        EnumText.TryRead<T>(text, out var known)
            ? known : throw Refusal.Field(parameter, "unknown-value", $"Give one of: {string.Join(", ", EnumText.All<T>())}.");
}

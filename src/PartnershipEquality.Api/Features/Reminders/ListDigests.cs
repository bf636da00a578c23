using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Reminders;

/// <param name="Day">Only those of this day.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListDigests(DateOnly? Day, int? Limit, string? Cursor) : IRequest<Page<DigestDetail>>;

/// <summary>What one person was sent on one day, and how far it has come.</summary>
/// <param name="Recipient">The address it goes to.</param>
/// <param name="Lines">How many occurrences it is about.</param>
/// <param name="Changes">How many changes of the plan it tells of.</param>
/// <param name="State">waiting, sent, or failed when it was given up.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="LastError">What the mail server said at last.</param>
public sealed record DigestDetail(
    Guid Id, DateOnly Day, string Recipient, string RecipientName, string Subject, int Lines, int Changes, MailState State, int Attempts,
        string? LastError, DateTimeOffset? SentAt);

internal sealed class ListDigestsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListDigests, Page<DigestDetail>>
{
    public async Task<Page<DigestDetail>> Handle(ListDigests request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListDigests), caller.OrganisationId, request.Day];
        var after = Cursor.Read(request.Cursor, 2, boundTo);
        var digests = db.Digests.AsNoTracking()
            .Where(d => d.OrganisationId == caller.OrganisationId && (request.Day == null || d.Day == request.Day));
        if (after is not null)
        {
            var (day, id) = (DateOnly.ParseExact(after[0], "yyyy-MM-dd"), Guid.Parse(after[1]));
            digests = digests.Where(d => d.Day > day || (d.Day == day && d.Id > id));
        }

        var rows = await digests.OrderBy(d => d.Day).ThenBy(d => d.Id).Take(limit + 1)
            .Join(db.Outbox, d => (Guid?)d.Id, m => m.DigestId, (d, m) => new { d, m.State, m.Attempts, m.LastError, m.SentAt })
            .OrderBy(r => r.d.Day).ThenBy(r => r.d.Id).ToListAsync(cancellationToken);
        List<DigestDetail> items = [.. rows.Take(limit).Select(r => new DigestDetail(
            r.d.Id, r.d.Day, r.d.Recipient, r.d.RecipientName, r.d.Subject, r.d.Lines, r.d.Changes, r.State, r.Attempts, r.LastError,
                r.SentAt))];
        return new Page<DigestDetail>(items, rows.Count <= limit
            ? null : Cursor.Write([$"{items[^1].Day:yyyy-MM-dd}", items[^1].Id.ToString()], boundTo));
    }
}

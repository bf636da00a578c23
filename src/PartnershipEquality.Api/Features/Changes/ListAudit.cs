using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using MediatR;
using Npgsql;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Changes;

/// <param name="Subject">Only what was done to this: assignments/ and its id, or settings.</param>
/// <param name="Types">Only changes of these types, separated by commas: assignment.status_changed, or api_key.* for all of a noun.</param>
/// <param name="FromOn">Only from this day on, in London.</param>
/// <param name="ToOn">Only to the end of this day, in London.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AuditRead)]
public sealed record ListAudit([property: MaxLength(200)] string? Subject, string? Types, DateOnly? FromOn, DateOnly? ToOn, int? Limit,
    string? Cursor) : IRequest<Page<AuditRow>>;

/// <summary>Something that was done, by whom, and what changed with it.</summary>
/// <param name="At">When.</param>
/// <param name="Type">A noun and what happened to it: assignment.status_changed.</param>
/// <param name="Subject">What changed: a kind of thing and, where there are several, its id.</param>
/// <param name="Version">The version that the change made.</param>
/// <param name="OrganisationId">The organisation that did it.</param>
/// <param name="AuthorityId">The authority whose it is; null where it is of no one authority.</param>
/// <param name="OwnerId">The owner of the plan that it is in; null where it is in none, or where the owner is not told.</param>
/// <param name="Actor">The credential that did it, or the timetable.</param>
/// <param name="Before">Ids, statuses and dates as they were; never what somebody wrote, nor names.</param>
/// <param name="After">The same as they are since.</param>
/// <param name="TraceId">The request it was done by, as in its response and our log.</param>
public sealed record AuditRow(
    Guid Id, DateTimeOffset At, string Type, string Subject, int Version, Guid OrganisationId, Guid? AuthorityId, Guid? OwnerId,
        string Actor,
    IReadOnlyDictionary<string, JsonElement>? Before, IReadOnlyDictionary<string, JsonElement>? After, string? TraceId);

internal sealed class ListAuditHandler(EqualityDb db, Caller caller) : IRequestHandler<ListAudit, Page<AuditRow>>
{
    public async Task<Page<AuditRow>> Handle(ListAudit request, CancellationToken cancellationToken)
    {
        var me = caller.OrganisationId;
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListAudit), me, request with { Limit = null, Cursor = null }];
        var after = Cursor.AfterInstant(request.Cursor, boundTo);
        var types = new ListChanges(null, null, request.Types, null).TypesNamed()?.ToArray();
        // Each side has an index of its own, in this order; one condition that allows both has none.
        var sql = new Sql($"""
            select id, at, type, subject, version, organisation_id, authority_id, owner_id, actor, before::text, after::text, trace_id
              from (
              (select * from changes where organisation_id = {me}
            """);
        Filter();
        sql.Add($") union all (select * from changes where authority_id = {me} and organisation_id <> {me}");
        Filter();
        sql.Add($")) c order by at desc, id desc limit {limit + 1}");
        var rows = await sql.ReadAsync(db, Row, cancellationToken);
        return Cursor.ByInstant(rows, limit, r => (r.At, r.Id), boundTo);

        void Filter() => sql
            .When(request.Subject is not null, $"and subject = {request.Subject}")
            .When(types is not null, $"and type = any ({types})")
            .When(request.FromOn is not null, $"and at >= {(request.FromOn is { } from ? LondonDay.At(from, TimeOnly.MinValue) : default)}")
            .When(request.ToOn is not null, $"and at < {(request.ToOn is { } to ? EndOf(to) : default)}")
            .When(after is not null, $"and (at, id) < ({after?.At}, {after?.Id})")
            .Add($"order by at desc, id desc limit {limit + 1}");
    }

    private static DateTimeOffset EndOf(DateOnly day) =>
        day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : LondonDay.At(day.AddDays(1), TimeOnly.MinValue);

    private static AuditRow Row(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetFieldValue<DateTimeOffset>(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.GetGuid(5), r.Maybe<Guid>(6),
            r.Maybe<Guid>(7), r.GetString(8),
        Facts(r.Text(9)), Facts(r.Text(10)), r.Text(11));

    /// <summary>What was written as facts is an object, but for the few things that are known by a single value.</summary>
    private static Dictionary<string, JsonElement>? Facts(string? json)
    {
        if (json is null)
        {
            return null;
        }

        var facts = JsonSerializer.Deserialize<JsonElement>(json);
        return facts.ValueKind == JsonValueKind.Object
            ? facts.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) : new Dictionary<string, JsonElement> { ["value"] = facts };
    }
}

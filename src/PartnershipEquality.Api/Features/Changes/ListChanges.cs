using MediatR;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Changes;

/// <param name="After">Where to go on from: the <c>nextCursor</c> of the page before, the <c>position</c> of an item, or that of an export;
/// the beginning of what is kept unless given.</param>
/// <param name="From">now: answers the present position and no changes, for who wants only what comes.</param>
/// <param name="Types">Only changes of these types, separated by commas: assignment.status_changed, or progress_update.* for all of a noun.
/// /v1/changes/types lists them.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListChanges(string? After, string? From, string? Types, int? Limit) : IRequest<ChangesPage>
{
    /// <summary>The types that the filter names; null for all.</summary>
    internal IReadOnlyCollection<string>? TypesNamed() => string.IsNullOrEmpty(Types) ? null :
    [
        .. Types.Split(',', StringSplitOptions.TrimEntries).SelectMany(name => ChangeTypes.Named(name)
            ?? throw Refusal.Field("types", "unknown-value", "Give types that /v1/changes/types lists, or a noun and a star: assignment.*"))
    ];
}

/// <summary>Some of what changed, in the order in which it was committed.</summary>
/// <param name="Items">The changes; an empty list when nothing new is there.</param>
/// <param name="NextCursor">Where to go on from: give it as <c>after</c>. It is there also when there are no items, and never ends.</param>
/// <param name="HasMore">There is more to read at once; where it is false, ask again in a while.</param>
/// <param name="LagSeconds">For how long newer changes may have been waiting for an earlier one that is still being written; 0 when none
/// is.</param>
public sealed record ChangesPage(IReadOnlyList<ChangeEvent> Items, string NextCursor, bool HasMore, int LagSeconds);

/// <summary>A change, as an event by CloudEvents 1.0.</summary>
/// <param name="Specversion">The version of CloudEvents: 1.0.</param>
/// <param name="Id">What the event is called; the same wherever it is told again.</param>
/// <param name="Source">The organisation whose feed it is.</param>
/// <param name="Type">A noun and what happened to it: assignment.status_changed.</param>
/// <param name="Subject">What changed: a kind of thing and, where there are several, its id.</param>
/// <param name="Time">When it was done.</param>
/// <param name="Datacontenttype">application/json.</param>
/// <param name="Position">Where it stands in the feed: give it as <c>after</c> to go on behind it.</param>
/// <param name="Data">What changed, and nothing of what it says now: that is read at its address, by whoever may.</param>
public sealed record ChangeEvent(string Specversion, string Id, string Source, string Type, string Subject, DateTimeOffset Time,
    string Datacontenttype, string Position, ChangeData Data)
{
    internal static ChangeEvent From(FeedRow row, Guid organisationId) => new(
        "1.0", row.Position.EventId, $"/v1/organisations/{organisationId}", row.Type, row.Subject, row.At, "application/json",
            row.Position.ToText(organisationId), ChangeData.Of(row));
}

/// <summary>What changed: enough to find it, and no more.</summary>
/// <param name="Resource">The kind of thing: assignments, progress-updates, schemes.</param>
/// <param name="Id">Which of them; null where an organisation has only one.</param>
/// <param name="Version">The version that the change made.</param>
/// <param name="Href">Where it can be read; null where it has no address, or is gone. 404 there means that it is not yours to see any
/// more.</param>
public sealed record ChangeData(string Resource, Guid? Id, int Version, string? Href)
{
    /// <summary>Kinds of things that are read one by one at <c>/v1/{kind}/{id}</c>, and those of which there is one.</summary>
    private static readonly string[] Addressed =
    [
        "schemes", "themes", "commitments", "actions", "milestones", "assignments", "progress-updates", "posts", "post-holders", "imports",
            "api-keys", "calendars", "organisations", "webhooks",
        "reminder-policies", "settings", "notify-account", "role-mappings",
    ];

    internal static ChangeData Of(FeedRow row)
    {
        var parts = row.Subject.Split('/');
        var isGone = row.Type.EndsWith(".deleted", StringComparison.Ordinal) && parts.Length > 1;
        return new ChangeData(parts[0], parts.Length > 1 && Guid.TryParse(parts[1], out var id)
            ? id : null, row.Version, !isGone && Addressed.Contains(parts[0]) ? $"/v1/{row.Subject}" : null);
    }
}

internal sealed class ListChangesHandler(EqualityDb db, Caller caller, FeedMeter meter, TimeProvider time)
    : IRequestHandler<ListChanges, ChangesPage>
{
    private const string Recovery =
        "Take the exports again (/v1/exports/commitments.ndjson, assignments.ndjson and progress-updates.ndjson), replace your copy, and go on from the position that the first of them answers in Export-Position.";

    /// <summary>Refuses to go on where the position is gone, and says how to begin again.</summary>
    public static void EnsureKept(FeedPage page)
    {
        if (page.Expired)
        {
            throw new Refusal(RefusalKind.Gone, "position-expired",
                $"What came after this position is kept no more, or the database has been restored since. {Recovery}",
                new FieldError("after", "position-expired", "Begin again from the exports."));
        }
    }

    public async Task<ChangesPage> Handle(ListChanges request, CancellationToken cancellationToken)
    {
        var me = caller.OrganisationId;
        var limit = Cursor.Limit(request.Limit);
        var types = request.TypesNamed();
        if (request.From is not null)
        {
            return request is { From: "now", After: null }
                ? new ChangesPage([], (await ChangeFeed.PositionAsync(db, cancellationToken)).ToText(me), false, 0)
                : throw Refusal.Field("from", "unknown-value", "Give from=now and no after, or leave it out.");
        }

        var after = request.After is { } text ? FeedPosition.Read(text, me) : (FeedPosition?)null;
        var page = await ChangeFeed.ReadAsync(db, me, after, limit, types, cancellationToken);
        EnsureKept(page);
        var lag = page.HeldSince is { } since ? Math.Max(0, (int)(time.GetUtcNow() - since).TotalSeconds) : 0;
        meter.Read(page.Rows.Count, lag);
        return new ChangesPage([.. page.Rows.Select(row => ChangeEvent.From(row, me))], page.Reached.ToText(me), page.More, lag);
    }
}

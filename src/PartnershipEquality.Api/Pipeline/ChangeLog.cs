using System.Diagnostics;
using System.Text.Json;
using PartnershipEquality.Data;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>
/// Gathers what a request changed, to be written with it. Before and after hold ids, statuses and dates, never narrative or names.
/// </summary>
public sealed class ChangeLog(Caller caller, TimeProvider time)
{
    private const int Many = 200;

    private readonly List<Change> _changes = [];

    /// <summary>Something of the organisation's own, that only it is told of.</summary>
    public void Own(string type, string subject, int version, object? before = null, object? after = null) =>
        Add(ChangeAudience.Self, type, subject, version, null, null, before, after);

    /// <summary>Something in a plan, that the owner and all its members are told of.</summary>
    public void Plan(string type, string subject, int version, Guid ownerId, object? before = null, object? after = null) =>
        Add(ChangeAudience.Members, type, subject, version, null, ownerId, before, after);

    /// <summary>Something of an assignment, that its authority and its owner are told of.</summary>
    public void Assignment(string type, Assignment assignment, object? before = null, object? after = null) =>
        Add(ChangeAudience.Parties, type, $"assignments/{assignment.Id}", assignment.Version, assignment.AuthorityId, assignment.OwnerId,
            before, after);

    /// <summary>Something below an assignment; the owner is left out of what only the authority may know.</summary>
    public void Below(string type, string subject, int version, Assignment assignment, bool ownerKnows, object? before = null,
        object? after = null) =>
        Add(ownerKnows ? ChangeAudience.Parties : ChangeAudience.Self, type, subject, version, assignment.AuthorityId, ownerKnows
            ? assignment.OwnerId : null, before, after);

    /// <summary>What the plan's owner loses sight of: told to it alone, since its authority still sees it.</summary>
    public void Owner(string type, string subject, int version, Assignment assignment, object? before = null, object? after = null) =>
        Add(ChangeAudience.Owner, type, subject, version, assignment.AuthorityId, assignment.OwnerId, before, after);

    /// <summary>With the request's other rows; what a whole plan changed goes by itself, being thousands.</summary>
    public async Task WriteToAsync(EqualityDb db, CancellationToken ct)
    {
        if (_changes.Count > Many)
        {
            await ManyRows.InsertAsync(db, _changes, ct);
        }
        else
        {
            db.Changes.AddRange(_changes);
        }

        _changes.Clear();
    }

    private void Add(ChangeAudience audience, string type, string subject, int version, Guid? authorityId, Guid? ownerId, object? before,
        object? after)
    {
        if (!ChangeTypes.Knows(type))
        {
            throw new InvalidOperationException($"{type} is no type of change; {nameof(ChangeTypes)} has them all.");
        }

        var at = time.GetUtcNow();
        _changes.Add(new Change
        {
            Id = Uuid.New(),
            OrganisationId = caller.OrganisationId,
            AuthorityId = authorityId,
            OwnerId = ownerId,
            Audience = audience,
            Type = type,
            Subject = subject,
            Version = version,
            Actor = caller.Actor,
            Before = Facts(before),
            After = Facts(after),
            TraceId = Activity.Current?.TraceId.ToString(),
            At = at,
        });
    }

    private static string? Facts(object? facts) => facts is null ? null : JsonSerializer.Serialize(facts, ColumnTypes.Json);
}

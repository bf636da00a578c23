using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Assignments;

[Writes(Permission.ProgressWrite)]
public sealed record RecordManyProgress([FromBody] ManyProgress Body) : IRequest<ManyProgressRecorded>;

/// <summary>Many reports at once.</summary>
/// <param name="Items">The reports, each on another assignment.</param>
/// <param name="Atomic">True to record all or nothing; otherwise what is refused holds up none of the others.</param>
public sealed record ManyProgress([property: Required, MinLength(1), MaxLength(ManyProgress.Most)] IReadOnlyList<ProgressItem> Items,
    bool? Atomic)
{
    public const int Most = 500;
}

/// <summary>One report, and the assignment that it is on.</summary>
/// <param name="AssignmentId">The assignment's id; or give schemeId and reference.</param>
/// <param name="SchemeId">With reference: the scheme that your authority's assignment is in.</param>
/// <param name="Reference">With schemeId: the action's reference, "1.2/3".</param>
/// <param name="Version">The version of the assignment that you hold; it is refused where that is no longer the one kept. Not checked
/// unless given.</param>
/// <param name="Update">What to report, as for a single one.</param>
public sealed record ProgressItem(Guid? AssignmentId, Guid? SchemeId, [property: MaxLength(100)] string? Reference, int? Version,
    [property: Required] ProgressEntry Update);

/// <summary>What became of each report.</summary>
/// <param name="Recorded">How many were recorded.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="Items">One for each that was sent, in that order.</param>
public sealed record ManyProgressRecorded(int Recorded, int Refused, IReadOnlyList<ProgressItemResult> Items);

/// <summary>What became of one report.</summary>
/// <param name="Index">Which of the items sent, from 0.</param>
/// <param name="Status">201 where it was recorded; otherwise the status with which a single one would have been refused.</param>
/// <param name="AssignmentId">The assignment; null where the item names none that there is.</param>
/// <param name="UpdateId">The update that it became; null where it was refused.</param>
/// <param name="AssignmentStatus">What the assignment says now; left out where it was refused.</param>
/// <param name="Version">The assignment's version now; null where it was refused.</param>
/// <param name="Problem">Why it was refused; left out where it was recorded.</param>
public sealed record ProgressItemResult(int Index, int Status, Guid? AssignmentId, Guid? UpdateId, AssignmentStatus? AssignmentStatus,
    int? Version, ItemProblem? Problem);

/// <summary>Why one of many was refused.</summary>
/// <param name="Type">Where the code is explained: <c>/problems/{code}</c>.</param>
/// <param name="Title">The code in words, always the same.</param>
/// <param name="Code">Stable and kebab-case; every code is at <c>/problems/{code}</c>.</param>
/// <param name="Detail">What was wrong with this item, and what to do about it.</param>
/// <param name="Errors">Where in the request it stands: the item itself, or its fields.</param>
public sealed record ItemProblem(string Type, string Title, string Code, string Detail, IReadOnlyList<ItemField> Errors)
{
    internal static ItemProblem Of(Refusal refusal, int index) => new(
        $"/problems/{refusal.Code}", ProblemCatalogue.TitleOf(refusal.Code), refusal.Code, refusal.Message,
        refusal.Errors.Count == 0 ? [new ItemField($"#/items/{index}", refusal.Code, refusal.Message)]
            : [.. refusal.Errors.Select(e => new ItemField(PointerOf(e.Pointer, index), e.Code, e.Detail))]);

    private static string PointerOf(string pointer, int index) =>
        pointer.StartsWith("#/items/", StringComparison.Ordinal) ? pointer : $"#/items/{index}/update{pointer.TrimStart('#')}";
}

/// <summary>A part of the request that is wrong.</summary>
/// <param name="Pointer">Where it stands: <c>#/items/3/update/tier</c>.</param>
/// <param name="Code">Stable and kebab-case.</param>
/// <param name="Detail">What to do about it.</param>
public sealed record ItemField(string Pointer, string Code, string Detail);

internal sealed class RecordManyProgressHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<RecordManyProgress, ManyProgressRecorded>
{
    public async Task<ManyProgressRecorded> Handle(RecordManyProgress request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var items = request.Body.Items;
        var named = await NamedAsync(items, cancellationToken);
        var assignments = await LockAsync([.. named.OfType<Guid>().Distinct()], cancellationToken);
        var schemeIds = assignments.Values.Select(a => a.SchemeId).Distinct().ToList();
        var actionIds = assignments.Values.Select(a => a.ActionId).Distinct().ToList();
        var schemes = await db.Schemes.AsNoTracking().Where(s => schemeIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        var milestones = (await db.Milestones.AsNoTracking().Where(m => actionIds.Contains(m.ActionId)).OrderBy(m => m.Position)
            .ToListAsync(cancellationToken)).ToLookup(m => m.ActionId);
        var defaultTier = await ProgressEntry.DefaultTierAsync(db, caller, cancellationToken);

        var reports = new List<(int Index, Assignment Assignment, AssignmentStatus Before, ProgressUpdate Update)>();
        var results = new ProgressItemResult[items.Count];
        var seen = new HashSet<Guid>();
        for (var i = 0; i < items.Count; i++)
        {
            Assignment? assignment = null;
            try
            {
                EnsureNamed(items[i], i);
                assignment = named[i] is { } id && assignments.TryGetValue(id, out var found)
                    ? found : throw Refusal.NotFound("assignment");
                if (!seen.Add(assignment.Id))
                {
                    assignment = null;
                    throw Refusal.Invalid("named-twice",
                        "The assignment is named in an earlier item. Report on it once, or in another request.",
                            new FieldError($"#/items/{i}", "named-twice", "Leave out one of the two."));
                }

                OwnAssignment.EnsureMayReport(caller, assignment);
                if (items[i].Version is { } version && version != assignment.Version)
                {
                    throw new Refusal(RefusalKind.Stale, "version-stale",
                        "It has changed since you read it. Read it again and repeat your change on that.",
                            new FieldError($"#/items/{i}/version", "version-stale", $"It is {assignment.Version} now."));
                }

                var before = assignment.Status;
                var update = assignment.Record(items[i].Update.ReportBy(caller, defaultTier), schemes[assignment.SchemeId],
                    [.. milestones[assignment.ActionId]], at);
                reports.Add((i, assignment, before, update));
            }
            catch (Refusal refusal)
            {
                results[i] = new ProgressItemResult(i, Problems.StatusOf(refusal.Kind), named[i] is { } id && assignments.ContainsKey(id)
                    ? id : null, null, null, null, ItemProblem.Of(refusal, i));
                Leave(assignment);
            }
        }

        var refused = items.Count - reports.Count;
        if (request.Body.Atomic == true && refused > 0)
        {
            throw new Refusal(RefusalKind.Conflict, "items-refused",
                $"{refused} of {items.Count} items were refused, so none was recorded.",
                [.. results.Where(r => r is not null).SelectMany(r => r.Problem!.Errors).Take(100)
                    .Select(e => new FieldError(e.Pointer, e.Code, e.Detail))]);
        }

        db.ProgressUpdates.AddRange(reports.Select(r => r.Update));
        await AssignmentHistory.RecordAsync(db, [.. reports.Select(r => r.Assignment)], at, cancellationToken);
        foreach (var (index, assignment, before, update) in reports)
        {
            Reported.Tell(log, assignment, before, update);
            results[index] = new ProgressItemResult(index, StatusCodes.Status201Created, assignment.Id, update.Id, assignment.Status,
                assignment.Version, null);
        }

        return new ManyProgressRecorded(reports.Count, refused, results);
    }

    private static void EnsureNamed(ProgressItem item, int index)
    {
        if (item.AssignmentId is null == (item.SchemeId is null || item.Reference is null))
        {
            throw Refusal.Invalid("validation", "The item names no assignment, or names it twice over.",
                new FieldError($"#/items/{index}/assignmentId", "required", "Give assignmentId, or schemeId and reference."));
        }
    }

    /// <summary>
    /// The assignment that each item names, by its id or as the authority's own of a scheme and reference; null for none.
    /// </summary>
    private async Task<IReadOnlyList<Guid?>> NamedAsync(IReadOnlyList<ProgressItem> items, CancellationToken ct)
    {
        var byReference = items.Where(i => i is { AssignmentId: null, SchemeId: not null, Reference: not null }).ToList();
        if (byReference.Count == 0)
        {
            return [.. items.Select(i => i.AssignmentId)];
        }

        var found = (await new Sql($"""
            select a.scheme_id, a.reference, a.id
              from unnest({byReference.Select(i => i.SchemeId!.Value).ToArray()},
              {byReference.Select(i => i.Reference!).ToArray()}) w (scheme_id, reference)
            join assignments a on a.authority_id = {caller.OrganisationId} and a.scheme_id = w.scheme_id and a.reference = w.reference
            """).ReadAsync(db, r => (Scheme: r.GetGuid(0), Reference: r.GetString(1), Id: r.GetGuid(2)), ct)).DistinctBy(a => (a.Scheme,
              a.Reference)).ToDictionary(a => (a.Scheme, a.Reference), a => a.Id);
        return [.. items.Select(i => i.AssignmentId ?? (i is { SchemeId: { } scheme, Reference: { } reference }
            && found.TryGetValue((scheme, reference), out var id) ? id : (Guid?)null))];
    }

    /// <summary>Locked in the order of their ids, so that two such requests wait for each other and not on each other.</summary>
    private async Task<Dictionary<Guid, Assignment>> LockAsync(Guid[] ids, CancellationToken ct)
    {
        await new Sql($"select 1 from assignments where id = any ({ids}) order by id for update").RunAsync(db, ct);
        return await db.Assignments.Include(a => a.Occurrences).Where(a => ids.Contains(a.Id)).AsSplitQuery()
            .ToDictionaryAsync(a => a.Id, ct);
    }

    /// <summary>What a refused report began to do to its assignment is not saved.</summary>
    private void Leave(Assignment? assignment)
    {
        if (assignment is null)
        {
            return;
        }

        db.Entry(assignment).State = EntityState.Detached;
        foreach (var occurrence in assignment.Occurrences)
        {
            db.Entry(occurrence).State = EntityState.Detached;
        }
    }
}

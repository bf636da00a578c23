using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
[Writes(Permission.ProgressWrite)]
public sealed record RecordProgress(Guid AssignmentId, [FromBody] ProgressEntry Body) : IRequest<ProgressRecorded>;

/// <summary>What an authority reports on its assignment.</summary>
/// <param name="Status">notStarted, onTrack, atRisk, offTrack, completed or notApplicable.</param>
/// <param name="Narrative">What was done and what comes next.</param>
/// <param name="Evidence">What shows it: at most 20 links.</param>
/// <param name="Tier">Who may read it: private (the authority alone), partnership or public; your organisation's default unless
/// given.</param>
/// <param name="OccurrenceId">With completed: the delivery that is done, on a recurring assignment or of a milestone; the earliest open one
/// unless given.</param>
/// <param name="Finished">With completed: the whole assignment is done, whatever dates are still ahead.</param>
/// <param name="Reason">With notApplicable: why. The owner reads it.</param>
public sealed record ProgressEntry(
    [property: Required] AssignmentStatus? Status,
    [property: MaxLength(ProgressUpdate.NarrativeMaxLength)] string? Narrative,
    [property: MaxLength(ProgressUpdate.MaxEvidence)] IReadOnlyList<EvidenceEntry>? Evidence,
    Tier? Tier,
    Guid? OccurrenceId,
    bool? Finished,
    [property: MaxLength(ProgressUpdate.ReasonMaxLength)] string? Reason)
{
    /// <summary>What the caller says by it; refused where it may not say it to so many.</summary>
    internal Report ReportBy(Caller caller, Tier defaultTier)
    {
        var tier = Tier ?? defaultTier;
        if (tier == Domain.Assignments.Tier.Public && !caller.Permissions.Contains(Permission.PublishApprove))
        {
            throw Refusal.Field("#/tier", "permission-missing",
                "Public text needs the permission publish:approve. Report it to the partnership, and a lead publishes it.");
        }

        return new Report(Status!.Value, Finished ?? false, OccurrenceId, Reason, Narrative,
            [.. (Evidence ?? []).Select(e => new EvidenceLink(e.Title, e.Url))], tier, caller.Actor, caller.OnBehalfOf);
    }

    internal static async Task<Tier> DefaultTierAsync(EqualityDb db, Caller caller, CancellationToken ct) =>
        await db.Settings.Where(s => s.OrganisationId == caller.OrganisationId).Select(s => (Tier?)s.DefaultTier).SingleOrDefaultAsync(ct)
            ?? Domain.Assignments.Tier.Private;
}

/// <summary>What is told of a report, whoever may know it.</summary>
internal static class Reported
{
    public static void Tell(ChangeLog log, Assignment assignment, AssignmentStatus before, ProgressUpdate update)
    {
        log.Assignment(before == assignment.Status
            ? "assignment.reported" : "assignment.status_changed", assignment, new { status = before }, new { assignment.Status });
        log.Below("progress_update.recorded", $"progress-updates/{update.Id}", 1, assignment, ownerKnows: update.Tier != Tier.Private, null,
            new { assignmentId = assignment.Id, update.Status, update.Tier });
    }
}

/// <summary>A link to something that shows what was done.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where it is: a web address.</param>
public sealed record EvidenceEntry(
    [property: Required, MinLength(1), MaxLength(300)] string Title,
    [property: Required, MaxLength(2000), RegularExpression("^https?://[^\\s]+$",
        ErrorMessage = "Give a web address, beginning with https:// or http://.")] string Url);

/// <summary>An update, and the assignment as it stands now.</summary>
/// <param name="Update">What was recorded.</param>
/// <param name="Assignment">The assignment with it.</param>
public sealed record ProgressRecorded(ProgressUpdateDetail Update, AssignmentDetail Assignment);

internal sealed class RecordProgressHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<RecordProgress, ProgressRecorded>
{
    public async Task<ProgressRecorded> Handle(RecordProgress request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var assignment = await OwnAssignment.LockAsync(db, caller, request.AssignmentId, cancellationToken);
        var (scheme, milestones) = await OwnAssignment.PlanOfAsync(db, assignment, cancellationToken);
        var entry = request.Body;
        var report = entry.ReportBy(caller, await ProgressEntry.DefaultTierAsync(db, caller, cancellationToken));
        var before = assignment.Status;
        var update = assignment.Record(report, scheme, milestones, at);
        db.ProgressUpdates.Add(update);
        await AssignmentHistory.RecordAsync(db, assignment, at, cancellationToken);
        Reported.Tell(log, assignment, before, update);
        return new ProgressRecorded(ProgressUpdateDetail.From(update),
            await AssignmentDetail.ReadAsync(db, assignment, LondonDay.Of(at), cancellationToken));
    }
}

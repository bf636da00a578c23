using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Exports;
using PartnershipEquality.Api.Features.Imports;
using PartnershipEquality.Api.Features.Plans.Schemes;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Sandbox;

[Writes(Permission.KeysManage)]
public sealed record CopyToSandbox([FromBody] SchemeToCopy Body) : IRequest<SandboxCopy>;

/// <param name="SchemeId">A scheme that you may read: your own, or one shared with you.</param>
public sealed record SchemeToCopy([property: Required] Guid? SchemeId);

/// <summary>A scheme as it was copied into your sandbox: the plan, and nothing that anybody reported.</summary>
/// <param name="SchemeId">The copy's id, for test keys.</param>
/// <param name="Reference">The copy's reference.</param>
/// <param name="Counts">How much was copied.</param>
/// <param name="Sandbox">Who is in the sandbox.</param>
public sealed record SandboxCopy(Guid SchemeId, string Reference, Documents.Plans.Proposal.PlanCounts Counts, SandboxDetail Sandbox);

/// <summary>
/// The plan goes out as a table and comes in as one, so that a copy holds what a plan says and nothing that is anybody's:
/// no report, no post, no name.
/// </summary>
internal sealed class CopyToSandboxHandler(EqualityDb db, Caller caller, ChangeLog log, Databases databases, SandboxTenant sandbox, OrganisationWork work, TimeProvider time)
    : IRequestHandler<CopyToSandbox, SandboxCopy>
{
    private const int MostSchemes = 20;

    public async Task<SandboxCopy> Handle(CopyToSandbox request, CancellationToken cancellationToken)
    {
        var (at, me) = (time.GetUtcNow(), caller.OrganisationId);
        await SandboxDetail.EnsureOutsideAsync(db, me, cancellationToken);
        var scheme = await db.Schemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Body.SchemeId, cancellationToken)
            ?? throw Refusal.Field("#/schemeId", "unknown-value", "Give the id of a scheme that you may read: /v1/schemes lists them.");
        var today = LondonDay.Of(at);
        using var table = new MemoryStream();
        await CsvExport.WriteAsync(new PlanExport(scheme, today, new ExportedPlan(db, scheme, me, null, false, today)), table, cancellationToken);

        var members = await db.Memberships.Where(m => m.PartnershipId == scheme.OwnerId && m.FromOn <= today && (m.ToOn == null || m.ToOn >= today)).Select(m => m.AuthorityId).ToListAsync(cancellationToken);
        await Sandboxes.EnsureAsync(databases.Platform, me, members.Append(scheme.OwnerId).Append(me).ToHashSet(), today, at, cancellationToken);
        var owner = await sandbox.ReachAsync((await Sandboxes.TwinAsync(databases.Platform, me, scheme.OwnerId, cancellationToken))!.Value, cancellationToken);
        if ((await sandbox.AskAsync(owner, new ListSchemes(null, MostSchemes, null), cancellationToken)).Items.Count(s => s.OwnerId == owner.OrganisationId) >= MostSchemes)
        {
            throw Refusal.Conflict("sandbox-full", $"The sandbox holds {MostSchemes} copies already. Undo the import of one with a test key of its owner, then copy again.");
        }

        var applied = await ApplyAsync(owner, scheme, table.ToArray(), cancellationToken);
        log.Own("sandbox.scheme_copied", $"schemes/{scheme.Id}", scheme.Version, null, new { copyId = applied.SchemeId });
        return new SandboxCopy(applied.SchemeId, applied.Reference, applied.Counts, await SandboxDetail.ReadAsync(databases.Platform, me, cancellationToken));
    }

    private async Task<ImportApplied> ApplyAsync(Reach owner, Scheme scheme, byte[] table, CancellationToken ct)
    {
        var upload = new UploadImport($"{scheme.Reference}.csv", table, scheme.Title, scheme.StartsOn, scheme.EndsOn, null, scheme.Stage, Sample: scheme.Sample);
        var import = await sandbox.AskAsync(owner, upload, ct);
        if (import.Status == Data.Tables.ImportStatus.Reading)
        {
            // A large plan is left to a worker otherwise; here somebody waits for it.
            await work.ReadImportsAsync(owner, ct);
        }

        return await sandbox.AskAsync(owner, new ApplyImport(import.Id), ct);
    }
}

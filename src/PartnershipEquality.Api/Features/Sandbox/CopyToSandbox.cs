using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Exports;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Sandbox;

[Writes(Permission.KeysManage)]
public sealed record CopyToSandbox([FromBody] SchemeToCopy Body) : IRequest<PlanToCopy>;

/// <param name="SchemeId">A scheme that you may read: your own, or one shared with you.</param>
public sealed record SchemeToCopy([property: Required] Guid? SchemeId);

/// <summary>A scheme as it was copied into your sandbox: the plan, and nothing that anybody reported.</summary>
/// <param name="SchemeId">The copy's id, for test keys.</param>
/// <param name="Reference">The copy's reference.</param>
/// <param name="Counts">How much was copied.</param>
/// <param name="Sandbox">Who is in the sandbox.</param>
public sealed record SandboxCopy(Guid SchemeId, string Reference, Documents.Plans.Proposal.PlanCounts Counts, SandboxDetail Sandbox);

/// <summary>What a copy is made of.</summary>
/// <param name="Scheme">The scheme as it stands.</param>
/// <param name="Table">Its plan as the table that comes in again.</param>
/// <param name="Organisations">Whose twins the copy needs.</param>
public sealed record PlanToCopy(Scheme Scheme, byte[] Table, IReadOnlyCollection<Guid> Organisations);

/// <summary>
/// The plan goes out as a table and comes in as one, so that a copy holds what a plan says and nothing that is anybody's:
/// no report, no post, no name.
/// </summary>
internal sealed class CopyToSandboxHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<CopyToSandbox, PlanToCopy>
{
    public async Task<PlanToCopy> Handle(CopyToSandbox request, CancellationToken cancellationToken)
    {
        var (today, me) = (LondonDay.Of(time.GetUtcNow()), caller.OrganisationId);
        await SandboxDetail.EnsureOutsideAsync(db, me, cancellationToken);
        var scheme = await db.Schemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Body.SchemeId, cancellationToken)
            ?? throw Refusal.Field("#/schemeId", "unknown-value", "Give the id of a scheme that you may read: /v1/schemes lists them.");
        using var table = new MemoryStream();
        await CsvExport.WriteAsync(new PlanExport(scheme, today, new ExportedPlan(db, scheme, me, null, false, today)), table,
            cancellationToken);
        var members = await db.Memberships.Where(m => m.PartnershipId == scheme.OwnerId && m.FromOn <= today
            && (m.ToOn == null || m.ToOn >= today))
            .Select(m => m.AuthorityId).ToListAsync(cancellationToken);
        return new PlanToCopy(scheme, table.ToArray(), members.Append(scheme.OwnerId).Append(me).ToHashSet());
    }
}

/// <summary>Keeps on record that a scheme was copied, once it was.</summary>
[Follows(Permission.KeysManage)]
public sealed record RecordSandboxCopy(Guid SchemeId, int SchemeVersion, Guid CopyId) : IRequest;

internal sealed class RecordSandboxCopyHandler(ChangeLog log) : IRequestHandler<RecordSandboxCopy>
{
    public Task<Unit> Handle(RecordSandboxCopy request, CancellationToken cancellationToken)
    {
        log.Own("sandbox.scheme_copied", $"schemes/{request.SchemeId}", request.SchemeVersion, null, new { copyId = request.CopyId });
        return Unit.Task;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Exports.Bulk;

/// <param name="Format">ndjson or csv.</param>
/// <param name="SchemeId">Only of this scheme.</param>
[Reads(Permission.PlanRead, AtOneMoment = true)]
public sealed record ExportCommitments([property: RegularExpression("^(ndjson|csv)$")] string Format, Guid? SchemeId) : IRequest
{
    /// <summary>Where the file goes.</summary>
    public Download? To { get; init; }
}

internal sealed class ExportCommitmentsHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<ExportCommitments>
{
    public async Task<Unit> Handle(ExportCommitments request, CancellationToken cancellationToken)
    {
        await BulkScheme.EnsureVisibleAsync(db, request.SchemeId, cancellationToken);
        await new BulkFile(db, caller, time).WriteAsync(request.To!, "commitments", request.Format,
            RowsAsync(request.SchemeId, cancellationToken), cancellationToken);
        return Unit.Value;
    }

    /// <summary>Scheme by scheme in the plan's order, as the list has them; those that were withdrawn too.</summary>
    private async IAsyncEnumerable<CommitmentDetail> RowsAsync(Guid? only, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var scheme in await db.Schemes.Where(s => only == null || s.Id == only).OrderBy(s => s.Id).Select(s => s.Id)
            .ToListAsync(ct))
        {
            var after = (Position: int.MinValue, Id: Guid.Empty);
            while (true)
            {
                var some = await db.Commitments.AsNoTracking()
                    .Where(c => c.SchemeId == scheme && (c.Position > after.Position || (c.Position == after.Position && c.Id > after.Id)))
                    .OrderBy(c => c.Position).ThenBy(c => c.Id).Take(BulkFile.AtOnce / 5).ToListAsync(ct);
                if (some.Count == 0)
                {
                    break;
                }

                foreach (var commitment in await CommitmentDetail.ReadAsync(db, some, ct))
                {
                    yield return commitment;
                }

                after = (some[^1].Position, some[^1].Id);
            }
        }
    }
}

/// <summary>The scheme that an export is of.</summary>
internal static class BulkScheme
{
    /// <summary>
    /// Refuses a scheme that is not there to be seen, before anything is written: an empty file would say that it is empty.
    /// </summary>
    public static async Task EnsureVisibleAsync(EqualityDb db, Guid? schemeId, CancellationToken ct)
    {
        if (schemeId is { } id && !await db.Schemes.AnyAsync(s => s.Id == id, ct))
        {
            throw Refusal.Field("schemeId", "unknown-value", "Give the id of a scheme that you may see: /v1/schemes lists them.");
        }
    }
}

using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Assignments;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Exports.Bulk;

/// <param name="Format">ndjson or csv.</param>
/// <param name="SchemeId">Only of this scheme.</param>
/// <param name="Since">Only what was reported at this moment or later.</param>
[Reads(Permission.AssignmentsRead, AtOneMoment = true)]
public sealed record ExportProgressUpdates([property: RegularExpression("^(ndjson|csv)$")] string Format, Guid? SchemeId,
    DateTimeOffset? Since) : IRequest
{
    /// <summary>Where the file goes.</summary>
    public Download? To { get; init; }
}

internal sealed class ExportProgressUpdatesHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<ExportProgressUpdates>
{
    public async Task<Unit> Handle(ExportProgressUpdates request, CancellationToken cancellationToken)
    {
        await BulkScheme.EnsureVisibleAsync(db, request.SchemeId, cancellationToken);
        await new BulkFile(db, caller, time).WriteAsync(request.To!, "progress-updates", request.Format,
            RowsAsync(request, cancellationToken), cancellationToken);
        return Unit.Value;
    }

    /// <summary>
    /// In the order in which they were reported: an authority's own, and for a partnership what it may read of its plans.
    /// </summary>
    private async IAsyncEnumerable<ProgressUpdateDetail> RowsAsync(ExportProgressUpdates request,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var me = caller.OrganisationId;
        var updates = db.ProgressUpdates.AsNoTracking();
        updates = caller.IsPartnership ? updates.Where(u => u.OwnerId == me) : updates.Where(u => u.AuthorityId == me);
        if (request.SchemeId is { } schemeId)
        {
            updates = updates.Where(u => db.Assignments.Any(a => a.Id == u.AssignmentId && a.SchemeId == schemeId));
        }

        if (request.Since?.ToUniversalTime() is { } since)
        {
            updates = updates.Where(u => u.ReportedAt >= since);
        }

        var after = Guid.Empty;
        List<ProgressUpdate> some;
        do
        {
            var last = after;
            some = await updates.Where(u => u.Id > last).OrderBy(u => u.Id).Take(BulkFile.AtOnce).ToListAsync(ct);
            foreach (var update in some)
            {
                yield return ProgressUpdateDetail.From(update);
            }

            after = some.Count > 0 ? some[^1].Id : after;
        }
        while (some.Count == BulkFile.AtOnce);
    }
}

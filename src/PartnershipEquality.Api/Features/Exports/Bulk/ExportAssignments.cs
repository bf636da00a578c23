using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using MediatR;
using PartnershipEquality.Api.Features.Assignments;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Exports.Bulk;

/// <param name="Format">ndjson or csv.</param>
/// <param name="SchemeId">Only of this scheme.</param>
/// <param name="Since">Only those that were changed at this moment or later.</param>
[Reads(Permission.AssignmentsRead, AtOneMoment = true)]
public sealed record ExportAssignments([property: RegularExpression("^(ndjson|csv)$")] string Format, Guid? SchemeId, DateTimeOffset? Since)
    : IRequest
{
    /// <summary>Where the file goes.</summary>
    public Download? To { get; init; }
}

internal sealed class ExportAssignmentsHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<ExportAssignments>
{
    public async Task<Unit> Handle(ExportAssignments request, CancellationToken cancellationToken)
    {
        await BulkScheme.EnsureVisibleAsync(db, request.SchemeId, cancellationToken);
        await new BulkFile(db, caller, time).WriteAsync(request.To!, "assignments", request.Format, RowsAsync(request, cancellationToken),
            cancellationToken);
        return Unit.Value;
    }

    /// <summary>In the order of their ids; those that were withdrawn too.</summary>
    private async IAsyncEnumerable<AssignmentRow> RowsAsync(ExportAssignments request, [EnumeratorCancellation] CancellationToken ct)
    {
        var (me, today, after) = (caller.OrganisationId, LondonDay.Of(time.GetUtcNow()), Guid.Empty);
        List<AssignmentRow> some;
        do
        {
            some = await AssignmentRowReader.Select().When(caller.IsPartnership, $"where a.owner_id = {me}")
                .When(!caller.IsPartnership, $"where a.authority_id = {me}")
                .When(request.SchemeId is not null, $"and a.scheme_id = {request.SchemeId}")
                .When(request.Since is not null, $"and a.updated_at >= {request.Since?.ToUniversalTime()}")
                .Add($"""
                    and a.id > {after} order by a.id limit {BulkFile.AtOnce}) a join actions n on n.id = a.action_id join
                    organisations o on o.id = a.authority_id order by a.id
                    """)
                .ReadAsync(db, r => AssignmentRowReader.Read(r, today), ct);
            foreach (var row in some)
            {
                yield return row;
            }

            after = some.Count > 0 ? some[^1].Id : after;
        }
        while (some.Count == BulkFile.AtOnce);
    }
}

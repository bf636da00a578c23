using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using MediatR;
using PartnershipEquality.Api.Features.Changes;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Exports.Bulk;

/// <param name="Format">ndjson or csv.</param>
/// <param name="After">Only what came after this position; all that is kept unless given.</param>
/// <param name="Types">Only changes of these types, separated by commas: assignment.status_changed, or progress_update.* for all of a
/// noun.</param>
[Reads(Permission.AssignmentsRead, AtOneMoment = true)]
public sealed record ExportChanges([property: RegularExpression("^(ndjson|csv)$")] string Format, string? After, string? Types) : IRequest
{
    /// <summary>Where the file goes.</summary>
    public Download? To { get; init; }
}

internal sealed class ExportChangesHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<ExportChanges>
{
    public async Task<Unit> Handle(ExportChanges request, CancellationToken cancellationToken)
    {
        var me = caller.OrganisationId;
        var types = new ListChanges(null, null, request.Types, null).TypesNamed();
        var first = await ChangeFeed.ReadAsync(db, me, request.After is { } text
            ? FeedPosition.Read(text, me) : null, BulkFile.AtOnce, types, cancellationToken);
        ListChangesHandler.EnsureKept(first);
        await new BulkFile(db, caller, time).WriteAsync(request.To!, "changes", request.Format, RowsAsync(first, types, cancellationToken),
            cancellationToken);
        return Unit.Value;
    }

    private async IAsyncEnumerable<ChangeEvent> RowsAsync(FeedPage page, IReadOnlyCollection<string>? types,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var me = caller.OrganisationId;
        while (true)
        {
            foreach (var row in page.Rows)
            {
                yield return ChangeEvent.From(row, me);
            }

            if (!page.More)
            {
                yield break;
            }

            page = await ChangeFeed.ReadAsync(db, me, page.Reached, BulkFile.AtOnce, types, ct);
        }
    }
}

using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Exports;

/// <param name="SchemeId">The scheme's id.</param>
/// <param name="Format">docx, xlsx, csv or json.</param>
/// <param name="AuthorityId">Only this authority's progress; all that you may see unless given. The plan's rows are all there either
/// way.</param>
/// <param name="IncludePrivate">True to put your own private updates in as well; only shared text goes out otherwise.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ExportScheme(Guid SchemeId, [property: RegularExpression("^(docx|xlsx|csv|json)$")] string Format, Guid? AuthorityId,
    bool? IncludePrivate) : IRequest
{
    /// <summary>Where the file goes.</summary>
    public Download? To { get; init; }
}

internal sealed class ExportSchemeHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<ExportScheme>
{
    public async Task<Unit> Handle(ExportScheme request, CancellationToken cancellationToken)
    {
        var scheme = await db.Schemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.SchemeId, cancellationToken)
            ?? throw Refusal.NotFound("scheme");
        if (request.AuthorityId is { } authority && !await db.Organisations.AnyAsync(o => o.Id == authority, cancellationToken))
        {
            throw Refusal.Field("authorityId", "unknown-value",
                "Give the id of an authority that you may see: /v1/organisations lists them.");
        }

        // Whoever takes it may be slow.
        await new Sql($"set local statement_timeout = '600s'").RunAsync(db, cancellationToken);
        var today = LondonDay.Of(time.GetUtcNow());
        var plan = new PlanExport(scheme, today,
            new ExportedPlan(db, scheme, caller.OrganisationId, request.AuthorityId, request.IncludePrivate == true, today));
        var name = $"{scheme.Reference} {today:yyyy-MM-dd}.{request.Format}";
        await (request.Format switch
        {
            "csv" => CsvExport.WriteAsync(plan, request.To!.Begin("text/csv; charset=utf-8; header=present", name), cancellationToken),
            "json" => JsonExport.WriteAsync(plan, request.To!.Begin("application/json; charset=utf-8", name), cancellationToken),
            "xlsx" => XlsxExport.WriteAsync(plan,
                request.To!.Begin("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name), cancellationToken),
            _ => DocxExport.WriteAsync(plan,
                request.To!.Begin("application/vnd.openxmlformats-officedocument.wordprocessingml.document", name), cancellationToken),
        });
        return Unit.Value;
    }
}

/// <summary>A plan on its way out: whose it is, as on which day, and its rows as they are read.</summary>
internal sealed record PlanExport(Domain.Plans.Scheme Scheme, DateOnly On, ExportedPlan Plan);

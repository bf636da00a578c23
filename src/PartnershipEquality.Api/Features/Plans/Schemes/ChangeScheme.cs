using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Schemes;

/// <param name="SchemeId">The scheme's id.</param>
/// <param name="IfMatch">The ETag of the scheme you changed.</param>
[Writes(Permission.PlanWrite)]
public sealed record ChangeScheme(Guid SchemeId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body)
    : IRequest<SchemeDetail>;

/// <summary>What can be changed of a scheme.</summary>
/// <param name="Stage">Forward stage by stage or back, until it is in force; then only closed, for good.</param>
/// <param name="FrameworkEdition">The edition of the Equality Framework for Local Government that its themes follow.</param>
public sealed record SchemeEdit(
    [property: Required, MinLength(1), MaxLength(Scheme.TitleMaxLength)] string Title,
    SchemeStage Stage,
    Marking Marking,
    [property: MaxLength(20)] string? FrameworkEdition);

internal sealed class ChangeSchemeHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ChangeScheme, SchemeDetail>
{
    public async Task<SchemeDetail> Handle(ChangeScheme request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var scheme = await db.Schemes.SingleOrDefaultAsync(s => s.Id == request.SchemeId, cancellationToken)
            ?? throw Refusal.NotFound("scheme");
        caller.EnsureOwns(scheme.OwnerId, "scheme");
        await new Sql($"select 1 from schemes where id = {scheme.Id} for update").RunAsync(db, cancellationToken);
        await db.Entry(scheme).ReloadAsync(cancellationToken);
        Versions.Ensure(request.IfMatch, scheme.Version);
        var edit = MergePatch.Apply(new SchemeEdit(scheme.Title, scheme.Stage, scheme.Marking, scheme.FrameworkEdition), request.Body);
        var before = scheme.Stage;
        scheme.MoveTo(edit.Stage);
        (scheme.Title, scheme.Marking, scheme.FrameworkEdition) = (edit.Title, edit.Marking, edit.FrameworkEdition);
        scheme.Touch(at);
        if (before != SchemeStage.InForce && scheme.Stage == SchemeStage.InForce)
        {
            await ReminderRescheduling.OfSchemeAsync(db, scheme.OwnerId, scheme.Id, LondonDay.Of(at), cancellationToken);
        }

        log.Plan(before == scheme.Stage ? "scheme.changed"
            : "scheme.stage_changed", $"schemes/{scheme.Id}", scheme.Version, scheme.OwnerId, new { stage = before }, new { scheme.Stage });
        return await SchemeDetail.ReadAsync(db, scheme, cancellationToken);
    }
}

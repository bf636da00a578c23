using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Features.Organisations;

/// <param name="IfMatch">The ETag of the settings you changed.</param>
[Writes(Permission.PublishApprove)]
public sealed record ChangeSettings([FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body)
    : IRequest<SettingsDetail>;

/// <summary>What can be changed.</summary>
/// <param name="DefaultTier">Who reads a progress update that names no tier: <c>private</c> or <c>partnership</c>.</param>
/// <param name="MailFromName">The name that reminders come from; null for the organisation's own.</param>
/// <param name="MailReplyTo">Where answers to reminders go; null for nowhere.</param>
public sealed record SettingsEdit(
    Tier DefaultTier,
    [property: MaxLength(200)] string? MailFromName,
    [property: MaxLength(254), EmailAddress] string? MailReplyTo);

internal sealed class ChangeSettingsHandler(EqualityDb db, Caller caller, ChangeLog log) : IRequestHandler<ChangeSettings, SettingsDetail>
{
    public async Task<SettingsDetail> Handle(ChangeSettings request, CancellationToken cancellationToken)
    {
        var settings = await db.Settings.FromSql($"""
            select * from settings where organisation_id = {caller.OrganisationId} for update
            """).SingleOrDefaultAsync(cancellationToken)
            ?? db.Settings.Add(new Settings { OrganisationId = caller.OrganisationId }).Entity;
        Versions.Ensure(request.IfMatch, settings.Version);
        var edit = MergePatch.Apply(new SettingsEdit(settings.DefaultTier, settings.MailFromName, settings.MailReplyTo), request.Body);
        var before = settings.DefaultTier;
        settings.Change(edit.DefaultTier, edit.MailFromName, edit.MailReplyTo);
        log.Own("settings.changed", "settings", settings.Version, new { defaultTier = before }, new { edit.DefaultTier });
        return SettingsDetail.From(settings);
    }
}

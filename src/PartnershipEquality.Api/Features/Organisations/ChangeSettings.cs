using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Organisations;

/// <param name="IfMatch">The ETag of the settings you changed.</param>
[Writes(Permission.PublishApprove)]
public sealed record ChangeSettings([FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body) : IRequest<SettingsDetail>;

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
        var settings = await db.Settings.FromSql($"select * from settings where organisation_id = {caller.OrganisationId} for update").SingleOrDefaultAsync(cancellationToken)
            ?? db.Settings.Add(new Settings { OrganisationId = caller.OrganisationId, Version = 0 }).Entity;
        Versions.Ensure(request.IfMatch, Math.Max(settings.Version, 1));
        var edit = MergePatch.Apply(new SettingsEdit(settings.DefaultTier, settings.MailFromName, settings.MailReplyTo), request.Body);
        if (edit.DefaultTier == Tier.Public)
        {
            throw Refusal.Field("#/defaultTier", "unknown-value", "Give private or partnership; public text is approved one update at a time.");
        }

        var before = settings.DefaultTier;
        (settings.DefaultTier, settings.MailFromName, settings.MailReplyTo) = (edit.DefaultTier, edit.MailFromName, edit.MailReplyTo);
        settings.Version = Math.Max(settings.Version, 1) + 1;
        log.Own("settings.changed", "settings", settings.Version, new { defaultTier = before }, new { edit.DefaultTier });
        return SettingsDetail.From(settings);
    }
}

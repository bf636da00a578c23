using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Mail;

[Reads(Permission.SettingsManage)]
public sealed record GetNotifyAccount : IRequest<NotifyAccountDetail>;

/// <param name="IfMatch">The ETag of the account that is replaced; none for a first one.</param>
[Writes(Permission.SettingsManage)]
public sealed record SetNotifyAccount([FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] NotifyAccountEdit Body)
    : IRequest<NotifyAccountDetail>;

/// <param name="IfMatch">The ETag of the account.</param>
[Writes(Permission.SettingsManage)]
public sealed record RemoveNotifyAccount([FromHeader(Name = "If-Match")] string? IfMatch) : IRequest<Unit>;

/// <summary>Your organisation's account with GOV.UK Notify.</summary>
/// <param name="ApiKey">The key, as Notify showed it once. It is never shown again; leave it out to keep the one that is set.</param>
/// <param name="TemplateId">An e-mail template whose subject is <c>((subject))</c> and whose message is <c>((body))</c>.</param>
/// <param name="ReplyToId">One of the account's reply-to addresses; null for its own default.</param>
public sealed record NotifyAccountEdit([property: MaxLength(400)] string? ApiKey, Guid TemplateId, Guid? ReplyToId);

/// <summary>Your organisation's account with GOV.UK Notify, without its secret.</summary>
/// <param name="KeyName">What the key is called at Notify.</param>
/// <param name="ServiceId">Your service at Notify.</param>
public sealed record NotifyAccountDetail(string KeyName, Guid ServiceId, Guid TemplateId, Guid? ReplyToId, DateTimeOffset UpdatedAt,
    int Version) : IVersioned
{
    internal static NotifyAccountDetail From(NotifyChannel c) => NotifyKey.TryRead(c.ApiKey, out var name, out var service)
        ? new NotifyAccountDetail(name, service, c.Template, c.ReplyTo, c.UpdatedAt, c.Version)
        : throw new InvalidOperationException("The key that is kept is none.");
}

/// <summary>How Notify writes a key: its name, the service's id and the secret, joined by hyphens.</summary>
internal static partial class NotifyKey
{
    public static bool TryRead(string key, out string name, out Guid service)
    {
        var match = Written().Match(key);
        (name, service) = match.Success ? (match.Groups[1].Value, Guid.Parse(match.Groups[2].Value)) : ("", Guid.Empty);
        return match.Success;
    }

    [GeneratedRegex(
        "^([A-Za-z0-9_.-]*)-([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})-[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
    private static partial Regex Written();
}

internal sealed class GetNotifyAccountHandler(EqualityDb db, Caller caller) : IRequestHandler<GetNotifyAccount, NotifyAccountDetail>
{
    public async Task<NotifyAccountDetail> Handle(GetNotifyAccount request, CancellationToken cancellationToken) =>
        NotifyAccountDetail.From(
            await db.NotifyChannels.AsNoTracking().SingleOrDefaultAsync(c => c.OrganisationId == caller.OrganisationId, cancellationToken)
            ?? throw Refusal.NotFound("account with GOV.UK Notify"));
}

internal sealed class SetNotifyAccountHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<SetNotifyAccount, NotifyAccountDetail>
{
    public async Task<NotifyAccountDetail> Handle(SetNotifyAccount request, CancellationToken cancellationToken)
    {
        caller.EnsureAuthority("A partnership sends no reminders; each member authority has an account of its own.");
        var (body, at, me) = (request.Body, time.GetUtcNow(), caller.OrganisationId);
        var key = body.ApiKey?.Trim();
        if (key is not null && !NotifyKey.TryRead(key, out _, out _))
        {
            throw Refusal.Field("#/apiKey", "format",
                "Give the key as Notify shows it: its name, the service's id and the secret, joined by hyphens.");
        }

        if (body.TemplateId == Guid.Empty)
        {
            throw Refusal.Field("#/templateId", "required", "Give the id of the e-mail template at Notify.");
        }

        var channel = await db.NotifyChannels.FromSql($"""
            select * from notify_channels where organisation_id = {me} for update
            """).SingleOrDefaultAsync(cancellationToken);
        if (channel is null)
        {
            channel = new NotifyChannel
            {
                OrganisationId = me,
                ApiKey = key ?? throw Refusal.Field("#/apiKey", "required", "Give the key: none is set yet."),
                Template = body.TemplateId,
                ReplyTo = body.ReplyToId,
                UpdatedAt = at,
            };
            db.NotifyChannels.Add(channel);
        }
        else
        {
            Versions.Ensure(request.IfMatch, channel.Version);
            (channel.ApiKey, channel.Template, channel.ReplyTo, channel.UpdatedAt) = (key
                ?? channel.ApiKey, body.TemplateId, body.ReplyToId, at);
            channel.Version++;
        }

        // Whatever waited for a key that works is tried with this one.
        await WorkDue.WakeAsync(db, me, WorkKind.Deliver, at, cancellationToken);
        log.Own("notify_account.changed", "notify-account", channel.Version, null,
            new { templateId = channel.Template, replyToId = channel.ReplyTo, keyChanged = key is not null });
        return NotifyAccountDetail.From(channel);
    }
}

internal sealed class RemoveNotifyAccountHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<RemoveNotifyAccount, Unit>
{
    public async Task<Unit> Handle(RemoveNotifyAccount request, CancellationToken cancellationToken)
    {
        var channel = await db.NotifyChannels.FromSql($"""
            select * from notify_channels where organisation_id = {caller.OrganisationId} for update
            """).SingleOrDefaultAsync(cancellationToken)
            ?? throw Refusal.NotFound("account with GOV.UK Notify");
        Versions.Ensure(request.IfMatch, channel.Version);
        db.NotifyChannels.Remove(channel);
        await WorkDue.WakeAsync(db, caller.OrganisationId, WorkKind.Deliver, time.GetUtcNow(), cancellationToken);
        log.Own("notify_account.deleted", "notify-account", channel.Version);
        return Unit.Value;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Features.Organisations;

[Reads(Permission.AssignmentsRead)]
public sealed record GetSettings : IRequest<SettingsDetail>;

/// <summary>What an organisation has chosen for itself.</summary>
/// <param name="DefaultTier">Who reads a progress update that names no tier.</param>
/// <param name="MailFromName">The name that reminders come from; null for the organisation's own.</param>
/// <param name="MailReplyTo">Where answers to reminders go; null for nowhere.</param>
public sealed record SettingsDetail(Tier DefaultTier, string? MailFromName, string? MailReplyTo, int Version) : IVersioned
{
    internal static SettingsDetail From(Settings s) => new(s.DefaultTier, s.MailFromName, s.MailReplyTo, s.Version);
}

internal sealed class GetSettingsHandler(EqualityDb db, Caller caller) : IRequestHandler<GetSettings, SettingsDetail>
{
    public async Task<SettingsDetail> Handle(GetSettings request, CancellationToken cancellationToken) =>
        SettingsDetail.From(
            await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == caller.OrganisationId, cancellationToken)
            ?? new Settings { OrganisationId = caller.OrganisationId });
}

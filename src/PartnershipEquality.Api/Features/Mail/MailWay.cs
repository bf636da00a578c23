using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Outside.Mail.Notify;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Features.Mail;

/// <summary>
/// By which way an organisation's mail leaves: its own account with GOV.UK Notify where it has one, else the way that configuration names.
/// </summary>
public sealed class MailWay(MailRoute route, MailOptions options, NotifyService notify)
{
    /// <summary>The sender's address. Notify has its own for each account, and takes none from us.</summary>
    public string From => options.From.Length > 0 ? options.From : "reminders@localhost";

    /// <summary>None while neither is set up: mail then waits.</summary>
    public async Task<IMailTransport?> OfAsync(EqualityDb db, Guid organisationId, CancellationToken ct) =>
        await db.NotifyChannels.AsNoTracking().SingleOrDefaultAsync(c => c.OrganisationId == organisationId, ct) is { } channel
            ? notify.Of(channel.ApiKey, channel.Template, channel.ReplyTo)
            : route.Transport;
}

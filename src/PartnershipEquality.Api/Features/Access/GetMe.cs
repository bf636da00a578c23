using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Organisations;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Features.Access;

/// <summary>Who am I?</summary>
[ForAnyCredential]
public sealed record GetMe : IRequest<MeDetail>;

/// <summary>The caller: one credential of one organisation.</summary>
/// <param name="Organisation">The organisation that every answer is for.</param>
/// <param name="Credential">The credential itself.</param>
/// <param name="Partnerships">The partnerships that the organisation belongs to today; empty for a partnership.</param>
/// <param name="Members">The authorities that belong to this partnership today; empty for an authority.</param>
/// <param name="Today">Today in London: the day that overdue and due soon are counted from.</param>
/// <param name="Sandbox">True for a test key: the organisation is a twin in a sandbox, which owes no mail.</param>
/// <param name="Notices">What is not set up yet and would be missed, in words; empty when all is well.</param>
public sealed record MeDetail(
    OrganisationRow Organisation,
    CredentialDetail Credential,
    IReadOnlyList<OrganisationRow> Partnerships,
    IReadOnlyList<OrganisationRow> Members,
    DateOnly Today,
    bool Sandbox,
    IReadOnlyList<string> Notices);

/// <summary>A credential, without its secret.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What its maker called it.</param>
/// <param name="Role">The role whose permissions it carries; null when its scopes match none.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="ExpiresAt">When it stops working.</param>
/// <param name="OnBehalfOf">The officer that the request named in On-Behalf-Of, as asserted; null when it named none.</param>
public sealed record CredentialDetail(Guid Id, string Name, string? Role, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt,
    string? OnBehalfOf);

internal sealed class GetMeHandler(EqualityDb db, Caller caller, MailOptions mail, TimeProvider time) : IRequestHandler<GetMe, MeDetail>
{
    public async Task<MeDetail> Handle(GetMe request, CancellationToken cancellationToken)
    {
        var reach = caller.Scope;
        var wanted = reach.OwnerIds.Concat(reach.MemberIds).ToList();
        var known = await db.Organisations.AsNoTracking().Where(o => wanted.Contains(o.Id)).OrderBy(o => o.Code)
            .ToListAsync(cancellationToken);
        var me = known.Single(o => o.Id == reach.OrganisationId);
        var key = caller.Key!;
        var notices = new List<string>();
        if (!mail.IsConfigured && !await db.NotifyChannels.AnyAsync(c => c.OrganisationId == me.Id, cancellationToken))
        {
            notices.Add("Mail is not configured, so reminders are made but not sent. Set Mail:Transport.");
        }

        if (me.Kind == OrganisationKind.Authority
            && !await db.PostHolders.AnyAsync(h => db.Posts.Any(p => p.Id == h.PostId && p.EqualityLead) && h.ToOn == null,
                cancellationToken))
        {
            notices.Add(
                "Nobody holds the equality lead's post, so reminders for unmapped roles reach no one. Mark a post as equalityLead and name its holder.");
        }

        if (me.Kind == OrganisationKind.Authority
            && !await db.Posts.AnyAsync(p => p.AuthorityId == me.Id && p.EqualityGroup, cancellationToken))
        {
            notices.Add(
                "No post belongs to the equality group, so what stays overdue is passed on to the equality lead alone. Mark its posts as equalityGroup.");
        }

        return new MeDetail(
            OrganisationRow.From(me),
            new CredentialDetail(key.KeyId, key.KeyName, Role.NameOf(me.Kind, key.Scopes.ToList()), key.Scopes, key.ExpiresAt,
                caller.OnBehalfOf),
            [.. known.Where(o => o.Kind == OrganisationKind.Partnership && o.Id != me.Id).Select(OrganisationRow.From)],
            [.. known.Where(o => reach.MemberIds.Contains(o.Id)).Select(OrganisationRow.From)],
            LondonDay.Of(time.GetUtcNow()),
            me.SandboxOf is not null,
            notices);
    }
}

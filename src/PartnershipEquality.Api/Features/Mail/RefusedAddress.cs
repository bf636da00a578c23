using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Mail;

/// <summary>
/// An address that can never take mail: it is marked, what its mail said is owed again, so that the next working day's
/// digest finds a deputy or the lead for it, and the lead is told once.
/// </summary>
internal static class RefusedAddress
{
    public static async Task MarkAsync(EqualityDb db, Caller caller, MailOptions options, PublicAddress links, OutboxMail mail,
        DateTimeOffset at, CancellationToken ct)
    {
        var me = caller.OrganisationId;
        if (mail.DigestId is { } digest)
        {
            mail.GivenBack = true;
            await new Sql($"""
                update reminders set state = 'owed', digest_id = null, why = 'the address was refused'
                  where organisation_id = {me} and digest_id = {digest}
                """).RunAsync(db, ct);
        }

        // Whoever marks it tells the lead; a second mail to the same address finds it marked.
        var marked = await new Sql($"""
            update people set refused_at = {at} where authority_id = {me} and lower(address) = {mail.ToAddress} and refused_at is null
              returning id
            """).ReadAsync(db, row => row.GetGuid(0), ct);
        if (marked.Count > 0 && await LeadAsync(db, me, mail.ToAddress, LondonDay.Of(at), ct) is { } lead)
        {
            var posts = await PostsAsync(db, me, marked, LondonDay.Of(at), ct);
            var notice = NoticeMail.Render(new RefusedNotice(caller.Scope.Name, lead.Name, mail.ToName, mail.ToAddress, mail.LastError
                ?? "", LondonDay.Of(at), posts, mail.DigestId is not null, links.OfPosts));
            var id = Uuid.New();
            db.Outbox.Add(new OutboxMail
            {
                Id = id,
                OrganisationId = me,
                Kind = MailKind.Notice,
                MessageId = $"<{id:N}@{options.Domain}>",
                ToAddress = lead.Address,
                ToName = lead.Name,
                FromName = mail.FromName,
                ReplyTo = mail.ReplyTo,
                Subject = notice.Subject,
                Text = notice.Text,
                Html = notice.Html,
                NextAt = at,
                CreatedAt = at,
            });
        }
    }

    /// <summary>The lead, or their deputy, whom mail can reach; nobody when the lead's own address is the one refused.</summary>
    private static async Task<(string Name, string Address)?> LeadAsync(EqualityDb db, Guid me, string refused, DateOnly day,
        CancellationToken ct)
    {
        var leads = await new Sql($"""
            select p.name, lower(p.address) from posts t
            join post_holders h on h.authority_id = t.authority_id and h.post_id = t.id
            join people p on p.authority_id = h.authority_id and p.id = h.person_id
            where t.authority_id = {me} and t.equality_lead and h.from_on <= {day} and (h.to_on is null or h.to_on >= {day})
              and p.refused_at is null and lower(p.address) <> {refused}
            order by h.deputy, h.from_on, h.id
            """).ReadAsync(db, row => (Name: row.GetString(0), Address: row.GetString(1)), ct);
        return leads.FirstOrDefault(l => OutgoingMail.IsAddress(l.Address)) is { Address: not null } lead ? lead : null;
    }

    private static Task<List<string>> PostsAsync(EqualityDb db, Guid me, List<Guid> people, DateOnly day, CancellationToken ct) =>
        new Sql($"""
        select distinct t.title from post_holders h join posts t on t.authority_id = h.authority_id and t.id = h.post_id
        where h.authority_id = {me} and h.person_id = any({people.ToArray()}) and h.from_on <= {day} and (h.to_on is null
          or h.to_on >= {day})
        order by 1
        """).ReadAsync(db, row => row.GetString(0), ct);
}

using System.ComponentModel.DataAnnotations;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Outside.Webhooks;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>An address to send events to.</summary>
/// <param name="Url">Where events are sent: https, on the public internet, port 443 or from 1024 up, without a user name.</param>
/// <param name="Description">What you call it.</param>
/// <param name="EventTypes">The types to send, by name or all of a noun (<c>assignment.*</c>); all of them where it is empty or left
/// out.</param>
/// <param name="Contact">An e-mail address to write to when it is switched off; left out, the equality lead is, else where answers to your
/// mail go.</param>
public sealed record WebhookWanted(
    [property: Required, MinLength(1), MaxLength(WebhookAddress.MaxLength)] string Url,
    [property: MaxLength(200)] string? Description,
    [property: MaxLength(50)] IReadOnlyList<string>? EventTypes,
    [property: MaxLength(254)] string? Contact);

/// <summary>What can be changed of a webhook.</summary>
/// <param name="Url">Where events are sent: https, on the public internet, port 443 or from 1024 up, without a user name.</param>
/// <param name="Description">What you call it.</param>
/// <param name="EventTypes">The types to send, by name or all of a noun (<c>assignment.*</c>); all of them where it is empty.</param>
/// <param name="Contact">An e-mail address to write to when it is switched off.</param>
/// <param name="Enabled">Whether it is sent events. Switched off, it keeps its place; switched on again, it is sent what it missed, as far
/// as that is kept.</param>
public sealed record WebhookEdit(
    [property: Required, MinLength(1), MaxLength(WebhookAddress.MaxLength)] string Url,
    [property: MaxLength(200)] string? Description,
    [property: Required, MaxLength(50)] IReadOnlyList<string>? EventTypes,
    [property: MaxLength(254)] string? Contact,
    bool Enabled)
{
    /// <summary>The same, each field in its one spelling, or a refusal that names the field.</summary>
    internal WebhookEdit Checked(WebhookOptions options)
    {
        var description = Description?.Trim() is { Length: > 0 } described ? described : null;
        if (description?.Any(char.IsControl) == true)
        {
            throw Refusal.Field("#/description", "format", "Give the description on one line.");
        }

        var contact = Contact?.Trim() is { Length: > 0 } given ? given : null;
        if (contact is not null && !OutgoingMail.IsAddress(contact))
        {
            throw Refusal.Field("#/contact", "format", "Give an e-mail address: name@example.org.");
        }

        var types = EventTypes!.Distinct().ToList();
        for (var i = 0; i < EventTypes!.Count; i++)
        {
            if (ChangeTypes.Named(EventTypes[i]) is null)
            {
                throw Refusal.Field($"#/eventTypes/{i}", "unknown-value",
                    "There is no such type of event. Give one as the manual lists them, or all of a noun: assignment.*.");
            }
        }

        return new WebhookEdit(WebhookAddress.Read(Url, options.AllowPrivateAddresses), description, types, contact, Enabled);
    }
}

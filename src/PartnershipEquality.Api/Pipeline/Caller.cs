using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>
/// Who is asking: the organisation, what it may reach and what it may do. Filled once per request or job, from a
/// verified credential or by the worker; never from a header, a route or a body.
/// </summary>
public sealed class Caller(CurrentTenant tenant)
{
    /// <summary>The claim that names the credential's organisation; the tenant is resolved from it and from nothing else.</summary>
    public const string OrganisationClaim = "organisation";

    /// <summary>True once this scope has been let in, for the organisation that was resolved for it.</summary>
    public bool IsKnown => Actor.Length > 0 && tenant.Scope is not null;

    /// <summary>True while a job runs as the organisation, on the timetable's behalf.</summary>
    public bool IsTimetable { get; private set; }

    public TenantScope Scope => IsKnown ? tenant.Scope! : throw new InvalidOperationException("Nobody has been let in.");

    public Guid OrganisationId => Scope.OrganisationId;

    public bool IsPartnership => Scope.IsPartnership;

    public SignedIn? Key { get; private set; }

    /// <summary>The calendar by whose address somebody came in; null for every other credential.</summary>
    public OpenedCalendar? Calendar => Opened as OpenedCalendar;

    /// <summary>The message by whose link somebody came in; null for every other credential.</summary>
    public OpenedDigest? Digest => Opened as OpenedDigest;

    private Opened? Opened { get; set; }

    public IReadOnlyCollection<string> Permissions { get; private set; } = [];

    /// <summary>The credential that acts, for the log and for what it reports: a fact.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>The officer that the credential says it acts for: an assertion, which gives no right.</summary>
    public string? OnBehalfOf { get; private set; }

    public void LetIn(SignedIn key, string? onBehalfOf)
    {
        (Key, Permissions) = (key, [.. key.Scopes]);
        (Actor, OnBehalfOf) = ($"key:{key.KeyId}", onBehalfOf);
    }

    /// <summary>
    /// Whoever has a calendar's address may read what is in it, and whoever has a message's link may leave the messages; nothing else.
    /// </summary>
    public void LetIn(Opened opened)
    {
        Opened = opened;
        Permissions = Calendar is null ? [] : [Permission.AssignmentsRead];
        Actor = Calendar is { } calendar ? $"calendar:{calendar.CalendarId}" : $"digest:{Digest!.DigestId}";
    }

    public void Work()
    {
        (IsTimetable, Actor) = (true, "timetable");
    }

    /// <summary>A sandbox is set up by the organisation whose it is, on behalf of the twins in it.</summary>
    public void SetUpSandbox()
    {
        (Actor, Permissions) = ("sandbox", [.. Permission.All]);
    }

    /// <summary>Refuses a partnership what only an authority has.</summary>
    /// <param name="why">What a partnership does not have, and who has it.</param>
    public void EnsureAuthority(string why)
    {
        if (IsPartnership)
        {
            throw Refusal.Forbidden("authorities-only", why);
        }
    }

    /// <summary>Refuses what one may see but not change.</summary>
    public void EnsureOwns(Guid ownerId, string what)
    {
        if (ownerId != OrganisationId)
        {
            throw Refusal.Forbidden("not-the-owner", $"You may read this {what}, but only its owner changes it.");
        }
    }
}

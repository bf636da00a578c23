using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Isolation;

/// <summary>Who may do what to a row of one table; null where nobody has the right at all.</summary>
public sealed record Rule(Func<Row, string, bool> Sees, Func<Row, string, bool> Adds, Func<Row, string, bool>? Changes = null,
    Func<Row, string, bool>? Removes = null);

/// <summary>
/// The design's tenancy in plain words, written apart from the policies and from <c>gate.reach</c>: a row belongs to
/// organisations by their codes, and each table says who reads, adds, changes and removes. A new table needs a line here.
/// </summary>
public sealed class Rules
{
    private static readonly Dictionary<string, string[]> PartnershipsOf = new()
    {
        ["A1"] = ["PA"],
        ["A2"] = ["PA"],
        ["BOTH"] = ["PA", "PB"],
        ["B1"] = ["PB"],
        ["B2"] = ["PB"]
    };

    private static readonly Dictionary<string, string[]> EverMembers = new()
    {
        ["PA"] = ["A1", "A2", "BOTH", "FORMER"],
        ["PB"] = ["B1", "B2", "BOTH", "A2"]
    };

    private static readonly string[] Sharing = ["PA"];

    private readonly IReadOnlyDictionary<Guid, string> _codes;
    private readonly IReadOnlyDictionary<Guid, Guid> _schemeOfAction;
    private readonly Guid _formersScheme;
    private readonly Dictionary<string, Rule> _rules;

    public Rules(IReadOnlyDictionary<Guid, string> codes, IReadOnlyDictionary<Guid, Guid> schemeOfAction, Guid formersScheme)
    {
        (this._codes, this._schemeOfAction, this._formersScheme) = (codes, schemeOfAction, formersScheme);
        Func<Row, string, bool> owner = (r, me) => Org(r, "owner_id") == me;
        Func<Row, string, bool> authority = (r, me) => Org(r, "authority_id") == me;
        Func<Row, string, bool> own = (r, me) => Org(r, "organisation_id") == me;
        Func<Row, string, bool> parties = (r, me) => authority(r, me) || owner(r, me);
        Func<Row, string, bool> nobody = (_, _) => false;
        Func<Row, string, bool> plan = (r, me) => OwnersFor(me).Contains(Org(r, "owner_id"))
            || me == "FORMER" && SchemeOf(r) == formersScheme;

        _rules = new Dictionary<string, Rule>
        {
            ["organisations"] = new((r, me) => RelatedTo(me).Contains(Text(r, "code")), nobody),
            ["memberships"] = new((r, me) => authority(r, me) || OwnersFor(me).Contains(Org(r, "partnership_id")), nobody),
            ["settings"] = new(own, own, own),
            ["api_keys"] = new(own, own, own),
            ["work_due"] = new(own, own, own),
            ["idempotency_keys"] = new(own, own, own, own),
            ["portal_origins"] = new(own, own, null, own),
            ["changes"] = new((r, me) => own(r, me) || authority(r, me), own),
            ["change_feed"] = new(own, nobody, null, own),
            ["feed_trimmed"] = new(own, own, own),

            ["schemes"] = new(plan, owner, owner, owner),
            ["themes"] = new(plan, owner, owner),
            ["commitments"] = new(plan, owner, owner),
            ["actions"] = new(plan, owner, owner),
            ["milestones"] = new(plan, owner, owner),
            ["cross_references"] = new(plan, owner, null, owner),
            ["action_roles"] = new(plan, owner, null, owner),

            ["assignments"] = new(parties, (r, me) => owner(r, me)
                && (authority(r, me) || EverMembers.GetValueOrDefault(me, []).Contains(Org(r, "authority_id"))), parties),
            ["assignment_states"] = new((r, me) => parties(r, me) || Sharing.Intersect(OwnersFor(me)).Contains(Org(r, "owner_id")), parties,
                parties),
            ["occurrences"] = new(parties, parties, parties),
            ["progress_updates"] = new((r, me) => authority(r, me) || owner(r, me) && Text(r, "tier") != "private", authority, authority),
            ["target_moves"] = new(parties, (r, me) => parties(r, me) && Org(r, "moved_by") == me),

            ["posts"] = new((r, me) => authority(r, me) || PartnershipsOf.GetValueOrDefault(Org(r, "authority_id"), []).Contains(me),
                authority, authority),
            ["people"] = new(authority, authority, authority, authority),
            ["calendars"] = new(authority, authority, authority),
            ["post_holders"] = new(authority, authority, authority),
            ["role_mappings"] = new(authority, authority, authority, authority),
            ["assignment_posts"] = new(authority, authority, null, authority),

            ["reminder_policies"] = new(own, own, own, own),
            ["reminder_pauses"] = new(authority, authority),
            ["digests"] = new(own, own),
            ["reminders"] = new(own, own, own),
            ["outbox"] = new(own, own, own),
            ["notify_channels"] = new(own, own, own, own),
            ["webhooks"] = new(own, own, own, own),
            ["webhook_deliveries"] = new(own, own, own, own),
            ["webhook_attempts"] = new(own, own),
            ["imports"] = new(own, own, own),
            ["import_chunks"] = new(own, own, null, own),
        };
    }

    public IEnumerable<string> Tables => _rules.Keys;

    public Rule Of(string table) => _rules[table];

    /// <summary>The organisations whose row it is, for people to read.</summary>
    public string Describe(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"of {string.Join("/", row.Json.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String && p.Name is "id" or "owner_id" or "authority_id" or "organisation_id" or "partnership_id")
            .Select(p => _codes.GetValueOrDefault(p.Value.GetGuid())).OfType<string>().Distinct())}";
    }

    private static IEnumerable<string> OwnersFor(string me) => [me, .. PartnershipsOf.GetValueOrDefault(me, [])];

    private static IEnumerable<string> RelatedTo(string me) =>
        [.. OwnersFor(me), .. OwnersFor(me).SelectMany(o => EverMembers.GetValueOrDefault(o, [])), .. me == "FORMER"
            ? ["PA"] : Array.Empty<string>()];

    private static string Text(Row row, string column) => row.Json.GetProperty(column).GetString()!;

    private string Org(Row row, string column) =>
        row.Json.GetProperty(column) is { ValueKind: JsonValueKind.String } id ? _codes[id.GetGuid()] : "";

    private Guid SchemeOf(Row row) =>
        row.Json.TryGetProperty("scheme_id", out var scheme) ? scheme.GetGuid()
        : row.Json.TryGetProperty("action_id", out var action) ? _schemeOfAction[action.GetGuid()] : row.Json.GetProperty("id").GetGuid();
}

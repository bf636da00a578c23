namespace PartnershipEquality.Api.Features.Exports.Whole;

/// <summary>A table as it leaves.</summary>
/// <param name="Name">The table.</param>
/// <param name="What">What its rows are, for whoever opens the file.</param>
/// <param name="Whose">Which of the rows that can be seen leave: <c>$1</c> is the organisation.</param>
/// <param name="Order">In which order.</param>
/// <param name="Without">Columns that stay: what opens a door.</param>
internal sealed record WholeTable(string Name, string What, string Whose, string Order, params string[] Without)
{
    /// <summary>The file: the audit is called what people call it.</summary>
    public string File => $"data/{(Name == "changes" ? "audit" : Name.Replace('_', '-'))}.json";
}

/// <summary>
/// Every table that holds something of an organisation's: those that leave with it, and those that do not, each with its reason. A guard
/// holds the two to the schema.
/// </summary>
internal static class WholeTables
{
    private const string Seen = "true";
    private const string Own = "organisation_id = $1";
    private const string Authoritys = "authority_id = $1";
    private const string Parties = "(authority_id = $1 or owner_id = $1)";

    public static IReadOnlyList<WholeTable> All { get; } =
    [
        new("organisations", "Your organisation, and those that the rows name.", Seen, "id"),
        new("memberships", "Which authorities belong to which partnerships, from when to when.", Seen,
            "partnership_id, authority_id, from_on"),
        new("settings", "Your settings.", Own, "organisation_id"),
        new("api_keys", "Your keys, without their secrets.", Own, "id", "secret_sha256"),
        new("portal_origins", "Where pages that call the API for you come from.", Own, "id"),
        new("schemes", "Schemes that you own or work on.", Seen, "id"),
        new("themes", "Their headings.", Seen, "id"),
        new("commitments", "Their promises.", Seen, "id"),
        new("actions", "Their rows of work.", Seen, "id"),
        new("milestones", "Steps of those.", Seen, "id"),
        new("cross_references", "For whom each action is, as the plan writes it.", Seen, "id"),
        new("action_roles", "Which roles answer for each action.", Seen, "action_id, position, role"),
        new("assignments", "Actions that are yours to do, and those of your schemes.", Parties, "id"),
        new("assignment_states", "Their headlines over time.", Parties, "id"),
        new("occurrences", "The times they fall due.", Parties, "id"),
        new("progress_updates", "What was reported, as far as you may read it.", Seen, "id"),
        new("target_moves", "How their targets moved, and why.", Parties, "id"),
        new("posts", "Your posts.", Authoritys, "id"),
        new("people", "Who holds them.", Authoritys, "id"),
        new("post_holders", "From when to when.", Authoritys, "id"),
        new("role_mappings", "Which post answers for which role.", Authoritys, "role"),
        new("assignment_posts", "Posts named for an assignment.", Authoritys, "assignment_id, post_id"),
        new("reminder_policies", "When reminders go out.", Own, "id"),
        new("reminders", "What was owed, to whom, and what became of it.", Own, "id"),
        new("reminder_pauses", "Reminders that were put off, and why.", Authoritys, "id"),
        new("digests", "The daily messages.", Own, "id", "unsubscribe_sha256"),
        new("outbox", "The mails that carried them.", Own, "id", "unsubscribe_address"),
        new("notify_channels", "Your account with GOV.UK Notify, without its key.", Own, "organisation_id", "api_key"),
        new("webhooks", "Where your events are sent, without the secrets.", Own, "id", "secret", "former_secret", "former_secret_until"),
        new("calendars", "Your calendars, without their addresses.", Authoritys, "id", "secret_sha256"),
        new("imports", "Plans that were uploaded, and how they were read.", Own, "id"),
        new("changes", "The audit: who did what, and when.", "(organisation_id = $1 or authority_id = $1)", "at, id"),
    ];

    public static IReadOnlyDictionary<string, string> LeftOut { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["import_chunks"] = "The bytes of the files, which are under files/.",
        ["change_feed"] =
            "Made from the audit, for readers that keep in step; it is kept for 90 days and /v1/exports/changes.ndjson has it.",
        ["feed_trimmed"] = "How far that has been forgotten: the service's own.",
        ["idempotency_keys"] = "Answers kept for a day, sealed with the secret of the key that asked.",
        ["webhook_attempts"] = "How each try at sending an event went: kept for 30 days, and /v1/webhooks/{id}/deliveries has it.",
        ["webhook_deliveries"] = "Which event was sent where: kept for 30 days, and each event is in the audit.",
        ["work_due"] = "When work is looked for next: the service's own.",
    };
}

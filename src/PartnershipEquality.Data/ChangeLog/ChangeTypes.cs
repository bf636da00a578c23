namespace PartnershipEquality.Data.ChangeLog;

/// <summary>A kind of change that readers are told of.</summary>
/// <param name="Name">A noun and what happened to it: "assignment.status_changed".</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Description">What it means for who keeps a copy.</param>
public sealed record ChangeType(string Name, string Title, string Description)
{
    /// <summary>The noun that it is about: "assignment".</summary>
    public string Noun => Name[..Name.IndexOf('.', StringComparison.Ordinal)];
}

/// <summary>
/// Every type of change that is ever written. The log takes no other, and a test holds each to be written somewhere. A
/// type that ends in <c>.deleted</c> says that the thing is gone, one in <c>.revoked</c> that its reader may see it no
/// more, or not all of it; what hangs on the thing went with it and is not told of one by one.
/// </summary>
public static class ChangeTypes
{
    public static IReadOnlyList<ChangeType> All { get; } =
    [
        new("scheme.created", "A scheme was made",
            "Its themes, commitments, actions and milestones came with it and are not told of one by one; its assignments are."),
        new("scheme.changed", "A scheme changed",
            "Its own facts, or by a document applied into it; what that changed in it is told of one by one."),
        new("scheme.stage_changed", "A scheme entered another stage", "Draft, in consultation, approved, in force or closed."),
        new("scheme.deleted", "A scheme was deleted", "With everything in it: drop all that names the scheme."),
        new("theme.created", "A theme was made", "A heading was added to a plan."),
        new("theme.changed", "A theme changed", "Its number, label or title."),
        new("theme.moved", "A theme moved", "It stands at another place; those between have moved with it."),
        new("theme.withdrawn", "A theme was withdrawn", "It stays readable."),
        new("commitment.created", "A commitment was made", "A promise was added to a plan."),
        new("commitment.changed", "A commitment changed", "Its words or its reference; references of its actions follow it."),
        new("commitment.moved", "A commitment moved", "It stands at another place or under another theme; what is under it went with it."),
        new("commitment.withdrawn", "A commitment was withdrawn", "It stays readable."),
        new("action.created", "An action was made", "A row of work was added; its assignments are told of one by one."),
        new("action.changed", "An action changed", "Its words, roles or target."),
        new("action.moved", "An action moved", "It stands at another place or under another commitment, and its assignments with it."),
        new("action.cross_referenced", "An action's cross-reference changed",
            "It is for other authorities now; their assignments are told of one by one."),
        new("action.withdrawn", "An action was withdrawn", "With its assignments, which are told of one by one; it stays readable."),
        new("milestone.created", "A milestone was made", "A step was added to an action."),
        new("milestone.changed", "A milestone changed", "Its words or its date."),
        new("milestone.moved", "A milestone moved", "It stands at another place of its action."),
        new("milestone.withdrawn", "A milestone was withdrawn", "It stays readable."),
        new("assignment.created", "An assignment was made", "An action was given to an authority."),
        new("assignment.status_changed", "An assignment's status changed", "Its authority reported, and the headline is another."),
        new("assignment.reported", "An assignment was reported on", "Its authority reported, and the headline stays."),
        new("assignment.target_moved", "An assignment's target moved",
            "The shared target or the authority's own; its open dates moved with it."),
        new("assignment.milestones_changed", "An assignment's milestones changed",
            "Steps of its action were added, changed or withdrawn, and its dates followed."),
        new("assignment.contested", "An assignment was contested", "Its authority says that it is not its own."),
        new("assignment.contest_decided", "A contest was decided", "The owner accepted it, and the assignment is withdrawn, or it stands."),
        new("assignment.exception_accepted", "An exception was accepted",
            "The owner agrees that the action does not apply to the authority."),
        new("assignment.withdrawn", "An assignment was withdrawn", "The owner took it back; what was reported stays readable."),
        new("assignment.reinstated", "An assignment was taken up again", "The authority is named again; it goes on where it stopped."),
        new("assignment.snoozed", "An assignment's reminders were put off", "Told to its authority alone."),
        new("assignment.unsnoozed", "An assignment is reminded of again", "Told to its authority alone."),
        new("assignment.acknowledged", "An assignment was acknowledged", "Somebody works on it. Told to its authority alone."),
        new("assignment.posts_changed", "Other posts answer for an assignment", "Told to its authority alone."),
        new("reminder.due", "An assignment is reminded of",
            "Somebody's message of today asks for it; nothing of it has changed. Told to its authority alone."),
        new("progress_update.recorded", "Progress was reported", "Told to the plan's owner too unless the update is private."),
        new("progress_update.narrowed", "An update is shown to fewer", "Told to those who still see it."),
        new("progress_update.revoked", "An update was revoked",
            "Its text was retracted, or it is private now: read it again, and drop it where it is no longer found."),
        new("sandbox.scheme_copied", "A scheme was copied into the sandbox",
            "The scheme itself is as it was. Told to who copied it alone."),
        new("sandbox.key_created", "A test key was made", "It opens the sandbox alone."),
        new("membership.began", "A membership began",
            "An authority belongs to a partnership: each may now read what the other shares. Take an export to have what there was before."),
        new("membership.revoked", "A membership ended",
            "What the other organisation shared is no longer yours to see, save schemes in which your authority had work: drop what you can no longer read."),
        new("organisation.exported", "All of the organisation was asked for", "A copy of everything, for who leaves or keeps one."),
        new("settings.changed", "The settings changed", "Your organisation's own."),
        new("api_key.created", "An API key was made", "Told to your organisation alone, as are all below."),
        new("api_key.revoked", "An API key was revoked", "It opens nothing any more."),
        new("portal_origin.registered", "A portal's origin was registered", "Its pages may call the API from a browser."),
        new("portal_origin.deleted", "A portal's origin was removed", "Its pages may call the API no more."),
        new("import.uploaded", "A plan was uploaded", "A worker reads it."),
        new("import.read", "An upload was read", "It waits to be corrected or applied."),
        new("import.failed", "An upload could not be read", "It says why."),
        new("import.corrected", "An import was corrected", "Somebody said how to read it."),
        new("import.applied", "An import was applied", "It became a scheme, or was applied into one."),
        new("import.abandoned", "An import was abandoned", "Its file is gone."),
        new("import.undone", "An import was undone", "The scheme that it made is deleted."),
        new("post.created", "A post was made", "A responsible role at your authority."),
        new("post.changed", "A post changed", "Its title, aliases or part."),
        new("post_holder.added", "Somebody holds a post", "From a day on."),
        new("post_holder.changed", "A holding changed", "It ends on a day, or ends no more."),
        new("role_mapping.changed", "A role was mapped", "The plan's role is answered for by a post of yours."),
        new("role_mapping.deleted", "A role is mapped no more", "Nobody answers for it."),
        new("reminder_policy.changed", "When reminders go out changed", "For all schemes or for one."),
        new("reminder_policy.deleted", "A reminder policy was removed", "What stands for all holds again."),
        new("calendar.created", "A calendar was made", "Whoever has its address reads it."),
        new("calendar.revoked", "A calendar was revoked", "Its address opens nothing any more."),
        new("digests.left", "Somebody left the daily messages", "By the link in one."),
        new("digests.taken_again", "Somebody takes the daily messages again", "By the link in one."),
        new("notify_account.changed", "The GOV.UK Notify account changed", "Mail leaves by it."),
        new("notify_account.deleted", "The GOV.UK Notify account was removed", "Mail leaves another way."),
        new("webhook.created", "A webhook was made", "Events are sent to an address."),
        new("webhook.changed", "A webhook changed", "Its address, what it is sent, or whether it is switched on."),
        new("webhook.deleted", "A webhook was deleted", "Nothing is sent to the address any more."),
        new("webhook.secret_rotated", "A webhook's secret was changed",
            "Events are signed with the new one, and for a while with the old one too."),
        new("webhook.test_asked", "A webhook is tried out", "Somebody asked for it."),
        new("webhook.redelivery_asked", "Events are to be sent again", "Somebody asked for it."),
        new("webhook.disabled", "A webhook was switched off", "It answered that it is gone, or took nothing for days."),
        new("mail.send_asked", "A mail is to be tried again", "Somebody asked for it."),
        new("work.run_asked", "Work is to be done now", "Somebody asked for it."),
    ];

    private static readonly Dictionary<string, ChangeType> ByName = All.ToDictionary(t => t.Name);

    public static bool Knows(string name) => ByName.ContainsKey(name);

    /// <summary>
    /// The types that a filter names: whole names, or <c>noun.*</c> for all of a noun; null where it names none that there is.
    /// </summary>
    public static IReadOnlyList<string>? Named(string filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        IReadOnlyList<string> names = filter.EndsWith(".*", StringComparison.Ordinal)
            ? [.. All.Where(t => t.Noun == filter[..^2]).Select(t => t.Name)] : Knows(filter) ? [filter] : [];
        return names.Count > 0 ? names : null;
    }
}

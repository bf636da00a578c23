// Made from openapi/partnership-equality.v1.json: UPDATE_OPENAPI=1 dotnet test. Do not edit.
#nullable enable

using System.Text.Json.Serialization;

namespace PartnershipEquality.Client;

/// <summary>One action of a plan.</summary>
public sealed record ActionDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation that owns the plan.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The scheme's id.</summary>
    public required Guid SchemeId { get; init; }

    /// <summary>The theme's id.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>The commitment's id.</summary>
    public required Guid CommitmentId { get; init; }

    /// <summary>The commitment's reference and the row's place there: "1.2/3".</summary>
    public required string Reference { get; init; }

    /// <summary>The words the plan numbers it with: "Action 5".</summary>
    public string? Label { get; init; }

    /// <summary>What is required.</summary>
    public required string Text { get; init; }

    /// <summary>What it should bring about.</summary>
    public string? Outcome { get; init; }

    /// <summary>How that is measured.</summary>
    public string? Measures { get; init; }

    /// <summary>The responsible roles as the plan writes them.</summary>
    public string? Responsible { get; init; }

    /// <summary>The plan's own cell, where `responsible` sets apart or corrects what it says.</summary>
    public string? ResponsibleAsWritten { get; init; }

    /// <summary>What it takes.</summary>
    public string? Resources { get; init; }

    /// <summary>What may stand in its way.</summary>
    public string? Barriers { get; init; }

    /// <summary>Whom it concerns.</summary>
    public string? Stakeholders { get; init; }

    /// <summary>The target word for word; null where the plan gives none.</summary>
    public string? Target { get; init; }

    /// <summary>What it means; several where groups of authorities have dates of their own.</summary>
    public required IReadOnlyList<TargetDateRecord> Targets { get; init; }

    /// <summary>Its steps, in order; those withdrawn left out.</summary>
    public required IReadOnlyList<MilestoneDetail> Milestones { get; init; }

    /// <summary>For whom it is: word for word, and what could be told of it.</summary>
    public required CrossReferenceDetail CrossReference { get; init; }

    /// <summary>No authority answers for it.</summary>
    public required bool Unassigned { get; init; }

    /// <summary>Where each authority stands.</summary>
    public required IReadOnlyList<AuthorityHeadline> Authorities { get; init; }

    /// <summary>Where the plan itself said that it stood when it came in; left out where it said nothing. No authority has reported it.</summary>
    public PlanStatusDetail? PlanStatus { get; init; }

    /// <summary>What the plan says of it beside its columns.</summary>
    public required IReadOnlyList<PlanNote> Notes { get; init; }

    /// <summary>When it was taken out of the plan; null while it is in it.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was withdrawn; null while it stands.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A row of work.</summary>
public sealed record ActionExport
{
    /// <summary>The commitment's reference and its place there: "1.2/3".</summary>
    public required string Reference { get; init; }

    /// <summary>The words the plan numbers it with.</summary>
    public string? Label { get; init; }

    /// <summary>What is required.</summary>
    public required string Text { get; init; }

    /// <summary>What it should bring about.</summary>
    public string? Outcome { get; init; }

    /// <summary>How it will be known.</summary>
    public string? Measures { get; init; }

    /// <summary>The responsible roles, each set apart.</summary>
    public string? Responsible { get; init; }

    /// <summary>The plan's own cell, where `responsible` sets apart or corrects what it says.</summary>
    public string? ResponsibleAsWritten { get; init; }

    /// <summary>What it takes.</summary>
    public string? Resources { get; init; }

    /// <summary>What may stand in the way.</summary>
    public string? Barriers { get; init; }

    /// <summary>Who else has a part in it.</summary>
    public string? Stakeholders { get; init; }

    /// <summary>Steps on the way.</summary>
    public required IReadOnlyList<MilestoneExport> Milestones { get; init; }

    /// <summary>When, word for word.</summary>
    public string? Target { get; init; }

    /// <summary>For whom, word for word.</summary>
    public string? CrossReference { get; init; }

    /// <summary>Where the plan itself said that it stood; left out where it said nothing.</summary>
    public PlanStatusDetail? PlanStatus { get; init; }

    /// <summary>What the plan says of it beside its columns.</summary>
    public required IReadOnlyList<PlanNote> Notes { get; init; }

    /// <summary>How far each authority is that you may see.</summary>
    public required IReadOnlyList<ProgressExport> Progress { get; init; }
}

/// <summary>What can be changed of an action.</summary>
public sealed record ActionPatch
{
    public Patched<string> Text { get; init; }

    /// <summary>What it should bring about.</summary>
    public Patched<string?> Outcome { get; init; }

    /// <summary>How that is measured.</summary>
    public Patched<string?> Measures { get; init; }

    /// <summary>The responsible roles; each authority maps them to its posts.</summary>
    public Patched<string?> Responsible { get; init; }

    /// <summary>What it takes.</summary>
    public Patched<string?> Resources { get; init; }

    /// <summary>What may stand in its way.</summary>
    public Patched<string?> Barriers { get; init; }

    /// <summary>Whom it concerns.</summary>
    public Patched<string?> Stakeholders { get; init; }

    /// <summary>When, as you would write it: "autumn 2027", "On-going".</summary>
    public Patched<string?> Target { get; init; }

    /// <summary>Why the target changed; needed when it does, and read by the authorities.</summary>
    public Patched<string?> Reason { get; init; }

    /// <summary>The words the plan numbers it with: "Action 5".</summary>
    public Patched<string?> Label { get; init; }

    /// <summary>What else the plan says of it, under headings of its own; none unless given.</summary>
    public Patched<IReadOnlyList<PlanNote>?> Notes { get; init; }
}

/// <summary>Where an action is to stand.</summary>
public sealed record ActionPlace
{
    /// <summary>The commitment of its scheme that it goes to; null to stay under its own.</summary>
    public Guid? CommitmentId { get; init; }

    /// <summary>The action there that it comes right after; null puts it first.</summary>
    public Guid? AfterId { get; init; }
}

/// <summary>An action in the plan, as its owner wrote it.</summary>
public sealed record ActionRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The commitment's id.</summary>
    public required Guid CommitmentId { get; init; }

    /// <summary>The commitment's reference and the row's place there: "1.2/3".</summary>
    public required string Reference { get; init; }

    /// <summary>The words the plan numbers it with: "Action 5".</summary>
    public string? Label { get; init; }

    public required string Text { get; init; }

    /// <summary>What it should bring about.</summary>
    public string? Outcome { get; init; }

    /// <summary>The responsible roles as the plan writes them.</summary>
    public string? Responsible { get; init; }

    /// <summary>The target word for word; null where the plan gives none.</summary>
    public string? Target { get; init; }

    /// <summary>What it means.</summary>
    public required IReadOnlyList<TargetDateRecord> Targets { get; init; }

    /// <summary>The cross-reference word for word; null where the plan gives none.</summary>
    public string? CrossReference { get; init; }

    /// <summary>The authorities that answer for it.</summary>
    public required IReadOnlyList<Guid> AuthorityIds { get; init; }

    /// <summary>No authority answers for it.</summary>
    public required bool Unassigned { get; init; }

    /// <summary>Where the plan itself said that it stood when it came in; left out where it said nothing. No authority has reported it.</summary>
    public PlanStatusDetail? PlanStatus { get; init; }

    /// <summary>What the plan says of it beside its columns.</summary>
    public required IReadOnlyList<PlanNote> Notes { get; init; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>With expand=milestones: its steps, in order, those withdrawn left out; null otherwise.</summary>
    public IReadOnlyList<MilestoneDetail>? Milestones { get; init; }

    /// <summary>With expand=authorities: where each authority stands, as far as you may see it; null otherwise.</summary>
    public IReadOnlyList<AuthorityHeadline>? Authorities { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record ActionRowPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<ActionRow> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>A row of work, as its owner writes it.</summary>
public sealed record ActionWanted
{
    /// <summary>What is required.</summary>
    public required string Text { get; init; }

    /// <summary>What it should bring about.</summary>
    public string? Outcome { get; init; }

    /// <summary>How that is measured.</summary>
    public string? Measures { get; init; }

    /// <summary>The responsible roles; each authority maps them to its posts.</summary>
    public string? Responsible { get; init; }

    /// <summary>What it takes.</summary>
    public string? Resources { get; init; }

    /// <summary>What may stand in its way.</summary>
    public string? Barriers { get; init; }

    /// <summary>Whom it concerns.</summary>
    public string? Stakeholders { get; init; }

    /// <summary>When, as you would write it: "autumn 2027", "On-going".</summary>
    public string? Target { get; init; }

    /// <summary>For whom: "ALL", "NWL; CBC", "BTEC - CBC; ALL OTHERS"; nobody unless given.</summary>
    public string? CrossReference { get; init; }

    /// <summary>The words the plan numbers it with: "Action 5".</summary>
    public string? Label { get; init; }

    /// <summary>What else the plan says of it, under headings of its own; none unless given.</summary>
    public IReadOnlyList<PlanNote>? Notes { get; init; }
}

/// <summary>A post that answers for an assignment.</summary>
public sealed record AnsweringPost
{
    /// <summary>The post's id.</summary>
    public required Guid PostId { get; init; }

    public required string Title { get; init; }

    /// <summary>The role that led to it, as the plan writes it; null when it was named for this assignment.</summary>
    public string? Written { get; init; }
}

/// <summary>A new key. This is the only time it is shown.</summary>
public sealed record ApiKeyCreated
{
    /// <summary>The whole key, to be sent as `Authorization: Bearer ...`. Keep it as you would a password.</summary>
    public required string Secret { get; init; }

    /// <summary>What is kept of it.</summary>
    public required ApiKeyDetail Key { get; init; }
}

/// <summary>A key of your organisation, without its secret.</summary>
public sealed record ApiKeyDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What its maker called it: the system that uses it, usually.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The credential that made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops working by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When somebody stopped it; null while nobody has.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record ApiKeyDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<ApiKeyDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>A key to make: its scopes by role or one by one, not both.</summary>
public sealed record ApiKeyWanted
{
    /// <summary>What uses it, so that it can be recognised later.</summary>
    public required string Name { get; init; }

    /// <summary>viewer, officer, lead or admin at an authority; viewer, coordinator or admin at a partnership.</summary>
    public string? Role { get; init; }

    /// <summary>The permissions one by one, in place of a role.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>When it stops working by itself, at most two years ahead; a year ahead unless said.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>An authority that answers for an action.</summary>
public sealed record AssignedAuthority
{
    /// <summary>Its id.</summary>
    public required Guid AuthorityId { get; init; }

    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>What the plan says of its part: "BTEC"; null for most.</summary>
    public string? Qualifier { get; init; }

    /// <summary>The words that named it.</summary>
    public required string Written { get; init; }
}

/// <summary>One assignment: this action, that authority, and its history.</summary>
public sealed record AssignmentDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The action's reference: "1.2/3".</summary>
    public required string Reference { get; init; }

    /// <summary>What is required.</summary>
    public required string Action { get; init; }

    /// <summary>What it should bring about.</summary>
    public string? Outcome { get; init; }

    /// <summary>The responsible roles as the plan writes them.</summary>
    public string? Responsible { get; init; }

    /// <summary>The commitment it serves.</summary>
    public required string CommitmentReference { get; init; }

    public string? CommitmentTitle { get; init; }

    /// <summary>The authority's id.</summary>
    public required Guid AuthorityId { get; init; }

    /// <summary>The organisation that owns the plan.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The scheme's id.</summary>
    public required Guid SchemeId { get; init; }

    /// <summary>The theme's id.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>The commitment's id.</summary>
    public required Guid CommitmentId { get; init; }

    /// <summary>The action's id.</summary>
    public required Guid ActionId { get; init; }

    /// <summary>What the plan says of this authority's part.</summary>
    public string? Qualifier { get; init; }

    /// <summary>Where the plan itself said that the action stood when it came in, for the authority to confirm or not; left out where it said nothing. It counts for nothing.</summary>
    public PlanStatusDetail? PlanStatus { get; init; }

    /// <summary>What the authority says.</summary>
    public required AssignmentStatus Status { get; init; }

    /// <summary>The status in words, with what dates add to it.</summary>
    public required string StatusLabel { get; init; }

    /// <summary>The part of the plan's target that is this authority's.</summary>
    public required IReadOnlyList<TargetDateRecord> SharedTargets { get; init; }

    /// <summary>The authority's own target, which stands before the shared one; null while it has none.</summary>
    public IReadOnlyList<TargetDateRecord>? OwnTargets { get; init; }

    /// <summary>The earliest open delivery; null where there is none.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>The day first agreed for it, whatever it has been moved to.</summary>
    public DateOnly? BaselineDueBy { get; init; }

    /// <summary>From the baseline to the due day; null where either is missing.</summary>
    public int? DaysSlipped { get; init; }

    /// <summary>How often the due day moved.</summary>
    public required int TimesMoved { get; init; }

    /// <summary>For work without a date: the end of the first review period without an update.</summary>
    public DateOnly? ReviewBy { get; init; }

    public required bool Overdue { get; init; }

    public required bool DueSoon { get; init; }

    public required bool NotUpdated { get; init; }

    public required bool NoTarget { get; init; }

    /// <summary>Why it does not apply here; null unless the status says so.</summary>
    public string? NotApplicableReason { get; init; }

    /// <summary>When the owner accepted that; until then it counts as expected.</summary>
    public DateTimeOffset? NotApplicableAcceptedAt { get; init; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was withdrawn; null while it stands.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>When the authority last reported; null while it has not.</summary>
    public DateTimeOffset? LastReportedAt { get; init; }

    /// <summary>The authority says that it is not its own, and the owner has not decided yet.</summary>
    public required bool Contested { get; init; }

    /// <summary>What it last contested, and what was decided; left out where it never has.</summary>
    public ContestDetail? Contest { get; init; }

    /// <summary>Why nobody is reminded of it for now; left out where that is not so, and for the plan's owner.</summary>
    public PauseDetail? Snooze { get; init; }

    /// <summary>Who has seen it and is left alone for now; left out where nobody has said so, and for the plan's owner.</summary>
    public PauseDetail? Acknowledgement { get; init; }

    /// <summary>The times it falls due, open ones first; at most 20.</summary>
    public required IReadOnlyList<OccurrenceDetail> Occurrences { get; init; }

    /// <summary>The latest updates you may read, the newest first; at most 20.</summary>
    public required IReadOnlyList<ProgressUpdateDetail> ProgressUpdates { get; init; }

    /// <summary>The latest moves of its target, the newest first; at most 20.</summary>
    public required IReadOnlyList<TargetMoveDetail> TargetMoves { get; init; }

    /// <summary>The latest headlines, the newest first; at most 20.</summary>
    public required IReadOnlyList<StateDetail> States { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>Which posts answer for an assignment.</summary>
public sealed record AssignmentPosts
{
    /// <summary>They were named for this assignment; otherwise they come from its roles.</summary>
    public required bool Overridden { get; init; }

    /// <summary>The posts; empty when it goes to the equality lead.</summary>
    public required IReadOnlyList<AnsweringPost> Posts { get; init; }
}

/// <summary>The posts that answer for one assignment, whatever its roles map to.</summary>
public sealed record AssignmentPostsEdit
{
    /// <summary>Your posts; empty or null goes back to the mapping of roles.</summary>
    public IReadOnlyList<Guid>? PostIds { get; init; }
}

/// <summary>An assignment in a list: this action, that authority.</summary>
public sealed record AssignmentRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The action's reference: "1.2/3".</summary>
    public required string Reference { get; init; }

    /// <summary>What is required.</summary>
    public required string Action { get; init; }

    /// <summary>The authority's id.</summary>
    public required Guid AuthorityId { get; init; }

    /// <summary>The authority's short code: BDC.</summary>
    public required string AuthorityCode { get; init; }

    /// <summary>The organisation that owns the plan.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The scheme's id.</summary>
    public required Guid SchemeId { get; init; }

    /// <summary>The theme's id.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>The commitment's id.</summary>
    public required Guid CommitmentId { get; init; }

    /// <summary>The action's id.</summary>
    public required Guid ActionId { get; init; }

    /// <summary>What the plan says of this authority's part; null for most.</summary>
    public string? Qualifier { get; init; }

    /// <summary>What the authority says.</summary>
    public required AssignmentStatus Status { get; init; }

    /// <summary>The status in words, with what dates add to it: "On track, overdue".</summary>
    public required string StatusLabel { get; init; }

    /// <summary>The target that stands, as written.</summary>
    public string? TargetText { get; init; }

    /// <summary>The target is the authority's own, not the shared one.</summary>
    public required bool OwnTarget { get; init; }

    /// <summary>The earliest open delivery; null where there is none.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>For work without a date: the end of the first review period without an update.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>The due day has passed and the work is still wanted.</summary>
    public required bool Overdue { get; init; }

    /// <summary>It is due within 28 days.</summary>
    public required bool DueSoon { get; init; }

    /// <summary>The last ended review period went by without an update, and nothing has been reported since.</summary>
    public required bool NotUpdated { get; init; }

    /// <summary>Nobody has said when.</summary>
    public required bool NoTarget { get; init; }

    /// <summary>When the authority last reported; null while it has not.</summary>
    public DateTimeOffset? LastReportedAt { get; init; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The authority says that it is not its own, and the owner has not decided yet.</summary>
    public required bool Contested { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }

    /// <summary>With expand=latestUpdate: the last progress update that you may read and that stands; left out where there is none.</summary>
    public ProgressUpdateDetail? LatestUpdate { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record AssignmentRowPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<AssignmentRow> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>What an authority says of its part. Overdue, due soon, not updated and no target are never said: they are
/// derived from dates.</summary>
[JsonConverter(typeof(NamedValue<AssignmentStatus>))]
public enum AssignmentStatus
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    NotStarted,

    OnTrack,

    AtRisk,

    OffTrack,

    Completed,

    NotApplicable,
}

/// <summary>Something that was done, by whom, and what changed with it.</summary>
public sealed record AuditRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A noun and what happened to it: assignment.status_changed.</summary>
    public required string Type { get; init; }

    /// <summary>What changed: a kind of thing and, where there are several, its id.</summary>
    public required string Subject { get; init; }

    /// <summary>The version that the change made.</summary>
    public required int Version { get; init; }

    /// <summary>The organisation that did it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The authority whose it is; null where it is of no one authority.</summary>
    public Guid? AuthorityId { get; init; }

    /// <summary>The owner of the plan that it is in; null where it is in none, or where the owner is not told.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The credential that did it, or the timetable.</summary>
    public required string Actor { get; init; }

    /// <summary>Ids, statuses and dates as they were; never what somebody wrote, nor names.</summary>
    public IReadOnlyDictionary<string, System.Text.Json.JsonElement>? Before { get; init; }

    /// <summary>The same as they are since.</summary>
    public IReadOnlyDictionary<string, System.Text.Json.JsonElement>? After { get; init; }

    /// <summary>The request it was done by, as in its response and our log.</summary>
    public string? TraceId { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record AuditRowPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<AuditRow> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>Where one authority stands with an action.</summary>
public sealed record AuthorityHeadline
{
    /// <summary>The authority's id.</summary>
    public required Guid AuthorityId { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>What the plan says of its part; null for most.</summary>
    public string? Qualifier { get; init; }

    /// <summary>Its assignment, where you may open it: your own, or any in your own plan.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>Its status; absent where you may not see it.</summary>
    public AssignmentStatus? Status { get; init; }

    /// <summary>The earliest open delivery; null where there is none or you may not see it.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>That day has passed.</summary>
    public required bool Overdue { get; init; }

    /// <summary>The owner has taken the assignment back.</summary>
    public required bool Withdrawn { get; init; }

    /// <summary>The day of its last update.</summary>
    public DateOnly? LastReportedOn { get; init; }
}

/// <summary>One authority's figures: in a theme, or over all of them.</summary>
public sealed record BoardColumn
{
    /// <summary>The authority's id.</summary>
    public required Guid AuthorityId { get; init; }

    /// <summary>Its short code: BDC.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How many assignments are expected of it.</summary>
    public required int Expected { get; init; }

    /// <summary>What it says of them; sums to expected.</summary>
    public required BoardStatusCounts ByStatus { get; init; }

    /// <summary>What asks for attention; may overlap, each at most expected.</summary>
    public required BoardFlagCounts Flags { get; init; }

    /// <summary>Each under the first word that fits; sums to expected.</summary>
    public required HeadlineCounts Headline { get; init; }

    /// <summary>The headline in words.</summary>
    public required string Sentence { get; init; }
}

/// <summary>Counts of assignments, each counted once in expected. Never an average: a laggard cannot hide in one.</summary>
public sealed record BoardFigures
{
    /// <summary>How many assignments are expected.</summary>
    public required int Expected { get; init; }

    /// <summary>What their authorities say of them; sums to expected.</summary>
    public required BoardStatusCounts ByStatus { get; init; }

    /// <summary>What asks for attention; may overlap, each at most expected.</summary>
    public required BoardFlagCounts Flags { get; init; }

    /// <summary>Each under the first word that fits: completed, overdue, not updated, off track, at risk, on track, not started, not applicable; sums to expected.</summary>
    public required HeadlineCounts Headline { get; init; }
}

/// <summary>How many carry each flag. Work that is completed or does not apply carries none.</summary>
public sealed record BoardFlagCounts
{
    /// <summary>An open delivery was due before the day.</summary>
    public required int Overdue { get; init; }

    /// <summary>A delivery falls due on the day or in the 28 days after it, and none is overdue.</summary>
    public required int DueSoon { get; init; }

    /// <summary>A review period has ended without an update.</summary>
    public required int NotUpdated { get; init; }

    /// <summary>Nobody has said when it is to be done.</summary>
    public required int NoTarget { get; init; }

    /// <summary>The day first agreed has passed, wherever the target has been moved since.</summary>
    public required int OverdueAgainstBaseline { get; init; }
}

/// <summary>How a scheme stands on a day. Expected is every assignment that is neither withdrawn nor accepted as not
/// applicable, of the authorities that were members on the day (an owner's own always).</summary>
public sealed record BoardProgress
{
    /// <summary>The scheme.</summary>
    public required BoardScheme Scheme { get; init; }

    /// <summary>The day: what had been recorded by its end in London.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The first day on which anything that you may see was recorded; a board of an earlier day is empty for that reason. Null while nothing is.</summary>
    public DateOnly? RecordedFrom { get; init; }

    /// <summary>True when you see your own column alone, because the partnership does not share headlines: the totals are then yours, not the scheme's.</summary>
    public required bool Partial { get; init; }

    /// <summary>How many authorities the figures cover.</summary>
    public required int VisibleAuthorities { get; init; }

    /// <summary>All of it that you may see.</summary>
    public required BoardFigures Totals { get; init; }

    /// <summary>The totals in words: "5 of 7 completed, 1 overdue, 1 not updated".</summary>
    public required string Sentence { get; init; }

    /// <summary>The gaps: actions, made by the end of the day, that no authority is named for as the plan stands now. They are in no figure.</summary>
    public required int UnassignedActions { get; init; }

    /// <summary>The themes in the plan's order, those without assignments too.</summary>
    public required IReadOnlyList<BoardTheme> Themes { get; init; }

    /// <summary>Each authority over all themes, by code; those from whom nothing is expected too.</summary>
    public required IReadOnlyList<BoardColumn> Authorities { get; init; }
}

/// <summary>The scheme that a board is of.</summary>
public sealed record BoardScheme
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people quote: LEICS-2026.</summary>
    public required string Reference { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>How far it has come, now.</summary>
    public required SchemeStage Stage { get; init; }

    /// <summary>Made up to show the product.</summary>
    public required bool Sample { get; init; }
}

/// <summary>How many have each status, as their authorities last reported by the day.</summary>
public sealed record BoardStatusCounts
{
    /// <summary>Not started.</summary>
    public required int NotStarted { get; init; }

    /// <summary>On track.</summary>
    public required int OnTrack { get; init; }

    /// <summary>At risk.</summary>
    public required int AtRisk { get; init; }

    /// <summary>Off track.</summary>
    public required int OffTrack { get; init; }

    /// <summary>Completed.</summary>
    public required int Completed { get; init; }

    /// <summary>Said not to apply, which the owner has not accepted: until then it stays expected.</summary>
    public required int NotApplicable { get; init; }
}

/// <summary>One theme's row of the board.</summary>
public sealed record BoardTheme
{
    /// <summary>The theme's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its number in the plan, if it has one.</summary>
    public string? Number { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its figures over all authorities that you may see.</summary>
    public required BoardFigures Totals { get; init; }

    /// <summary>The totals in words.</summary>
    public required string Sentence { get; init; }

    /// <summary>Each authority's part of it, by code.</summary>
    public required IReadOnlyList<BoardColumn> Authorities { get; init; }
}

/// <summary>A new calendar. This is the only time that its address is shown.</summary>
public sealed record CalendarCreated
{
    /// <summary>Where calendar programs subscribe. Whoever has it reads the calendar: keep it as you would a password.</summary>
    public required string Address { get; init; }

    /// <summary>What is kept of it.</summary>
    public required CalendarDetail Calendar { get; init; }
}

/// <summary>A calendar of your authority, without its address.</summary>
public sealed record CalendarDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who or what subscribes to it.</summary>
    public required string Name { get; init; }

    /// <summary>Whose work it shows; null for all of the authority's.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The credential that made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When somebody stopped it; null while nobody has.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record CalendarDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<CalendarDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>A calendar to make.</summary>
public sealed record CalendarWanted
{
    /// <summary>Who or what subscribes to it, so that it can be recognised later.</summary>
    public required string Name { get; init; }

    /// <summary>The person whose work it shows; null for all of the authority's.</summary>
    public Guid? PersonId { get; init; }
}

/// <summary>What a person says a cell of the file should have held. The file stays as it is; the plan is read again as if it said so.</summary>
public sealed record CellCorrection
{
    /// <summary>The table, counted from 1.</summary>
    public required int Table { get; init; }

    /// <summary>The row under its number there.</summary>
    public required int Row { get; init; }

    /// <summary>The column, counted from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The cell's text; empty to blank it.</summary>
    public required string Text { get; init; }
}

/// <summary>What changed: enough to find it, and no more.</summary>
public sealed record ChangeData
{
    /// <summary>The kind of thing: assignments, progress-updates, schemes.</summary>
    public required string Resource { get; init; }

    /// <summary>Which of them; null where an organisation has only one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that the change made.</summary>
    public required int Version { get; init; }

    /// <summary>Where it can be read; null where it has no address, or is gone. 404 there means that it is not yours to see any more.</summary>
    public string? Href { get; init; }
}

/// <summary>A change, as an event by CloudEvents 1.0.</summary>
public sealed record ChangeEvent
{
    /// <summary>The version of CloudEvents: 1.0.</summary>
    public required string Specversion { get; init; }

    /// <summary>What the event is called; the same wherever it is told again.</summary>
    public required string Id { get; init; }

    /// <summary>The organisation whose feed it is.</summary>
    public required string Source { get; init; }

    /// <summary>A noun and what happened to it: assignment.status_changed.</summary>
    public required string Type { get; init; }

    /// <summary>What changed: a kind of thing and, where there are several, its id.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>application/json.</summary>
    public required string Datacontenttype { get; init; }

    /// <summary>Where it stands in the feed: give it as `after` to go on behind it.</summary>
    public required string Position { get; init; }

    /// <summary>What changed, and nothing of what it says now: that is read at its address, by whoever may.</summary>
    public required ChangeData Data { get; init; }
}

/// <summary>A type of change.</summary>
public sealed record ChangeTypeDetail
{
    /// <summary>A noun and what happened to it.</summary>
    public required string Name { get; init; }

    /// <summary>What happened, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What it means for who keeps a copy.</summary>
    public required string Description { get; init; }
}

/// <summary>The types of change that there are.</summary>
public sealed record ChangeTypeList
{
    /// <summary>Every type, by noun.</summary>
    public required IReadOnlyList<ChangeTypeDetail> Items { get; init; }
}

/// <summary>What changed on one day.</summary>
public sealed record ChangelogDay
{
    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Each change by itself.</summary>
    public required IReadOnlyList<ChangelogEntry> Changes { get; init; }
}

/// <summary>What changed in the API.</summary>
public sealed record ChangelogDetail
{
    /// <summary>By day, the newest first.</summary>
    public required IReadOnlyList<ChangelogDay> Items { get; init; }
}

/// <summary>One change.</summary>
public sealed record ChangelogEntry
{
    /// <summary>added, changed, deprecated or removed.</summary>
    public required ChangelogKind Kind { get; init; }

    /// <summary>What it is, in a sentence.</summary>
    public required string Text { get; init; }
}

/// <summary>What a change asks of integrations: nothing, a look, to move in time, to have moved.</summary>
[JsonConverter(typeof(NamedValue<ChangelogKind>))]
public enum ChangelogKind
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Added,

    Changed,

    Deprecated,

    Removed,
}

/// <summary>Some of what changed, in the order in which it was committed.</summary>
public sealed record ChangesPage
{
    /// <summary>The changes; an empty list when nothing new is there.</summary>
    public required IReadOnlyList<ChangeEvent> Items { get; init; }

    /// <summary>Where to go on from: give it as `after`. It is there also when there are no items, and never ends.</summary>
    public required string NextCursor { get; init; }

    /// <summary>There is more to read at once; where it is false, ask again in a while.</summary>
    public required bool HasMore { get; init; }

    /// <summary>For how long newer changes may have been waiting for an earlier one that is still being written; 0 when none is.</summary>
    public required int LagSeconds { get; init; }
}

/// <summary>How sure the reader is of what a column means.</summary>
[JsonConverter(typeof(NamedValue<ColumnCertainty>))]
public enum ColumnCertainty
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Given,

    Certain,

    Likely,

    Guessed,

    Unknown,
}

/// <summary>What a person says about the tables of a document, against what the reader would have taken them for.</summary>
public sealed record ColumnMapping
{
    public required IReadOnlyList<TableMapping> Tables { get; init; }
}

/// <summary>A commitment with its actions.</summary>
public sealed record CommitmentDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The scheme's id.</summary>
    public required Guid SchemeId { get; init; }

    /// <summary>The theme's id.</summary>
    public required Guid ThemeId { get; init; }

    /// <summary>What people quote: "2.4".</summary>
    public required string Reference { get; init; }

    /// <summary>The words the plan numbers it with, where they are more than the number: "Objective 3".</summary>
    public string? Label { get; init; }

    /// <summary>Null where the plan gives none.</summary>
    public string? Title { get; init; }

    /// <summary>References of related commitments, as the plan writes them.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>Aims of the public sector equality duty that it serves.</summary>
    public required IReadOnlyList<string> PsedAims { get; init; }

    /// <summary>Protected characteristics that it serves.</summary>
    public required IReadOnlyList<string> Characteristics { get; init; }

    /// <summary>The plan's own words for why nothing is to be done: "N/A"; null where it applies.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>What the plan says of it beside its columns.</summary>
    public required IReadOnlyList<PlanNote> Notes { get; init; }

    /// <summary>Its rows of work, in order; none where the plan has none yet.</summary>
    public required IReadOnlyList<ActionRow> Actions { get; init; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was withdrawn; null while it stands.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record CommitmentDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<CommitmentDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>A numbered promise, as its owner writes it.</summary>
public sealed record CommitmentEdit
{
    /// <summary>What people quote, used once in its scheme: "2.4". Its actions' references begin with it.</summary>
    public required string Reference { get; init; }

    /// <summary>Null where the plan gives none.</summary>
    public string? Title { get; init; }

    /// <summary>References of related commitments; none unless given.</summary>
    public IReadOnlyList<string>? Related { get; init; }

    /// <summary>Aims of the public sector equality duty that it serves; none unless given.</summary>
    public IReadOnlyList<PsedAim>? PsedAims { get; init; }

    /// <summary>Protected characteristics that it serves; none unless given.</summary>
    public IReadOnlyList<ProtectedCharacteristic>? Characteristics { get; init; }

    /// <summary>The words the plan numbers it with, where they are more than the number: "Objective 3".</summary>
    public string? Label { get; init; }

    /// <summary>Why nothing is to be done for it: "N/A - the county's"; null where it applies. It then takes no action, and has none.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>What else the plan says of it, under headings of its own; none unless given.</summary>
    public IReadOnlyList<PlanNote>? Notes { get; init; }
}

/// <summary>A numbered promise.</summary>
public sealed record CommitmentExport
{
    /// <summary>Its number: "1.2".</summary>
    public required string Reference { get; init; }

    /// <summary>The words the plan numbers it with, where they are more than the number.</summary>
    public string? Label { get; init; }

    /// <summary>Its words; null where the plan gives none.</summary>
    public string? Title { get; init; }

    /// <summary>References of related commitments.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>The aims of the public sector equality duty that it serves.</summary>
    public required IReadOnlyList<string> PsedAims { get; init; }

    /// <summary>The characteristics that it is about.</summary>
    public required IReadOnlyList<string> ProtectedCharacteristics { get; init; }

    /// <summary>The plan's own words for why nothing is to be done; null where it applies.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>What the plan says of it beside its columns.</summary>
    public required IReadOnlyList<PlanNote> Notes { get; init; }

    /// <summary>The work under it, in order; withdrawn work is left out.</summary>
    public required IReadOnlyList<ActionExport> Actions { get; init; }
}

/// <summary>A numbered promise, as its owner writes it.</summary>
public sealed record CommitmentPatch
{
    /// <summary>What people quote, used once in its scheme: "2.4". Its actions' references begin with it.</summary>
    public Patched<string> Reference { get; init; }

    /// <summary>Null where the plan gives none.</summary>
    public Patched<string?> Title { get; init; }

    /// <summary>References of related commitments; none unless given.</summary>
    public Patched<IReadOnlyList<string>?> Related { get; init; }

    /// <summary>Aims of the public sector equality duty that it serves; none unless given.</summary>
    public Patched<IReadOnlyList<PsedAim>?> PsedAims { get; init; }

    /// <summary>Protected characteristics that it serves; none unless given.</summary>
    public Patched<IReadOnlyList<ProtectedCharacteristic>?> Characteristics { get; init; }

    /// <summary>The words the plan numbers it with, where they are more than the number: "Objective 3".</summary>
    public Patched<string?> Label { get; init; }

    /// <summary>Why nothing is to be done for it: "N/A - the county's"; null where it applies. It then takes no action, and has none.</summary>
    public Patched<string?> NotApplicable { get; init; }

    /// <summary>What else the plan says of it, under headings of its own; none unless given.</summary>
    public Patched<IReadOnlyList<PlanNote>?> Notes { get; init; }
}

/// <summary>Where a commitment is to stand.</summary>
public sealed record CommitmentPlace
{
    /// <summary>The theme of its scheme that it goes to; null to stay in its own.</summary>
    public Guid? ThemeId { get; init; }

    /// <summary>The commitment there that it comes right after; null puts it first.</summary>
    public Guid? AfterId { get; init; }
}

/// <summary>What the owner decides of a contested assignment.</summary>
public sealed record ContestDecision
{
    /// <summary>True: it was named wrongly, and the assignment is withdrawn. False: the assignment stands.</summary>
    public required bool Accept { get; init; }

    /// <summary>Why; the authority reads it.</summary>
    public string? Note { get; init; }
}

/// <summary>"Not ours": what an authority contested, and the owner's decision.</summary>
public sealed record ContestDetail
{
    public required DateTimeOffset ContestedAt { get; init; }

    /// <summary>Why it is not the authority's own.</summary>
    public required string Reason { get; init; }

    /// <summary>When the owner decided; null until then.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>True where the assignment was withdrawn for it, false where it stands; null until the owner decides.</summary>
    public bool? Accepted { get; init; }

    /// <summary>What the owner said to it; null where it said nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A credential, without its secret.</summary>
public sealed record CredentialDetail
{
    /// <summary>The key's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What its maker called it.</summary>
    public required string Name { get; init; }

    /// <summary>The role whose permissions it carries; null when its scopes match none.</summary>
    public string? Role { get; init; }

    /// <summary>What it may do.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When it stops working.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The officer that the request named in On-Behalf-Of, as asserted; null when it named none.</summary>
    public string? OnBehalfOf { get; init; }
}

/// <summary>For whom an action is.</summary>
public sealed record CrossReferenceDetail
{
    /// <summary>The cell word for word.</summary>
    public string? Text { get; init; }

    /// <summary>Bodies named beside the members.</summary>
    public required IReadOnlyList<string> OutsideBodies { get; init; }

    /// <summary>Words that name nobody known.</summary>
    public required IReadOnlyList<string> Unresolved { get; init; }
}

/// <summary>For whom an action is, as a plan would write it.</summary>
public sealed record CrossReferenceText
{
    /// <summary>"ALL", "NWL; CBC", "BTEC - CBC; ALL OTHERS"; null or empty for nobody.</summary>
    public string? Text { get; init; }

    /// <summary>Why, needed when an authority is named no longer; it reads it.</summary>
    public string? Reason { get; init; }
}

/// <summary>How much of a plan a document would change.</summary>
public sealed record DifferenceCounts
{
    /// <summary>How many parts of one kind stay as they are, come, change, come back or are no longer in the document.</summary>
    public required PartCounts Themes { get; init; }

    /// <summary>How many parts of one kind stay as they are, come, change, come back or are no longer in the document.</summary>
    public required PartCounts Commitments { get; init; }

    /// <summary>How many parts of one kind stay as they are, come, change, come back or are no longer in the document.</summary>
    public required PartCounts Actions { get; init; }

    /// <summary>How many parts of one kind stay as they are, come, change, come back or are no longer in the document.</summary>
    public required PartCounts Milestones { get; init; }
}

/// <summary>What becomes of a part of the plan.</summary>
[JsonConverter(typeof(NamedValue<DifferenceKind>))]
public enum DifferenceKind
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Added,

    Changed,

    Returned,

    Gone,
}

/// <summary>What one person was sent on one day, and how far it has come.</summary>
public sealed record DigestDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The address it goes to.</summary>
    public required string Recipient { get; init; }

    public required string RecipientName { get; init; }

    public required string Subject { get; init; }

    /// <summary>How many occurrences it is about.</summary>
    public required int Lines { get; init; }

    /// <summary>How many changes of the plan it tells of.</summary>
    public required int Changes { get; init; }

    /// <summary>waiting, sent, or failed when it was given up.</summary>
    public required MailState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>What the mail server said at last.</summary>
    public string? LastError { get; init; }

    public DateTimeOffset? SentAt { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record DigestDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<DigestDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>Why a text was left away.</summary>
[JsonConverter(typeof(NamedValue<DroppedKind>))]
public enum DroppedKind
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    RepeatedHeader,

    RepeatedHeading,

    PageFurniture,
}

/// <summary>A text that only repeats what stands elsewhere.</summary>
public sealed record DroppedText
{
    /// <summary>Why a text was left away.</summary>
    public required DroppedKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>The table it stood in; null for text between tables.</summary>
    public int? Table { get; init; }

    public required int Row { get; init; }
}

/// <summary>A link to something that shows what was done.</summary>
public sealed record EvidenceEntry
{
    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>Where it is: a web address.</summary>
    public required string Url { get; init; }
}

/// <summary>Something that shows what was done: a title and a web address.</summary>
public sealed record EvidenceLink
{
    public required string Title { get; init; }

    public required string Url { get; init; }
}

/// <summary>What one field says now, and what it will say.</summary>
public sealed record FieldDifference
{
    /// <summary>Its name in the JSON of the theme, commitment, action or milestone.</summary>
    public required string Field { get; init; }

    /// <summary>Null where it says nothing.</summary>
    public string? Before { get; init; }

    /// <summary>Null where it will say nothing.</summary>
    public string? After { get; init; }
}

/// <summary>What a person says about two parts, against what the words say.</summary>
public sealed record GivenMatch
{
    /// <summary>The commitment or action of the document.</summary>
    public required string Reference { get; init; }

    /// <summary>The reference of the live one that it is; null where it is new.</summary>
    public string? Live { get; init; }
}

/// <summary>What becomes of the parts of a live plan that a document leaves out.</summary>
[JsonConverter(typeof(NamedValue<GoneParts>))]
public enum GoneParts
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Keep,

    Withdraw,
}

/// <summary>How many of the expected assignments have each headline; the counts sum to all that is expected.</summary>
public sealed record HeadlineCounts
{
    /// <summary>Reported as completed.</summary>
    public required int Completed { get; init; }

    /// <summary>Not completed, and a delivery was due before the day.</summary>
    public required int Overdue { get; init; }

    /// <summary>None of those, and a review period has ended without an update.</summary>
    public required int NotUpdated { get; init; }

    /// <summary>None of those, and reported off track.</summary>
    public required int OffTrack { get; init; }

    /// <summary>None of those, and reported at risk.</summary>
    public required int AtRisk { get; init; }

    /// <summary>None of those, and reported on track.</summary>
    public required int OnTrack { get; init; }

    /// <summary>None of those, and not started.</summary>
    public required int NotStarted { get; init; }

    /// <summary>Said not to apply, which the owner has not accepted.</summary>
    public required int NotApplicable { get; init; }
}

/// <summary>A plan that has gone live.</summary>
public sealed record ImportApplied
{
    /// <summary>The import's id.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>The scheme it became, or was applied into.</summary>
    public required Guid SchemeId { get; init; }

    /// <summary>The scheme's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>How much the document holds.</summary>
    public required PlanCounts Counts { get; init; }

    /// <summary>What it changed in the scheme; null where it made a new one.</summary>
    public DifferenceCounts? Changes { get; init; }
}

/// <summary>An uploaded plan: what was understood, and what a person should look at.</summary>
public sealed record ImportDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>reading while a worker has it, read once it can be corrected and applied, failed where it could not be read, applied once it has gone live, abandoned when it was given up.</summary>
    public required ImportStatus Status { get; init; }

    /// <summary>How far the reading has come.</summary>
    public required ImportProgress Progress { get; init; }

    /// <summary>Why it could not be read; null unless it failed.</summary>
    public ImportFailure? Failure { get; init; }

    /// <summary>The file it was read from.</summary>
    public required ImportSource Source { get; init; }

    /// <summary>The title the scheme will have.</summary>
    public required string Title { get; init; }

    /// <summary>The scheme's first day; ALL means the members on it.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The scheme's last day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Nobody said the period, so it was taken from the years that the plan names, or from today.</summary>
    public required bool PeriodAssumed { get; init; }

    /// <summary>The year for quarters written without one; null for that of the first day.</summary>
    public int? PlanYear { get; init; }

    /// <summary>The stage in which it will go live: inForce within its period, closed after it, approved before it, unless the upload said.</summary>
    public required SchemeStage Stage { get; init; }

    /// <summary>What people said that tables and columns mean; null while they said nothing.</summary>
    public ColumnMapping? Mapping { get; init; }

    /// <summary>Cells of the file that should have held something else.</summary>
    public required IReadOnlyList<CellCorrection> Corrections { get; init; }

    /// <summary>How each table was taken, for people to correct.</summary>
    public required IReadOnlyList<ReadTable> Tables { get; init; }

    /// <summary>The text around the tables, kept as the scheme's.</summary>
    public string? Narrative { get; init; }

    /// <summary>What was left away because it only repeats: headings of later pages, page footers.</summary>
    public required IReadOnlyList<DroppedText> Dropped { get; init; }

    /// <summary>The plan as it would go live.</summary>
    public required UnderstoodPlan Plan { get; init; }

    /// <summary>Errors stop it from being applied; warnings do not.</summary>
    public required IReadOnlyList<RowProblem> Problems { get; init; }

    /// <summary>How much it holds.</summary>
    public required PlanCounts Counts { get; init; }

    /// <summary>The live scheme that it is for; null where it makes one of its own.</summary>
    public Guid? IntoSchemeId { get; init; }

    /// <summary>What people said about which of its parts are which of that scheme's.</summary>
    public required IReadOnlyList<GivenMatch> Matches { get; init; }

    /// <summary>The scheme it became, or was applied into; null until it is applied.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it went live; null until then.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>Why an upload could not be read.</summary>
public sealed record ImportFailure
{
    /// <summary>As in the problem that a small file gets at once.</summary>
    public required string Code { get; init; }

    /// <summary>What to do.</summary>
    public required string Detail { get; init; }
}

/// <summary>How an upload is to be taken. Whatever is changed, the file is read again with it; the file itself stays as it is.</summary>
public sealed record ImportPatch
{
    /// <summary>The scheme's title.</summary>
    public Patched<string> Title { get; init; }

    /// <summary>The scheme's first day.</summary>
    public Patched<DateOnly> StartsOn { get; init; }

    /// <summary>The scheme's last day.</summary>
    public Patched<DateOnly> EndsOn { get; init; }

    /// <summary>The year in which the plan's financial year begins, for quarters written without one; null for that of the first day.</summary>
    public Patched<int?> PlanYear { get; init; }

    /// <summary>The stage in which it will go live.</summary>
    public Patched<SchemeStage> Stage { get; init; }

    /// <summary>What tables and columns mean, where the reader took them for something else; null for what the reader finds.</summary>
    public Patched<ColumnMapping> Mapping { get; init; }

    /// <summary>Cells of the file that should have held something else; at most 1,000.</summary>
    public Patched<IReadOnlyList<CellCorrection>> Corrections { get; init; }

    /// <summary>A live scheme of yours that the document is for; its period is then the document's. Null to make a new one.</summary>
    public Patched<Guid?> IntoSchemeId { get; init; }

    /// <summary>Which commitments and actions of the document are which of that scheme, where the words do not tell; at most 1,000.</summary>
    public Patched<IReadOnlyList<GivenMatch>> Matches { get; init; }
}

/// <summary>How far the reading of a file has come.</summary>
public sealed record ImportProgress
{
    /// <summary>How many rows its tables have; null until it is open.</summary>
    public int? Rows { get; init; }

    /// <summary>How many of them have been understood, rising while a worker reads the file; null until it is open.</summary>
    public int? RowsRead { get; init; }
}

/// <summary>An upload in a list.</summary>
public sealed record ImportRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    public required ImportStatus Status { get; init; }

    public required string FileName { get; init; }

    public required string Title { get; init; }

    /// <summary>The scheme's id.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it went live; null until then.</summary>
    public DateTimeOffset? AppliedAt { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record ImportRowPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<ImportRow> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>The file of an upload.</summary>
public sealed record ImportSource
{
    /// <summary>Its name, without a path.</summary>
    public required string FileName { get; init; }

    /// <summary>Its size.</summary>
    public required long Bytes { get; init; }
}

/// <summary>ImportStatus.</summary>
[JsonConverter(typeof(NamedValue<ImportStatus>))]
public enum ImportStatus
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Reading,

    Read,

    Failed,

    Applied,

    Abandoned,
}

/// <summary>A part of the request that is wrong.</summary>
public sealed record ItemField
{
    /// <summary>Where it stands: `#/items/3/update/tier`.</summary>
    public required string Pointer { get; init; }

    /// <summary>Stable and kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Detail { get; init; }
}

/// <summary>Why one of many was refused.</summary>
public sealed record ItemProblem
{
    /// <summary>Where the code is explained: `/problems/{code}`.</summary>
    public required string Type { get; init; }

    /// <summary>The code in words, always the same.</summary>
    public required string Title { get; init; }

    /// <summary>Stable and kebab-case; every code is at `/problems/{code}`.</summary>
    public required string Code { get; init; }

    /// <summary>What was wrong with this item, and what to do about it.</summary>
    public required string Detail { get; init; }

    /// <summary>Where in the request it stands: the item itself, or its fields.</summary>
    public required IReadOnlyList<ItemField> Errors { get; init; }
}

/// <summary>Whether the process runs.</summary>
public sealed record Liveness
{
    public required string Status { get; init; }
}

/// <summary>One mail of your organisation's, and how far it has come.</summary>
public sealed record MailDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>digest, or notice: word to the equality lead that an address was refused.</summary>
    public required MailKind Kind { get; init; }

    /// <summary>The digest it carries; null for a notice.</summary>
    public Guid? DigestId { get; init; }

    /// <summary>The address it goes to.</summary>
    public required string Recipient { get; init; }

    public required string RecipientName { get; init; }

    public required string Subject { get; init; }

    /// <summary>waiting, sent, or failed when it was given up.</summary>
    public required MailState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it is tried next, while it waits.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>What the other side said at last.</summary>
    public string? LastError { get; init; }

    /// <summary>By which way it left: smtp, pickup or notify.</summary>
    public string? SentBy { get; init; }

    /// <summary>When it was handed over.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it reached the recipient's mail server, where the way it left tells.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Its address takes no mail, so what it said is owed again and goes to a deputy or the lead.</summary>
    public required bool GivenBack { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record MailDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<MailDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>MailKind.</summary>
[JsonConverter(typeof(NamedValue<MailKind>))]
public enum MailKind
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Digest,

    Notice,
}

/// <summary>MailState.</summary>
[JsonConverter(typeof(NamedValue<MailState>))]
public enum MailState
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Waiting,

    Sent,

    Failed,
}

/// <summary>Many reports at once.</summary>
public sealed record ManyProgress
{
    /// <summary>The reports, each on another assignment.</summary>
    public required IReadOnlyList<ProgressItem> Items { get; init; }

    /// <summary>True to record all or nothing; otherwise what is refused holds up none of the others.</summary>
    public bool? Atomic { get; init; }
}

/// <summary>What became of each report.</summary>
public sealed record ManyProgressRecorded
{
    /// <summary>How many were recorded.</summary>
    public required int Recorded { get; init; }

    /// <summary>How many were refused.</summary>
    public required int Refused { get; init; }

    /// <summary>One for each that was sent, in that order.</summary>
    public required IReadOnlyList<ProgressItemResult> Items { get; init; }
}

/// <summary>One column and what it means, found by its position (from 1) or else by its heading.</summary>
public sealed record MappedColumn
{
    public string? Heading { get; init; }

    public int? Position { get; init; }

    public required PlanColumn Column { get; init; }
}

/// <summary>The government security classification that a scheme is handled under.</summary>
[JsonConverter(typeof(NamedValue<Marking>))]
public enum Marking
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Official,

    OfficialSensitive,
}

/// <summary>What tells that a part of a document is a part of the live plan.</summary>
[JsonConverter(typeof(NamedValue<MatchedBy>))]
public enum MatchedBy
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Hand,

    Reference,

    Text,

    Likeness,

    Contents,
}

/// <summary>The caller: one credential of one organisation.</summary>
public sealed record MeDetail
{
    /// <summary>The organisation that every answer is for.</summary>
    public required OrganisationRow Organisation { get; init; }

    /// <summary>The credential itself.</summary>
    public required CredentialDetail Credential { get; init; }

    /// <summary>The partnerships that the organisation belongs to today; empty for a partnership.</summary>
    public required IReadOnlyList<OrganisationRow> Partnerships { get; init; }

    /// <summary>The authorities that belong to this partnership today; empty for an authority.</summary>
    public required IReadOnlyList<OrganisationRow> Members { get; init; }

    /// <summary>Today in London: the day that overdue and due soon are counted from.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What is not set up yet and would be missed, in words; empty when all is well.</summary>
    public required IReadOnlyList<string> Notices { get; init; }
}

/// <summary>An authority belongs to a partnership from a day to a day, both inclusive; `toOn` is null while it lasts.</summary>
public sealed record MembershipRow
{
    /// <summary>The partnership's id.</summary>
    public required Guid PartnershipId { get; init; }

    /// <summary>The authority's id.</summary>
    public required Guid AuthorityId { get; init; }

    public required DateOnly FromOn { get; init; }

    public DateOnly? ToOn { get; init; }
}

/// <summary>On what terms a document is applied into a scheme that is live.</summary>
public sealed record MergeTerms
{
    /// <summary>The fingerprint of the difference that you saw. If the scheme or the upload has changed since, nothing is applied.</summary>
    public required string Difference { get; init; }

    /// <summary>What becomes of the parts that the document leaves out; needed when there are any.</summary>
    public GoneParts? Gone { get; init; }

    /// <summary>Why the plan changes. Those whose target moves or whose work is withdrawn read it.</summary>
    public required string Reason { get; init; }
}

/// <summary>A step of an action with its own date, which each authority that answers for the action does for itself.</summary>
public sealed record MilestoneDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The action's id.</summary>
    public required Guid ActionId { get; init; }

    /// <summary>What is to be reached.</summary>
    public required string Text { get; init; }

    /// <summary>When, word for word; null where the plan gives no date.</summary>
    public string? Target { get; init; }

    /// <summary>What that means; each date falls due at each authority.</summary>
    public required IReadOnlyList<TargetDateRecord> Targets { get; init; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was withdrawn; null while it stands.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record MilestoneDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<MilestoneDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>A step on the way.</summary>
public sealed record MilestoneExport
{
    /// <summary>What is done by then.</summary>
    public required string Text { get; init; }

    /// <summary>When, as written; null where nothing is said.</summary>
    public string? Target { get; init; }
}

/// <summary>What can be changed of a milestone.</summary>
public sealed record MilestonePatch
{
    /// <summary>What is to be reached.</summary>
    public Patched<string> Text { get; init; }

    /// <summary>When, as you would write it: "31 March 2027"; null for a step without a date.</summary>
    public Patched<string?> Target { get; init; }

    /// <summary>Why the date changed; needed when it does, and read by the authorities.</summary>
    public Patched<string?> Reason { get; init; }
}

/// <summary>Where a milestone is to stand.</summary>
public sealed record MilestonePlace
{
    /// <summary>The milestone of its action that it comes right after; null puts it first.</summary>
    public Guid? AfterId { get; init; }
}

/// <summary>A step of an action, as its owner writes it.</summary>
public sealed record MilestoneWanted
{
    /// <summary>What is to be reached.</summary>
    public required string Text { get; init; }

    /// <summary>When, as you would write it: "31 March 2027"; null for a step without a date.</summary>
    public string? Target { get; init; }
}

/// <summary>Your organisation's account with GOV.UK Notify, without its secret.</summary>
public sealed record NotifyAccountDetail
{
    /// <summary>What the key is called at Notify.</summary>
    public required string KeyName { get; init; }

    /// <summary>Your service at Notify.</summary>
    public required Guid ServiceId { get; init; }

    public required Guid TemplateId { get; init; }

    public Guid? ReplyToId { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>Your organisation's account with GOV.UK Notify.</summary>
public sealed record NotifyAccountEdit
{
    /// <summary>The key, as Notify showed it once. It is never shown again; leave it out to keep the one that is set.</summary>
    public string? ApiKey { get; init; }

    /// <summary>An e-mail template whose subject is `((subject))` and whose message is `((body))`.</summary>
    public Guid? TemplateId { get; init; }

    /// <summary>One of the account's reply-to addresses; null for its own default.</summary>
    public Guid? ReplyToId { get; init; }
}

/// <summary>One time an assignment falls due.</summary>
public sealed record OccurrenceDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>delivery: something is to be done. review: word is wanted on work without a date.</summary>
    public required OccurrenceKind Kind { get; init; }

    /// <summary>The milestone whose date it is; null for the action's own.</summary>
    public Guid? MilestoneId { get; init; }

    /// <summary>First day of the period that a review covers; null for a delivery.</summary>
    public DateOnly? PeriodStart { get; init; }

    public required DateOnly DueBy { get; init; }

    /// <summary>The day first agreed.</summary>
    public required DateOnly BaselineDueBy { get; init; }

    /// <summary>A review whose period ended without an update is missed; a delivery stays open until it is done.</summary>
    public required ShownOccurrenceStatus Status { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public Guid? UpdateId { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record OccurrenceDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<OccurrenceDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>Why an occurrence falls due: something is to be delivered, or word is wanted on work without a date.</summary>
[JsonConverter(typeof(NamedValue<OccurrenceKind>))]
public enum OccurrenceKind
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Delivery,

    Review,
}

/// <summary>One organisation with the other names it goes by and the memberships you may see.</summary>
public sealed record OrganisationDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What an organisation is: a council, or several acting together.</summary>
    public required OrganisationKind Kind { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? GssCode { get; init; }

    /// <summary>Other codes and names by which plans call it.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>A partnership that shows its members each other's headlines.</summary>
    public required bool SharesHeadlines { get; init; }

    /// <summary>Who belongs to whom, from when to when.</summary>
    public required IReadOnlyList<MembershipRow> Memberships { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>An export of the whole organisation that was asked for.</summary>
public sealed record OrganisationExport
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where the file is.</summary>
    public required string Href { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be fetched.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What an organisation is: a council, or several acting together.</summary>
[JsonConverter(typeof(NamedValue<OrganisationKind>))]
public enum OrganisationKind
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Authority,

    Partnership,
}

/// <summary>An organisation, as any other that works with it may see it.</summary>
public sealed record OrganisationRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>An authority or a partnership.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>The short code that plans use: BDC.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The Office for National Statistics' code; authorities only.</summary>
    public string? GssCode { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record OrganisationRowPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<OrganisationRow> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>How many parts of one kind stay as they are, come, change, come back or are no longer in the document.</summary>
public sealed record PartCounts
{
    public required int Same { get; init; }

    public required int Added { get; init; }

    public required int Changed { get; init; }

    public required int Returned { get; init; }

    public required int Gone { get; init; }
}

/// <summary>Reminders put off. Your own authority's alone.</summary>
public sealed record PauseDetail
{
    /// <summary>The day from which to be reminded again.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The credential that put them off: a fact.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Whom it said it did so for: an assertion.</summary>
    public string? OnBehalfOf { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>What a column of any plan's table can mean.</summary>
[JsonConverter(typeof(NamedValue<PlanColumn>))]
public enum PlanColumn
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    ThemeNumber,

    Theme,

    Reference,

    Commitment,

    Action,

    Responsible,

    Outcome,

    Measures,

    Target,

    CrossReference,

    Resources,

    Barriers,

    Stakeholders,

    Milestones,

    Related,

    PsedAims,

    ProtectedCharacteristics,

    Status,

    Update,

    Note,
}

/// <summary>How much a plan holds.</summary>
public sealed record PlanCounts
{
    /// <summary>Headings.</summary>
    public required int Themes { get; init; }

    /// <summary>Numbered promises, those without an action included.</summary>
    public required int Commitments { get; init; }

    /// <summary>Rows of work.</summary>
    public required int Actions { get; init; }

    /// <summary>One for each action and authority that answers for it.</summary>
    public required int Assignments { get; init; }

    /// <summary>Actions for which no authority answers.</summary>
    public required int Unassigned { get; init; }
}

/// <summary>What a document would change in a live plan, in the document's order; what is the same is only counted.</summary>
public sealed record PlanDifference
{
    public required IReadOnlyList<PlanPartDifference> Parts { get; init; }

    /// <summary>How much of a plan a document would change.</summary>
    public required DifferenceCounts Counts { get; init; }

    /// <summary>Stands for exactly this difference: whoever applies it says that this is what they saw.</summary>
    public required string Fingerprint { get; init; }

    public required bool IsNothing { get; init; }
}

/// <summary>Something that a plan says beside its columns, under a heading of its own: "Evidence", "Contact".</summary>
public sealed record PlanNote
{
    /// <summary>What the plan calls it.</summary>
    public required string Heading { get; init; }

    /// <summary>What it says, word for word.</summary>
    public required string Text { get; init; }
}

/// <summary>A part of a plan.</summary>
[JsonConverter(typeof(NamedValue<PlanPart>))]
public enum PlanPart
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Theme,

    Commitment,

    Action,

    Milestone,
}

/// <summary>One part of a plan that a document would change.</summary>
public sealed record PlanPartDifference
{
    /// <summary>What becomes of a part of the plan.</summary>
    public required DifferenceKind Change { get; init; }

    /// <summary>The live part's id; null for one that is added.</summary>
    public Guid? Id { get; init; }

    /// <summary>The theme's number, the commitment's reference as it will be, the action's as it is; of a milestone its action's.</summary>
    public string? Reference { get; init; }

    /// <summary>Its title or its words, as the document has them; of what is gone, as they are.</summary>
    public string? Text { get; init; }

    /// <summary>What it is a part of.</summary>
    public required PlanPart Part { get; init; }

    /// <summary>What tells that the two are one; null for what is added or gone.</summary>
    public MatchedBy? MatchedBy { get; init; }

    /// <summary>How alike their words are, from 0 to 1; null for what is added or gone.</summary>
    public double? Likeness { get; init; }

    /// <summary>What it says now and what it will say; none for what is added or gone.</summary>
    public required IReadOnlyList<FieldDifference> Fields { get; init; }

    /// <summary>Where the document has it; null for what is gone, and for themes.</summary>
    public SourcePlace? Source { get; init; }

    /// <summary>Of an action that is live: how many authorities have reported on it. Their reports stay, whatever becomes of it.</summary>
    public int? Reported { get; init; }
}

/// <summary>Where the plan itself said that an action stood. It is history: the authorities report for themselves, and may say the same.</summary>
public sealed record PlanStatusDetail
{
    /// <summary>The status that its words mean; left out where they name none.</summary>
    public AssignmentStatus? Status { get; init; }

    /// <summary>Its words: "Dec 2013-Completed".</summary>
    public required string Text { get; init; }
}

/// <summary>A web origin of your organisation's portal.</summary>
public sealed record PortalOriginDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Scheme, host and port, as browsers send it.</summary>
    public required string Origin { get; init; }

    /// <summary>The credential that registered it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record PortalOriginDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<PortalOriginDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>A portal whose pages are to call the API.</summary>
public sealed record PortalOriginWanted
{
    /// <summary>Where its pages come from, without a path: https://portal.example.org. http is taken for localhost alone, to develop with.</summary>
    public required string Origin { get; init; }
}

/// <summary>A responsible role at an authority. Partnerships see this much and never who holds it.</summary>
public sealed record PostDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The authority whose post it is.</summary>
    public required Guid AuthorityId { get; init; }

    /// <summary>Its title, unique at the authority.</summary>
    public required string Title { get; init; }

    /// <summary>Other words by which plans call it.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>It answers where no other post does; one at each authority.</summary>
    public required bool EqualityLead { get; init; }

    /// <summary>What stays overdue is passed on to it; as many posts as the equality group has.</summary>
    public required bool EqualityGroup { get; init; }

    /// <summary>Nobody holds it.</summary>
    public required bool Vacant { get; init; }

    /// <summary>The first day without a holder; null while it is held.</summary>
    public DateOnly? VacantSince { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record PostDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<PostDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>What can be said of a post.</summary>
public sealed record PostEdit
{
    /// <summary>Its title, unique at the authority.</summary>
    public required string Title { get; init; }

    /// <summary>Other words by which plans call it; they are suggested when roles are mapped.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>It answers where no other post does; one at each authority.</summary>
    public bool? EqualityLead { get; init; }

    /// <summary>What stays overdue is passed on to it; as many posts as the equality group has.</summary>
    public bool? EqualityGroup { get; init; }
}

/// <summary>Who holds a post, or deputises in it, from a day to a day, both inclusive. Your own organisation's only.</summary>
public sealed record PostHolderDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The post's id.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The person; the same in each post that they hold.</summary>
    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    /// <summary>A mail server has said that no message can reach the address.</summary>
    public required bool AddressRefused { get; init; }

    /// <summary>The person has stopped daily messages; they go to the deputy or the equality lead. What escalates still reaches the person.</summary>
    public required bool DigestsOff { get; init; }

    public required bool Deputy { get; init; }

    public required DateOnly FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record PostHolderDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<PostHolderDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>What can be changed of a holding. Another person is another holding.</summary>
public sealed record PostHolderPatch
{
    /// <summary>The last day; null while it lasts.</summary>
    public Patched<DateOnly?> ToOn { get; init; }
}

/// <summary>Somebody who takes up a post, or deputises in it.</summary>
public sealed record PostHolderWanted
{
    /// <summary>The person's name, as reminders greet them.</summary>
    public required string Name { get; init; }

    /// <summary>Their e-mail address. Somebody known by it already keeps their other posts and takes this name.</summary>
    public required string Address { get; init; }

    /// <summary>They stand in when the post is vacant or its holder cannot be reached.</summary>
    public bool? Deputy { get; init; }

    /// <summary>The first day; today unless said.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day; null while it lasts.</summary>
    public DateOnly? ToOn { get; init; }
}

/// <summary>What can be said of a post.</summary>
public sealed record PostPatch
{
    /// <summary>Its title, unique at the authority.</summary>
    public Patched<string> Title { get; init; }

    /// <summary>Other words by which plans call it; they are suggested when roles are mapped.</summary>
    public Patched<IReadOnlyList<string>?> Aliases { get; init; }

    /// <summary>It answers where no other post does; one at each authority.</summary>
    public Patched<bool> EqualityLead { get; init; }

    /// <summary>What stays overdue is passed on to it; as many posts as the equality group has.</summary>
    public Patched<bool> EqualityGroup { get; init; }
}

/// <summary>What the file changed. Sending it again changes nothing.</summary>
public sealed record PostsImported
{
    /// <summary>The rows of the file.</summary>
    public required int Rows { get; init; }

    /// <summary>Posts that were not there yet.</summary>
    public required int Created { get; init; }

    /// <summary>Posts whose aliases or marks changed.</summary>
    public required int Changed { get; init; }

    /// <summary>People who took up a post.</summary>
    public required int HoldersAdded { get; init; }

    /// <summary>People who were followed by another.</summary>
    public required int HoldersEnded { get; init; }

    /// <summary>People who deputise in a post from now on.</summary>
    public required int DeputiesAdded { get; init; }
}

/// <summary>A message that would go out.</summary>
public sealed record PreviewedDigest
{
    public required string Recipient { get; init; }

    public required string RecipientName { get; init; }

    public required string Subject { get; init; }

    /// <summary>How many occurrences it is about.</summary>
    public required int Lines { get; init; }

    /// <summary>Its plain text, as it would be read.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML.</summary>
    public required string Html { get; init; }
}

/// <summary>Why a request was refused (RFC 9457). Branch on the code, which is stable; show the detail to a person.</summary>
public sealed record Problem
{
    /// <summary>Where the code is explained: `/problems/{code}`.</summary>
    public required string Type { get; init; }

    /// <summary>The code in words, always the same.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What was wrong with this request, and what to do about it.</summary>
    public required string Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    public required string Instance { get; init; }

    /// <summary>Stable and kebab-case; every code is at `/problems/{code}`.</summary>
    public required string Code { get; init; }

    /// <summary>Names the request in our log; quote it when you report a fault.</summary>
    public required string TraceId { get; init; }

    /// <summary>The fields that are wrong; left out when the refusal is about none.</summary>
    public IReadOnlyList<ProblemField>? Errors { get; init; }
}

/// <summary>One field that is wrong.</summary>
public sealed record ProblemField
{
    /// <summary>Where it stands: a JSON pointer into the body (`#/target`), or a parameter's name.</summary>
    public required string Pointer { get; init; }

    /// <summary>Stable and kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Detail { get; init; }
}

/// <summary>A problem's code and what it means.</summary>
public sealed record ProblemKind
{
    public required string Code { get; init; }

    public required string Title { get; init; }
}

/// <summary>Whether a problem stops a plan from being applied.</summary>
[JsonConverter(typeof(NamedValue<ProblemSeverity>))]
public enum ProblemSeverity
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Warning,

    Error,
}

/// <summary>What an authority reports on its assignment.</summary>
public sealed record ProgressEntry
{
    /// <summary>notStarted, onTrack, atRisk, offTrack, completed or notApplicable.</summary>
    public required AssignmentStatus Status { get; init; }

    /// <summary>What was done and what comes next.</summary>
    public string? Narrative { get; init; }

    /// <summary>What shows it: at most 20 links.</summary>
    public IReadOnlyList<EvidenceEntry>? Evidence { get; init; }

    /// <summary>Who may read it: private (the authority alone), partnership or public; your organisation's default unless given.</summary>
    public Tier? Tier { get; init; }

    /// <summary>With completed: the delivery that is done, on a recurring assignment or of a milestone; the earliest open one unless given.</summary>
    public Guid? OccurrenceId { get; init; }

    /// <summary>With completed: the whole assignment is done, whatever dates are still ahead.</summary>
    public bool? Finished { get; init; }

    /// <summary>With notApplicable: why. The owner reads it.</summary>
    public string? Reason { get; init; }
}

/// <summary>How far one authority is with an action.</summary>
public sealed record ProgressExport
{
    /// <summary>The authority's code.</summary>
    public required string Authority { get; init; }

    /// <summary>What the plan says of its part; null for most.</summary>
    public string? Qualifier { get; init; }

    /// <summary>The status in words, with what dates add to it: "On track, overdue".</summary>
    public required string Status { get; init; }

    /// <summary>The authority's own target, where it has one.</summary>
    public string? OwnTarget { get; init; }

    /// <summary>The earliest open delivery; null where there is none.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>The day, in London, of the latest update shown.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>What that update says; null where none may be shown.</summary>
    public string? Narrative { get; init; }
}

/// <summary>One report, and the assignment that it is on.</summary>
public sealed record ProgressItem
{
    /// <summary>The assignment's id; or give schemeId and reference.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>With reference: the scheme that your authority's assignment is in.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>With schemeId: the action's reference, "1.2/3".</summary>
    public string? Reference { get; init; }

    /// <summary>The version of the assignment that you hold; it is refused where that is no longer the one kept. Not checked unless given.</summary>
    public int? Version { get; init; }

    /// <summary>What to report, as for a single one.</summary>
    public required ProgressEntry Update { get; init; }
}

/// <summary>What became of one report.</summary>
public sealed record ProgressItemResult
{
    /// <summary>Which of the items sent, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>201 where it was recorded; otherwise the status with which a single one would have been refused.</summary>
    public required int Status { get; init; }

    /// <summary>The assignment; null where the item names none that there is.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>The update that it became; null where it was refused.</summary>
    public Guid? UpdateId { get; init; }

    /// <summary>What the assignment says now; left out where it was refused.</summary>
    public AssignmentStatus? AssignmentStatus { get; init; }

    /// <summary>The assignment's version now; null where it was refused.</summary>
    public int? Version { get; init; }

    /// <summary>Why it was refused; left out where it was recorded.</summary>
    public ItemProblem? Problem { get; init; }
}

/// <summary>An update, and the assignment as it stands now.</summary>
public sealed record ProgressRecorded
{
    /// <summary>What was recorded.</summary>
    public required ProgressUpdateDetail Update { get; init; }

    /// <summary>The assignment with it.</summary>
    public required AssignmentDetail Assignment { get; init; }
}

/// <summary>What an authority reported.</summary>
public sealed record ProgressUpdateDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The assignment's id.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The delivery that it closed; null when it closed none.</summary>
    public Guid? OccurrenceId { get; init; }

    /// <summary>What an authority says of its part. Overdue, due soon, not updated and no target are never said: they are
    /// derived from dates.</summary>
    public required AssignmentStatus Status { get; init; }

    public required bool Finished { get; init; }

    /// <summary>In the authority's words; null when it gave none or has retracted it.</summary>
    public string? Narrative { get; init; }

    /// <summary>What shows it; empty once retracted.</summary>
    public required IReadOnlyList<EvidenceLink> Evidence { get; init; }

    /// <summary>Who may read it: private, partnership or public.</summary>
    public required Tier Tier { get; init; }

    /// <summary>The credential that reported: a fact.</summary>
    public required string ReportedBy { get; init; }

    /// <summary>Whom it said it reported for: an assertion.</summary>
    public string? OnBehalfOf { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public string? NarrowedReason { get; init; }

    public DateTimeOffset? RetractedAt { get; init; }

    /// <summary>Why it was retracted; null while it stands.</summary>
    public string? RetractedReason { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record ProgressUpdateDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<ProgressUpdateDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>The nine protected characteristics (Equality Act 2010, section 4).</summary>
[JsonConverter(typeof(NamedValue<ProtectedCharacteristic>))]
public enum ProtectedCharacteristic
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Age,

    Disability,

    GenderReassignment,

    MarriageAndCivilPartnership,

    PregnancyAndMaternity,

    Race,

    ReligionOrBelief,

    Sex,

    SexualOrientation,
}

/// <summary>The three aims of the public sector equality duty (Equality Act 2010, section 149(1)).</summary>
[JsonConverter(typeof(NamedValue<PsedAim>))]
public enum PsedAim
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    EliminateDiscrimination,

    AdvanceEquality,

    FosterGoodRelations,
}

/// <summary>What a column was taken for.</summary>
public sealed record ReadColumn
{
    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    /// <summary>As written; empty where it has none.</summary>
    public required string Heading { get; init; }

    /// <summary>What a column of any plan's table can mean.</summary>
    public required PlanColumn TakenFor { get; init; }

    /// <summary>How sure the reader is of what a column means.</summary>
    public required ColumnCertainty Certainty { get; init; }
}

/// <summary>How a table was taken.</summary>
public sealed record ReadTable
{
    /// <summary>Its place among the document's tables, from 1.</summary>
    public required int Table { get; init; }

    /// <summary>What a person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the row taken as its header; null where it has none.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>The earlier table whose columns it shares, since it goes on with it on another page.</summary>
    public int? Continues { get; init; }

    /// <summary>Its columns from left to right; none for a table left out.</summary>
    public required IReadOnlyList<ReadColumn> Columns { get; init; }

    /// <summary>How many rows below the header were read.</summary>
    public required int Rows { get; init; }

    /// <summary>Why it is no part of the plan; null where it is.</summary>
    public string? LeftOut { get; init; }
}

/// <summary>Whether the process can answer.</summary>
public sealed record Readiness
{
    /// <summary>ready, degraded when it answers but work fails or nobody does it, or notReady.</summary>
    public required string Status { get; init; }

    /// <summary>Whether the database answers, and has been migrated.</summary>
    public required string Database { get; init; }

    /// <summary>Whether reminders can be sent, and if not, why.</summary>
    public required string Mail { get; init; }

    /// <summary>The kinds of work that fail or wait too long; empty when all is well.</summary>
    public required IReadOnlyList<WorkReadiness> Work { get; init; }
}

/// <summary>Why something is taken back; those concerned read it.</summary>
public sealed record ReasonGiven
{
    /// <summary>In a sentence or two.</summary>
    public required string Reason { get; init; }
}

/// <summary>Whose attention a reminder asks for: those who do the work, and in turn those to whom it is passed on when it stays overdue.</summary>
[JsonConverter(typeof(NamedValue<ReminderAudience>))]
public enum ReminderAudience
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Responsible,

    Lead,

    Group,
}

/// <summary>When your organisation is reminded.</summary>
public sealed record ReminderPolicies
{
    /// <summary>What holds for every scheme without a policy of its own: yours, or the built-in one.</summary>
    public required ReminderPolicyDetail Default { get; init; }

    /// <summary>The policies that you have set.</summary>
    public required IReadOnlyList<ReminderPolicyDetail> Items { get; init; }
}

/// <summary>When an organisation reminds: of one scheme, or of all that have no policy of their own.</summary>
public sealed record ReminderPolicyDetail
{
    /// <summary>Its id; null for the built-in default, which cannot be changed.</summary>
    public Guid? Id { get; init; }

    /// <summary>The scheme it is for; null for all others.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>Days from the day due, negative before it, for what is to be delivered.</summary>
    public required IReadOnlyList<int> DeliveryOffsets { get; init; }

    /// <summary>After the last of them, again every so many days; null for never.</summary>
    public int? DeliveryRepeatDays { get; init; }

    /// <summary>Days from the end of a review period, for work without a date.</summary>
    public required IReadOnlyList<int> ReviewOffsets { get; init; }

    /// <summary>What is so many days overdue is passed on to the equality lead, and again with each repeat; null for never.</summary>
    public int? LeadAfterDays { get; init; }

    /// <summary>The same for the posts of the equality group.</summary>
    public int? GroupAfterDays { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>When to remind.</summary>
public sealed record ReminderPolicyEdit
{
    /// <summary>The scheme it is for; null for all that have none of their own.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>Days from the day due, negative before it; an empty list reminds of no delivery.</summary>
    public required IReadOnlyList<int> DeliveryOffsets { get; init; }

    /// <summary>After the last of them, again every so many days; null for never.</summary>
    public int? DeliveryRepeatDays { get; init; }

    /// <summary>Days from the end of a review period; an empty list reminds of no review.</summary>
    public required IReadOnlyList<int> ReviewOffsets { get; init; }

    /// <summary>What is so many days overdue is passed on to the equality lead, and again with each repeat; 14 unless said, null for never.</summary>
    public int? LeadAfterDays { get; init; }

    /// <summary>The same for the posts of the equality group, not before the lead; 28 unless said, null for never.</summary>
    public int? GroupAfterDays { get; init; }
}

/// <summary>What would go out on a day, if nothing were done or sent until then.</summary>
public sealed record ReminderPreview
{
    public required DateOnly Date { get; init; }

    /// <summary>Nothing goes out on other days: it goes on the working day before.</summary>
    public required bool WorkingDay { get; init; }

    /// <summary>How many reminders would become owed.</summary>
    public required int Owed { get; init; }

    /// <summary>How many of those owed already would stop, because the work is done or moved.</summary>
    public required int Stopped { get; init; }

    /// <summary>How many would find nobody to read them.</summary>
    public required int NoRecipient { get; init; }

    /// <summary>The messages, one a person.</summary>
    public required IReadOnlyList<PreviewedDigest> Digests { get; init; }
}

/// <summary>One message owed about one occurrence, at one offset, to one audience. Your own organisation's only.</summary>
public sealed record ReminderRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The scheme's id.</summary>
    public required Guid SchemeId { get; init; }

    /// <summary>The assignment's id.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The occurrence's id.</summary>
    public required Guid OccurrenceId { get; init; }

    /// <summary>Why an occurrence falls due: something is to be delivered, or word is wanted on work without a date.</summary>
    public required OccurrenceKind Kind { get; init; }

    /// <summary>The day that was reminded of.</summary>
    public required DateOnly DueBy { get; init; }

    /// <summary>The offset: negative before that day, positive after.</summary>
    public required int DaysFromDue { get; init; }

    /// <summary>Whose attention a reminder asks for: those who do the work, and in turn those to whom it is passed on when it stays overdue.</summary>
    public required ReminderAudience Audience { get; init; }

    /// <summary>The post that answers; null when it goes to the equality lead because none does.</summary>
    public Guid? PostId { get; init; }

    /// <summary>The working day on which it was to go out.</summary>
    public required DateOnly OwedOn { get; init; }

    /// <summary>owed, inDigest, stopped because the work was, or noRecipient: nobody could be found, and it is tried again each working day.</summary>
    public required ReminderState State { get; init; }

    /// <summary>The digest that it went out in.</summary>
    public Guid? DigestId { get; init; }

    /// <summary>Why this person, why it stopped, or why nobody.</summary>
    public string? Why { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record ReminderRowPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<ReminderRow> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>ReminderState.</summary>
[JsonConverter(typeof(NamedValue<ReminderState>))]
public enum ReminderState
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Owed,

    InDigest,

    Stopped,

    NoRecipient,
}

/// <summary>How the role is mapped now.</summary>
public sealed record RoleMapped
{
    public required string Role { get; init; }

    public required string Written { get; init; }

    /// <summary>The post's id.</summary>
    public Guid? PostId { get; init; }
}

/// <summary>A responsible role that plans name, and which of your posts it means.</summary>
public sealed record RoleMappingDetail
{
    /// <summary>The role, folded: case, dashes and a plural's "s" make no difference.</summary>
    public required string Role { get; init; }

    /// <summary>The role as a plan writes it.</summary>
    public required string Written { get; init; }

    /// <summary>How many of your open assignments name it.</summary>
    public required int Assignments { get; init; }

    /// <summary>"All officers ...": it goes to the equality lead, never to a post.</summary>
    public required bool NamesEverybody { get; init; }

    /// <summary>The post it means; null while nobody has said.</summary>
    public Guid? PostId { get; init; }

    /// <summary>The post whose title or alias reads the same; null when none or several do, or when it is mapped already.</summary>
    public Guid? SuggestedPostId { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record RoleMappingDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<RoleMappingDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>Your word that a role in plans is this post of yours.</summary>
public sealed record RoleMappingEdit
{
    /// <summary>The role, as a plan writes it or folded.</summary>
    public required string Role { get; init; }

    /// <summary>One of your posts; null takes the mapping back.</summary>
    public Guid? PostId { get; init; }
}

/// <summary>What is wrong at one place of a source table and how to put it right.
/// Without a row it is about the table as a whole; the column is named as in its heading.</summary>
public sealed record RowProblem
{
    public int? Row { get; init; }

    public string? Column { get; init; }

    public required string Code { get; init; }

    /// <summary>Whether a problem stops a plan from being applied.</summary>
    public required ProblemSeverity Severity { get; init; }

    public required string Text { get; init; }

    public string? Suggestion { get; init; }

    /// <summary>Which table of the file, counted from 1; null where it is about the file, or the file is one table.</summary>
    public int? Table { get; init; }
}

/// <summary>A scheme.</summary>
public sealed record SchemeDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people quote: "LEICS-2026".</summary>
    public required string Reference { get; init; }

    public required string Title { get; init; }

    /// <summary>The organisation it belongs to.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>The edition of the Equality Framework for Local Government that its themes follow; null when it follows none.</summary>
    public string? FrameworkEdition { get; init; }

    /// <summary>How far a scheme has come. Work is reported on, and reminders are owed, only while it is in force.</summary>
    public required SchemeStage Stage { get; init; }

    /// <summary>The security classification it is handled under.</summary>
    public required Marking Marking { get; init; }

    /// <summary>Months between reviews of work without a date.</summary>
    public required int ReviewMonths { get; init; }

    /// <summary>1 for the first of its line.</summary>
    public required int Edition { get; init; }

    /// <summary>The scheme it carries on from; null for a first one.</summary>
    public Guid? ContinuesSchemeId { get; init; }

    /// <summary>Made up to show the product.</summary>
    public required bool Sample { get; init; }

    /// <summary>The text around the plan's tables, where it came in as a document; null where there was none.</summary>
    public string? Narrative { get; init; }

    /// <summary>Its headings, in order.</summary>
    public required IReadOnlyList<ThemeRow> Themes { get; init; }

    /// <summary>How many commitments it holds, those withdrawn left out.</summary>
    public required int Commitments { get; init; }

    /// <summary>How many actions it holds, those withdrawn left out.</summary>
    public required int Actions { get; init; }

    /// <summary>How many of them no authority answers for.</summary>
    public required int UnassignedActions { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A plan with its progress, as the JSON export holds it.</summary>
public sealed record SchemeExport
{
    /// <summary>The scheme's id.</summary>
    public required Guid SchemeId { get; init; }

    /// <summary>What people quote: "LEICS-2026".</summary>
    public required string Reference { get; init; }

    /// <summary>The scheme's title.</summary>
    public required string Title { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>The day, in London, on which it was written.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Its headings in order, each with what stands under it.</summary>
    public required IReadOnlyList<ThemeExport> Themes { get; init; }
}

/// <summary>What can be changed of a scheme.</summary>
public sealed record SchemePatch
{
    public Patched<string> Title { get; init; }

    /// <summary>Forward stage by stage or back, until it is in force; then only closed, for good.</summary>
    public Patched<SchemeStage> Stage { get; init; }

    /// <summary>The government security classification that a scheme is handled under.</summary>
    public Patched<Marking> Marking { get; init; }

    /// <summary>The edition of the Equality Framework for Local Government that its themes follow.</summary>
    public Patched<string?> FrameworkEdition { get; init; }
}

/// <summary>A scheme in a list.</summary>
public sealed record SchemeRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people quote: "LEICS-2026".</summary>
    public required string Reference { get; init; }

    public required string Title { get; init; }

    /// <summary>The organisation it belongs to.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>How far a scheme has come. Work is reported on, and reminders are owed, only while it is in force.</summary>
    public required SchemeStage Stage { get; init; }

    /// <summary>Made up to show the product.</summary>
    public required bool Sample { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record SchemeRowPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<SchemeRow> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>How far a scheme has come. Work is reported on, and reminders are owed, only while it is in force.</summary>
[JsonConverter(typeof(NamedValue<SchemeStage>))]
public enum SchemeStage
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Draft,

    InConsultation,

    Approved,

    InForce,

    Closed,
}

/// <summary>The service, and where to go from here.</summary>
public sealed record ServiceDetail
{
    /// <summary>What it is.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the API, as in its paths.</summary>
    public required string Version { get; init; }

    /// <summary>The day of the newest entry in the changelog.</summary>
    public required DateOnly ChangedOn { get; init; }

    /// <summary>How much may be asked.</summary>
    public required ServiceLimits RateLimits { get; init; }

    /// <summary>Where to go from here, by what it is.</summary>
    public required ServiceLinks Links { get; init; }
}

/// <summary>How much may be asked of each process of the service. The RateLimit headers of each answer say how much is left.</summary>
public sealed record ServiceLimits
{
    /// <summary>Requests of one credential in a window.</summary>
    public required int PerCredential { get; init; }

    /// <summary>Requests without a valid credential from one address in a window.</summary>
    public required int PerAddress { get; init; }

    /// <summary>How long a window is.</summary>
    public required int WindowSeconds { get; init; }
}

/// <summary>Where to go from here.</summary>
public sealed record ServiceLinks
{
    /// <summary>This.</summary>
    public required string Self { get; init; }

    /// <summary>The manual, for people.</summary>
    public required string Docs { get; init; }

    /// <summary>The manual, for programs: an OpenAPI document.</summary>
    public required string OpenApi { get; init; }

    /// <summary>What changed, and when.</summary>
    public required string Changelog { get; init; }

    /// <summary>The rate limits and the other conventions, in the manual.</summary>
    public required string Limits { get; init; }

    /// <summary>Whether the service can answer.</summary>
    public required string Health { get; init; }

    /// <summary>Who you are and what you may do; takes your credential.</summary>
    public required string Me { get; init; }
}

/// <summary>What an organisation has chosen for itself.</summary>
public sealed record SettingsDetail
{
    /// <summary>Who reads a progress update that names no tier.</summary>
    public required Tier DefaultTier { get; init; }

    /// <summary>The name that reminders come from; null for the organisation's own.</summary>
    public string? MailFromName { get; init; }

    /// <summary>Where answers to reminders go; null for nowhere.</summary>
    public string? MailReplyTo { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>What can be changed.</summary>
public sealed record SettingsPatch
{
    /// <summary>Who reads a progress update that names no tier: `private` or `partnership`.</summary>
    public Patched<Tier> DefaultTier { get; init; }

    /// <summary>The name that reminders come from; null for the organisation's own.</summary>
    public Patched<string?> MailFromName { get; init; }

    /// <summary>Where answers to reminders go; null for nowhere.</summary>
    public Patched<string?> MailReplyTo { get; init; }
}

/// <summary>What an occurrence's status is for people: a review left open past its period is missed.</summary>
[JsonConverter(typeof(NamedValue<ShownOccurrenceStatus>))]
public enum ShownOccurrenceStatus
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Open,

    Completed,

    Missed,

    Cancelled,
}

/// <summary>An assignment that is overdue, or whose target was moved later than first agreed.</summary>
public sealed record SlippageRow
{
    /// <summary>The assignment's id.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The action's id.</summary>
    public required Guid ActionId { get; init; }

    /// <summary>The action's reference: "1.2/3".</summary>
    public required string Reference { get; init; }

    /// <summary>What is required, as the plan says it now.</summary>
    public required string Action { get; init; }

    /// <summary>The authority's id.</summary>
    public required Guid AuthorityId { get; init; }

    /// <summary>Its short code: BDC.</summary>
    public required string AuthorityCode { get; init; }

    /// <summary>Its name.</summary>
    public required string AuthorityName { get; init; }

    /// <summary>What the authority had last reported by the day.</summary>
    public required AssignmentStatus Status { get; init; }

    /// <summary>When it was due, as the target stood on the day; null when the date has been given up.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>The day first agreed.</summary>
    public DateOnly? BaselineDueBy { get; init; }

    /// <summary>Days from due to the day asked for; 0 when it is not overdue.</summary>
    public required int DaysOverdue { get; init; }

    /// <summary>Since when it is the board's to take up: 28 days after it was due, whatever the authority's own reminders say; null until then.</summary>
    public DateOnly? EscalatedOn { get; init; }

    /// <summary>Days from the baseline to the due day; 0 when it was not moved later, null when the date has been given up.</summary>
    public int? DaysSlipped { get; init; }

    /// <summary>How often its due day was moved by the day, either way; null where you may not read its moves.</summary>
    public int? TimesMoved { get; init; }

    /// <summary>Why the target was last changed; null when it never was, or where you may not read it.</summary>
    public string? LastReason { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record SlippageRowPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<SlippageRow> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>Until when to be left alone, and why.</summary>
public sealed record SnoozeWanted
{
    /// <summary>The day from which to be reminded again.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>In a sentence or two. Only your own authority reads it.</summary>
    public required string Reason { get; init; }
}

/// <summary>Where a person finds it in the file: the table, counted from 1, and the row under its number there.</summary>
public sealed record SourcePlace
{
    public required int Table { get; init; }

    public required int Row { get; init; }
}

/// <summary>The headline over a time: what the board counted then.</summary>
public sealed record StateDetail
{
    /// <summary>What an authority says of its part. Overdue, due soon, not updated and no target are never said: they are
    /// derived from dates.</summary>
    public required AssignmentStatus Status { get; init; }

    public DateOnly? DueBy { get; init; }

    public DateOnly? ReviewBy { get; init; }

    public DateOnly? LastReportedOn { get; init; }

    public required bool NoTarget { get; init; }

    public required bool Withdrawn { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Null for the one that stands.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>What a person says about one table.</summary>
public sealed record TableMapping
{
    /// <summary>The table, counted from 1; null for all that are not named by themselves.</summary>
    public int? Table { get; init; }

    /// <summary>It is no part of the plan: its words are kept as the scheme's text.</summary>
    public required bool LeaveOut { get; init; }

    /// <summary>The number of its header row; null for what the reader finds.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>What columns mean; those not named mean what the reader finds.</summary>
    public IReadOnlyList<MappedColumn>? Columns { get; init; }
}

/// <summary>Another reading that a target's words could bear, beside the one that the rules chose.</summary>
public sealed record TargetDateAlternative
{
    /// <summary>What sort of answer the text would give.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>How exactly the text would name its dates.</summary>
    public required TargetPrecision Precision { get; init; }

    /// <summary>The first day it might happen, inclusive.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day it might happen, inclusive; of a recurring target, the first such day.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>How it would repeat: RFC 5545 RRULE text.</summary>
    public string? Recurrence { get; init; }

    /// <summary>The review cadence it would ask for: an ISO 8601 duration in months, such as P3M.</summary>
    public string? ReviewEvery { get; init; }

    /// <summary>What it would wait for.</summary>
    public string? Event { get; init; }
}

/// <summary>What the text means.</summary>
public sealed record TargetDateReading
{
    /// <summary>One for each date that the text holds; exactly one for most.</summary>
    public required IReadOnlyList<TargetDateRecord> Targets { get; init; }

    /// <summary>The same in plain words.</summary>
    public required string Wording { get; init; }
}

/// <summary>A target laid flat, as it is stored and answered: nothing of its meaning is lost on the way there and back.</summary>
public sealed record TargetDateRecord
{
    /// <summary>The text as written.</summary>
    public required string Text { get; init; }

    /// <summary>What sort of answer the text gives.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>How exactly the text named its dates.</summary>
    public required TargetPrecision Precision { get; init; }

    /// <summary>The first day it may happen, inclusive.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>The last day it may happen, inclusive; of a recurring target, the first such day.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>How it repeats: RFC 5545 RRULE text.</summary>
    public string? Recurrence { get; init; }

    /// <summary>The review cadence that the text asks for: an ISO 8601 duration in months, such as P3M.</summary>
    public string? ReviewEvery { get; init; }

    /// <summary>What it waits for, or where else the date stands.</summary>
    public string? Event { get; init; }

    /// <summary>The authorities it applies to, as written; empty means all.</summary>
    public required IReadOnlyList<string> AppliesTo { get; init; }

    /// <summary>Something was inferred by a convention.</summary>
    public required bool Derived { get; init; }

    /// <summary>What else the words could mean, where a convention had to choose; empty for most.</summary>
    public required IReadOnlyList<TargetDateAlternative> Alternatives { get; init; }
}

/// <summary>A target as somebody writes it.</summary>
public sealed record TargetDateText
{
    /// <summary>The text: "autumn 2011", "On-going", "December 2026 and yearly thereafter".</summary>
    public string? Text { get; init; }

    /// <summary>The year in which the plan's financial year begins, for quarters written without one.</summary>
    public int? PlanYear { get; init; }

    /// <summary>The cross-reference beside it, where groups of authorities have dates of their own.</summary>
    public string? AppliesTo { get; init; }
}

/// <summary>What sort of answer a target gives to "when?".</summary>
[JsonConverter(typeof(NamedValue<TargetKind>))]
public enum TargetKind
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Date,

    Month,

    Season,

    Quarter,

    FinancialYear,

    Year,

    Between,

    Starting,

    Recurring,

    Ongoing,

    AfterEvent,

    Varies,

    SeeElsewhere,

    ToBeConfirmed,

    Completed,

    None,

    Unreadable,
}

/// <summary>A target that was changed, by whom and why.</summary>
public sealed record TargetMoveDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation that moved it.</summary>
    public required Guid MovedBy { get; init; }

    public string? FromText { get; init; }

    public string? ToText { get; init; }

    public DateOnly? FromDueBy { get; init; }

    public DateOnly? ToDueBy { get; init; }

    /// <summary>From the earlier due day to the later; negative when it came forward, null where either has no date.</summary>
    public int? DaysSlipped { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset MovedAt { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record TargetMoveDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<TargetMoveDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>A target that moved, and the assignment as it stands now.</summary>
public sealed record TargetMoved
{
    /// <summary>What moved.</summary>
    public required TargetMoveDetail Move { get; init; }

    /// <summary>The assignment with it.</summary>
    public required AssignmentDetail Assignment { get; init; }
}

/// <summary>How exactly the text named its dates; the window may be no finer than this.</summary>
[JsonConverter(typeof(NamedValue<TargetPrecision>))]
public enum TargetPrecision
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    None,

    Day,

    Month,

    Quarter,

    Season,

    FinancialYear,

    Year,
}

/// <summary>The authority's own target.</summary>
public sealed record TargetWanted
{
    /// <summary>When, as you would write it: "31 March 2027"; null to go back to the shared target.</summary>
    public string? Target { get; init; }

    /// <summary>Why. The owner reads it.</summary>
    public required string Reason { get; init; }
}

/// <summary>A heading of a scheme.</summary>
public sealed record ThemeDetail
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation that owns the plan.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The scheme's id.</summary>
    public required Guid SchemeId { get; init; }

    /// <summary>As the plan numbers it; null when it does not.</summary>
    public string? Number { get; init; }

    /// <summary>The words it numbers it with, where they are more than the number: "Equality Priority 2".</summary>
    public string? Label { get; init; }

    public required string Title { get; init; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was withdrawn; null while it stands.</summary>
    public string? WithdrawnReason { get; init; }

    /// <summary>Counts its changes.</summary>
    public required int Version { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record ThemeDetailPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<ThemeDetail> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>A heading, as its owner writes it.</summary>
public sealed record ThemeEdit
{
    /// <summary>As the plan numbers it; null when it does not.</summary>
    public string? Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The words it numbers it with, where they are more than the number: "Equality Priority 2".</summary>
    public string? Label { get; init; }
}

/// <summary>A heading of the plan.</summary>
public sealed record ThemeExport
{
    /// <summary>As the plan numbers it; null when it does not.</summary>
    public string? Number { get; init; }

    /// <summary>The words it numbers it with, where they are more than the number.</summary>
    public string? Label { get; init; }

    /// <summary>Its words.</summary>
    public required string Title { get; init; }

    /// <summary>The promises under it, in order.</summary>
    public required IReadOnlyList<CommitmentExport> Commitments { get; init; }
}

/// <summary>A heading, as its owner writes it.</summary>
public sealed record ThemePatch
{
    /// <summary>As the plan numbers it; null when it does not.</summary>
    public Patched<string?> Number { get; init; }

    public Patched<string> Title { get; init; }

    /// <summary>The words it numbers it with, where they are more than the number: "Equality Priority 2".</summary>
    public Patched<string?> Label { get; init; }
}

/// <summary>Where a theme is to stand.</summary>
public sealed record ThemePlace
{
    /// <summary>The theme of its scheme that it comes right after; null puts it first.</summary>
    public Guid? AfterId { get; init; }
}

/// <summary>A heading of a scheme.</summary>
public sealed record ThemeRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>As the plan numbers it; null when it does not.</summary>
    public string? Number { get; init; }

    public required string Title { get; init; }
}

/// <summary>Who may read a text: the authority alone, its partnership too, or (once approved) anybody.</summary>
[JsonConverter(typeof(NamedValue<Tier>))]
public enum Tier
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Private,

    Partnership,

    Public,
}

/// <summary>A narrower tier, and why.</summary>
public sealed record TierNarrowed
{
    /// <summary>private or partnership.</summary>
    public required Tier Tier { get; init; }

    /// <summary>In a sentence or two.</summary>
    public required string Reason { get; init; }
}

/// <summary>A row of work.</summary>
public sealed record UnderstoodAction
{
    /// <summary>The commitment's reference and the row's place there: "1.2/3".</summary>
    public required string Reference { get; init; }

    public required string Text { get; init; }

    /// <summary>What it should bring about.</summary>
    public string? Outcome { get; init; }

    /// <summary>How that is measured.</summary>
    public string? Measures { get; init; }

    /// <summary>The responsible roles as the plan writes them.</summary>
    public string? Responsible { get; init; }

    /// <summary>What it takes.</summary>
    public string? Resources { get; init; }

    /// <summary>What may stand in its way.</summary>
    public string? Barriers { get; init; }

    /// <summary>Whom it concerns.</summary>
    public string? Stakeholders { get; init; }

    public required IReadOnlyList<UnderstoodMilestone> Milestones { get; init; }

    /// <summary>The target cell word for word.</summary>
    public string? Target { get; init; }

    /// <summary>What it means; `appliesTo` holds the codes of the authorities that a date is for, none for all.</summary>
    public required IReadOnlyList<TargetDateRecord> Targets { get; init; }

    /// <summary>For whom the action is.</summary>
    public required UnderstoodCrossReference CrossReference { get; init; }

    /// <summary>Where a person finds it in the file: the table, counted from 1, and the row under its number there.</summary>
    public SourcePlace? Source { get; init; }

    /// <summary>The words the plan itself numbers it with: "Action 5".</summary>
    public string? Label { get; init; }

    /// <summary>The responsible cell as written, where `responsible` sets apart or corrects what it says.</summary>
    public string? ResponsibleAsWritten { get; init; }

    /// <summary>Where the plan says it stands. It is proposed to the authorities, and reported for none of them.</summary>
    public AssignmentStatus? Status { get; init; }

    /// <summary>The words that say so.</summary>
    public string? StatusText { get; init; }

    /// <summary>Cells that belong to no column of a plan.</summary>
    public IReadOnlyList<PlanNote>? Notes { get; init; }
}

/// <summary>A numbered promise; it may be untitled, and may have no action.</summary>
public sealed record UnderstoodCommitment
{
    public required string Reference { get; init; }

    public string? Title { get; init; }

    public required IReadOnlyList<string> Related { get; init; }

    public required IReadOnlyList<PsedAim> PsedAims { get; init; }

    public required IReadOnlyList<ProtectedCharacteristic> ProtectedCharacteristics { get; init; }

    public required IReadOnlyList<UnderstoodAction> Actions { get; init; }

    /// <summary>The words the plan itself numbers it with, where they are more than the number: "Objective 3".</summary>
    public string? Label { get; init; }

    /// <summary>The plan's own words for why nothing is to be done: "N/A"; null where it applies.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>Cells that belong to no column of a plan and to no action.</summary>
    public IReadOnlyList<PlanNote>? Notes { get; init; }

    /// <summary>Where a person finds it in the file.</summary>
    public SourcePlace? Source { get; init; }
}

/// <summary>For whom the action is.</summary>
public sealed record UnderstoodCrossReference
{
    /// <summary>The cell word for word; null when it was empty, which assigns nobody.</summary>
    public string? Text { get; init; }

    /// <summary>Who answers for it.</summary>
    public required IReadOnlyList<AssignedAuthority> Authorities { get; init; }

    /// <summary>Bodies named beside them that are not members.</summary>
    public required IReadOnlyList<string> OutsideBodies { get; init; }

    /// <summary>Words that name nobody known; never guessed.</summary>
    public required IReadOnlyList<string> Unresolved { get; init; }
}

/// <summary>A step on the way, with its own date, if it has one.</summary>
public sealed record UnderstoodMilestone
{
    public required string Text { get; init; }

    public string? Target { get; init; }

    public required IReadOnlyList<TargetDateRecord> Targets { get; init; }
}

/// <summary>A plan as it would go live: dates and cross-references read, each beside its words.</summary>
public sealed record UnderstoodPlan
{
    /// <summary>The headings in the plan's order.</summary>
    public required IReadOnlyList<UnderstoodTheme> Themes { get; init; }
}

/// <summary>A heading of the plan.</summary>
public sealed record UnderstoodTheme
{
    public string? Number { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<UnderstoodCommitment> Commitments { get; init; }

    /// <summary>The words the plan itself numbers it with, where they are more than the number: "Equality Priority 2".</summary>
    public string? Label { get; init; }
}

/// <summary>Something of your own that you will be reminded of next, unless it is done or moved before.</summary>
public sealed record UpcomingReminder
{
    /// <summary>The occurrence's id.</summary>
    public required Guid OccurrenceId { get; init; }

    /// <summary>The assignment's id.</summary>
    public required Guid AssignmentId { get; init; }

    /// <summary>The scheme's id.</summary>
    public required Guid SchemeId { get; init; }

    public required string Reference { get; init; }

    public required string Action { get; init; }

    /// <summary>delivery or review.</summary>
    public required OccurrenceKind Kind { get; init; }

    /// <summary>The day it is due.</summary>
    public required DateOnly DueBy { get; init; }

    /// <summary>The day on which it is looked at again, and a reminder becomes owed if it still stands; what falls on a weekend goes out on the working day before.</summary>
    public required DateOnly RemindsOn { get; init; }
}

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
public sealed record UpcomingReminderPage
{
    /// <summary>The items, in the list's order; an empty list when there are none.</summary>
    public required IReadOnlyList<UpcomingReminder> Items { get; init; }

    /// <summary>Give it as `cursor` for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>The work of one kind.</summary>
public sealed record WorkDetail
{
    /// <summary>What is done unasked: reminders planned, digests made, mail delivered, large uploads read, the change feed kept, answers kept for Idempotency-Keys forgotten.</summary>
    public required WorkKind Kind { get; init; }

    /// <summary>How the work stands.</summary>
    public required WorkState State { get; init; }

    /// <summary>When it is done next; null while it runs and nothing more has come up.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>How often it has failed since it last succeeded.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why it failed the last time; null once it has succeeded.</summary>
    public string? LastError { get; init; }
}

/// <summary>What is done unasked: reminders planned, digests made, mail delivered, large uploads read, the change feed kept, answers kept for Idempotency-Keys forgotten.</summary>
[JsonConverter(typeof(NamedValue<WorkKind>))]
public enum WorkKind
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Plan,

    Send,

    Deliver,

    Import,

    Feed,

    Tidy,
}

/// <summary>The work that is done for your organisation unasked.</summary>
public sealed record WorkList
{
    /// <summary>One for each kind of work that there is for you.</summary>
    public required IReadOnlyList<WorkDetail> Items { get; init; }
}

/// <summary>Work of one kind that does not go well, over all organisations.</summary>
public sealed record WorkReadiness
{
    /// <summary>plan, send, deliver or import.</summary>
    public required string Kind { get; init; }

    /// <summary>For how many organisations it failed the last time and is tried again.</summary>
    public required int Failing { get; init; }

    /// <summary>For how many it has been due for a quarter of an hour or more without a worker taking it.</summary>
    public required int Late { get; init; }
}

/// <summary>How the work stands.</summary>
[JsonConverter(typeof(NamedValue<WorkState>))]
public enum WorkState
{
    /// <summary>A value that is newer than this client.</summary>
    Unrecognised,

    Waiting,

    Due,

    Running,

    Failing,
}

// Made from openapi/partnership-equality.v1.json: UPDATE_OPENAPI=1 dotnet test. Do not edit.
#nullable enable

namespace PartnershipEquality.Client;

public sealed partial class EqualityClient
{
    /// <summary>Abandon an upload.</summary>
    /// <remarks>Its file is deleted; that it was uploaded and abandoned stays. Refused once it has been applied. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="importId">The import's id.</param>
    /// <param name="ifMatch">The ETag of the import you looked at.</param>
    public Task AbandonImportAsync(Guid importId, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(new Call(HttpMethod.Delete, $"v1/imports/{Wire.Path(importId)}") { IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Accept that an action does not apply to an authority.</summary>
    /// <remarks>Until the owner accepts it, a notApplicable assignment stays in the figures with its reason. Send If-Match.
    ///
    /// Needs the permission `exceptions:accept`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="ifMatch">The ETag of the assignment.</param>
    public Task<Versioned<AssignmentDetail>> AcceptExceptionAsync(Guid assignmentId, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<AssignmentDetail>(new Call(HttpMethod.Post, $"v1/assignments/{Wire.Path(assignmentId)}/accept-exception") { IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Say that an assignment has been seen and is being worked on.</summary>
    /// <remarks>Those who do the work are not reminded again until it falls due, until it is next passed on to the equality lead, or for 28 days, whichever comes first. It is passed on by its date all the same. A date that moves, and work that is completed, withdrawn or not applicable, end it. Only your own authority reads the reason.
    ///
    /// Needs the permission `progress:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="body">Why something is taken back; those concerned read it.</param>
    public Task<Versioned<AssignmentDetail>> AcknowledgeAssignmentAsync(Guid assignmentId, ReasonGiven body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<AssignmentDetail>(new Call(HttpMethod.Post, $"v1/assignments/{Wire.Path(assignmentId)}/acknowledge") { Body = body, Options = options }, cancellationToken);

    /// <summary>Name who takes up a post, or deputises in it.</summary>
    /// <remarks>A post has one holder at a time and any number of deputies. Reminders go to the holder, else a deputy, else the equality lead.
    ///
    /// Needs the permission `posts:write`.</remarks>
    /// <param name="postId">The post's id.</param>
    /// <param name="body">Somebody who takes up a post, or deputises in it.</param>
    public Task<Versioned<PostHolderDetail>> AddPostHolderAsync(Guid postId, PostHolderWanted body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<PostHolderDetail>(new Call(HttpMethod.Post, $"v1/posts/{Wire.Path(postId)}/holders") { Body = body, Options = options }, cancellationToken);

    /// <summary>Make the plan live.</summary>
    /// <remarks>Without a body it makes the scheme with its themes, commitments, actions and assignments. An upload for a live scheme (intoSchemeId) is applied into that, with the fingerprint of the difference that you saw: what authorities have reported stays, whatever changes. One transaction: all of it or nothing. Refused while the upload has errors, and a second time.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="importId">The import's id.</param>
    /// <param name="body">Needed to apply into a live scheme; none to make a new one.</param>
    public Task<ImportApplied> ApplyImportAsync(Guid importId, MergeTerms? body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<ImportApplied>(new Call(HttpMethod.Post, $"v1/imports/{Wire.Path(importId)}/apply") { Body = body, Options = options }, cancellationToken);

    /// <summary>Change an action's text or target.</summary>
    /// <remarks>A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match. A changed target needs a reason: it moves every authority that has no target of its own, open dates only, and the first date stays on record.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="actionId">The action's id.</param>
    /// <param name="body">What to send.</param>
    /// <param name="ifMatch">The ETag of the action you changed.</param>
    public Task<Versioned<ActionDetail>> ChangeActionAsync(Guid actionId, ActionPatch body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ActionDetail>(new Call(HttpMethod.Patch, $"v1/actions/{Wire.Path(actionId)}") { Body = body, BodyType = "application/merge-patch+json", IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Change a commitment's reference, title or what it serves.</summary>
    /// <remarks>A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match. Under a new reference its actions keep their numbers: 1.2/3 becomes 1.4/3.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="commitmentId">The commitment's id.</param>
    /// <param name="body">What to send.</param>
    /// <param name="ifMatch">The ETag of the commitment you changed.</param>
    public Task<Versioned<CommitmentDetail>> ChangeCommitmentAsync(Guid commitmentId, CommitmentPatch body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<CommitmentDetail>(new Call(HttpMethod.Patch, $"v1/commitments/{Wire.Path(commitmentId)}") { Body = body, BodyType = "application/merge-patch+json", IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Correct how an upload is taken.</summary>
    /// <remarks>A JSON merge patch of its title, period, plan year, stage, mapping, corrections, intoSchemeId and matches: a field left out stays, mapping null is what the reader finds. The file is read again with it. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="importId">The import's id.</param>
    /// <param name="body">What to send.</param>
    /// <param name="ifMatch">The ETag of the import you changed.</param>
    public Task<Versioned<ImportDetail>> ChangeImportAsync(Guid importId, ImportPatch body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ImportDetail>(new Call(HttpMethod.Patch, $"v1/imports/{Wire.Path(importId)}") { Body = body, BodyType = "application/merge-patch+json", IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Change a milestone's text or date.</summary>
    /// <remarks>A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match. A changed date needs a reason: it moves what is open at every authority, leaves what is done, and the first date stays on record.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="milestoneId">The milestone's id.</param>
    /// <param name="body">What to send.</param>
    /// <param name="ifMatch">The ETag of the milestone you changed.</param>
    public Task<Versioned<MilestoneDetail>> ChangeMilestoneAsync(Guid milestoneId, MilestonePatch body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<MilestoneDetail>(new Call(HttpMethod.Patch, $"v1/milestones/{Wire.Path(milestoneId)}") { Body = body, BodyType = "application/merge-patch+json", IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Change a post.</summary>
    /// <remarks>A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match.
    ///
    /// Needs the permission `posts:write`.</remarks>
    /// <param name="postId">The post's id.</param>
    /// <param name="body">What to send.</param>
    /// <param name="ifMatch">The ETag of the post you changed.</param>
    public Task<Versioned<PostDetail>> ChangePostAsync(Guid postId, PostPatch body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<PostDetail>(new Call(HttpMethod.Patch, $"v1/posts/{Wire.Path(postId)}") { Body = body, BodyType = "application/merge-patch+json", IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Say when somebody leaves a post.</summary>
    /// <remarks>A JSON merge patch. Send If-Match.
    ///
    /// Needs the permission `posts:write`.</remarks>
    /// <param name="postHolderId">The id of the holding, not of the person.</param>
    /// <param name="body">What to send.</param>
    /// <param name="ifMatch">The ETag of the holding you changed.</param>
    public Task<Versioned<PostHolderDetail>> ChangePostHolderAsync(Guid postHolderId, PostHolderPatch body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<PostHolderDetail>(new Call(HttpMethod.Patch, $"v1/post-holders/{Wire.Path(postHolderId)}") { Body = body, BodyType = "application/merge-patch+json", IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Change a scheme's stage, title or marking.</summary>
    /// <remarks>A JSON merge patch: a field left out stays. Send If-Match. Putting a scheme in force starts its reminders; closing it ends them for good.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="schemeId">The scheme's id.</param>
    /// <param name="body">What to send.</param>
    /// <param name="ifMatch">The ETag of the scheme you changed.</param>
    public Task<Versioned<SchemeDetail>> ChangeSchemeAsync(Guid schemeId, SchemePatch body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<SchemeDetail>(new Call(HttpMethod.Patch, $"v1/schemes/{Wire.Path(schemeId)}") { Body = body, BodyType = "application/merge-patch+json", IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Change your organisation's settings.</summary>
    /// <remarks>A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match.
    ///
    /// Needs the permission `publish:approve`.</remarks>
    /// <param name="body">What to send.</param>
    /// <param name="ifMatch">The ETag of the settings you changed.</param>
    public Task<Versioned<SettingsDetail>> ChangeSettingsAsync(SettingsPatch body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<SettingsDetail>(new Call(HttpMethod.Patch, $"v1/settings") { Body = body, BodyType = "application/merge-patch+json", IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Change a theme's number, label or title.</summary>
    /// <remarks>A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="themeId">The theme's id.</param>
    /// <param name="body">What to send.</param>
    /// <param name="ifMatch">The ETag of the theme you changed.</param>
    public Task<Versioned<ThemeDetail>> ChangeThemeAsync(Guid themeId, ThemePatch body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ThemeDetail>(new Call(HttpMethod.Patch, $"v1/themes/{Wire.Path(themeId)}") { Body = body, BodyType = "application/merge-patch+json", IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Contest an assignment: it is not ours.</summary>
    /// <remarks>Said by the authority to the plan's owner. It stays expected, and shown as contested, until the owner decides; what it asks goes on falling due meanwhile. After a decision it may be contested again.
    ///
    /// Needs the permission `targets:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="body">Why something is taken back; those concerned read it.</param>
    public Task<Versioned<AssignmentDetail>> ContestAssignmentAsync(Guid assignmentId, ReasonGiven body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<AssignmentDetail>(new Call(HttpMethod.Post, $"v1/assignments/{Wire.Path(assignmentId)}/contest") { Body = body, Options = options }, cancellationToken);

    /// <summary>Add an action to a commitment.</summary>
    /// <remarks>It comes last there, under the next number. Each authority that the cross-reference names gets its assignment, as from an import; ALL means the members on the scheme's first day. A commitment that is not applicable takes none.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="commitmentId">The commitment's id.</param>
    /// <param name="body">A row of work, as its owner writes it.</param>
    public Task<Versioned<ActionDetail>> CreateActionAsync(Guid commitmentId, ActionWanted body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ActionDetail>(new Call(HttpMethod.Post, $"v1/commitments/{Wire.Path(commitmentId)}/actions") { Body = body, Options = options }, cancellationToken);

    /// <summary>Make a key.</summary>
    /// <remarks>The whole key is shown in this answer and never again. Several keys may live at once, so one can be replaced without a gap. A key's scopes never exceed its maker's.
    ///
    /// Needs the permission `keys:manage`.</remarks>
    /// <param name="body">A key to make: its scopes by role or one by one, not both.</param>
    public Task<ApiKeyCreated> CreateApiKeyAsync(ApiKeyWanted body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<ApiKeyCreated>(new Call(HttpMethod.Post, $"v1/api-keys") { Body = body, Options = options }, cancellationToken);

    /// <summary>Make a calendar to subscribe to.</summary>
    /// <remarks>Of one person's work, by the posts they hold on the day, or of all of the authority's. The address is shown in this answer and never again; whoever has it reads the calendar.
    ///
    /// Needs the permission `posts:write`.</remarks>
    /// <param name="body">A calendar to make.</param>
    public Task<CalendarCreated> CreateCalendarAsync(CalendarWanted body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<CalendarCreated>(new Call(HttpMethod.Post, $"v1/calendars") { Body = body, Options = options }, cancellationToken);

    /// <summary>Add a commitment to a theme.</summary>
    /// <remarks>It comes last there; move it where it belongs. A reference is used once in a scheme, for good.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="themeId">The theme's id.</param>
    /// <param name="body">A numbered promise, as its owner writes it.</param>
    public Task<Versioned<CommitmentDetail>> CreateCommitmentAsync(Guid themeId, CommitmentEdit body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<CommitmentDetail>(new Call(HttpMethod.Post, $"v1/themes/{Wire.Path(themeId)}/commitments") { Body = body, Options = options }, cancellationToken);

    /// <summary>Add a milestone to an action.</summary>
    /// <remarks>It comes last. Each of its dates falls due at each authority that answers for the action, which reports it done by naming the occurrence.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="actionId">The action's id.</param>
    /// <param name="body">A step of an action, as its owner writes it.</param>
    public Task<Versioned<MilestoneDetail>> CreateMilestoneAsync(Guid actionId, MilestoneWanted body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<MilestoneDetail>(new Call(HttpMethod.Post, $"v1/actions/{Wire.Path(actionId)}/milestones") { Body = body, Options = options }, cancellationToken);

    /// <summary>Make a post.</summary>
    /// <remarks>Needs the permission `posts:write`.</remarks>
    /// <param name="body">What can be said of a post.</param>
    public Task<Versioned<PostDetail>> CreatePostAsync(PostEdit body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<PostDetail>(new Call(HttpMethod.Post, $"v1/posts") { Body = body, Options = options }, cancellationToken);

    /// <summary>Add a theme to a scheme.</summary>
    /// <remarks>It comes last; move it where it belongs.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="schemeId">The scheme's id.</param>
    /// <param name="body">A heading, as its owner writes it.</param>
    public Task<Versioned<ThemeDetail>> CreateThemeAsync(Guid schemeId, ThemeEdit body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ThemeDetail>(new Call(HttpMethod.Post, $"v1/schemes/{Wire.Path(schemeId)}/themes") { Body = body, Options = options }, cancellationToken);

    /// <summary>Say which authorities answer for an action.</summary>
    /// <remarks>Written as a plan writes it: "ALL", "NWL; CBC", "BTEC - CBC; ALL OTHERS". ALL means the members on the scheme's first day; who joined later is named. An authority named anew gets an assignment, one named no longer has it withdrawn, one named again goes on where it stopped. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="actionId">The action's id.</param>
    /// <param name="body">For whom an action is, as a plan would write it.</param>
    /// <param name="ifMatch">The ETag of the action.</param>
    public Task<Versioned<ActionDetail>> CrossReferenceActionAsync(Guid actionId, CrossReferenceText body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ActionDetail>(new Call(HttpMethod.Put, $"v1/actions/{Wire.Path(actionId)}/cross-reference") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Decide what an authority contests, as the plan's owner.</summary>
    /// <remarks>Accepting withdraws the assignment for the authority's reason; otherwise it stands. The authority reads the note. Send If-Match.
    ///
    /// Needs the permission `assignments:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="body">What the owner decides of a contested assignment.</param>
    /// <param name="ifMatch">The ETag of the assignment.</param>
    public Task<Versioned<AssignmentDetail>> DecideContestAsync(Guid assignmentId, ContestDecision body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<AssignmentDetail>(new Call(HttpMethod.Post, $"v1/assignments/{Wire.Path(assignmentId)}/contest/decision") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Every assignment: for an authority its own, for a partnership its members'.</summary>
    /// <remarks>The same rows, with the same field names, as the list has them, all in one file that is written while it is read; those that were withdrawn are in it, with when. Everything in it is of one moment: Export-As-Of says which, and Export-Position (also in Link, rel="next") is from where to go on in /v1/changes. Reading on from there misses nothing, and may tell you again of something that is in the file already. Fetch all exports, then go on from the position of the one that you fetched first.
    ///
    /// As ndjson each line is one row, and the last line is {"end":true,"count":...,"asOf":...,"position":...}: a file without it was cut short. As csv (UTF-8, one header row) a list of texts is set apart by semicolons, what has fields of its own is JSON, and what a spreadsheet would run as a formula begins with an apostrophe.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    /// <param name="format">ndjson or csv.</param>
    public Task<FileAnswer> ExportAssignmentsAsync(string format, ExportAssignmentsQuery? query = null, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/exports/assignments.{Wire.Path(format)}") { Query = query?.Values ?? [] }, cancellationToken);

    /// <summary>Every change that is kept, in order.</summary>
    /// <remarks>The same rows, with the same field names, as the list has them, all in one file that is written while it is read; those that were withdrawn are in it, with when. Everything in it is of one moment: Export-As-Of says which, and Export-Position (also in Link, rel="next") is from where to go on in /v1/changes. Reading on from there misses nothing, and may tell you again of something that is in the file already. Fetch all exports, then go on from the position of the one that you fetched first.
    ///
    /// As ndjson each line is one row, and the last line is {"end":true,"count":...,"asOf":...,"position":...}: a file without it was cut short. As csv (UTF-8, one header row) a list of texts is set apart by semicolons, what has fields of its own is JSON, and what a spreadsheet would run as a formula begins with an apostrophe.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    /// <param name="format">ndjson or csv.</param>
    public Task<FileAnswer> ExportChangesAsync(string format, ExportChangesQuery? query = null, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/exports/changes.{Wire.Path(format)}") { Query = query?.Values ?? [] }, cancellationToken);

    /// <summary>Every commitment, with its actions.</summary>
    /// <remarks>The same rows, with the same field names, as the list has them, all in one file that is written while it is read; those that were withdrawn are in it, with when. Everything in it is of one moment: Export-As-Of says which, and Export-Position (also in Link, rel="next") is from where to go on in /v1/changes. Reading on from there misses nothing, and may tell you again of something that is in the file already. Fetch all exports, then go on from the position of the one that you fetched first.
    ///
    /// As ndjson each line is one row, and the last line is {"end":true,"count":...,"asOf":...,"position":...}: a file without it was cut short. As csv (UTF-8, one header row) a list of texts is set apart by semicolons, what has fields of its own is JSON, and what a spreadsheet would run as a formula begins with an apostrophe.
    ///
    /// Needs the permission `plan:read`.</remarks>
    /// <param name="format">ndjson or csv.</param>
    public Task<FileAnswer> ExportCommitmentsAsync(string format, ExportCommitmentsQuery? query = null, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/exports/commitments.{Wire.Path(format)}") { Query = query?.Values ?? [] }, cancellationToken);

    /// <summary>Ask for all that your organisation has here.</summary>
    /// <remarks>For who leaves, or keeps a copy. The answer says where the file is for a day; that it was asked for stands in the audit. Needs audit:read too, since the audit is in it.
    ///
    /// Needs the permission `settings:manage`.</remarks>
    public Task<OrganisationExport> ExportOrganisationAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<OrganisationExport>(new Call(HttpMethod.Post, $"v1/exports/organisation") { Options = options }, cancellationToken);

    /// <summary>Every update that you may read.</summary>
    /// <remarks>The same rows, with the same field names, as the list has them, all in one file that is written while it is read; those that were withdrawn are in it, with when. Everything in it is of one moment: Export-As-Of says which, and Export-Position (also in Link, rel="next") is from where to go on in /v1/changes. Reading on from there misses nothing, and may tell you again of something that is in the file already. Fetch all exports, then go on from the position of the one that you fetched first.
    ///
    /// As ndjson each line is one row, and the last line is {"end":true,"count":...,"asOf":...,"position":...}: a file without it was cut short. As csv (UTF-8, one header row) a list of texts is set apart by semicolons, what has fields of its own is JSON, and what a spreadsheet would run as a formula begins with an apostrophe.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    /// <param name="format">ndjson or csv.</param>
    public Task<FileAnswer> ExportProgressUpdatesAsync(string format, ExportProgressUpdatesQuery? query = null, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/exports/progress-updates.{Wire.Path(format)}") { Query = query?.Values ?? [] }, cancellationToken);

    /// <summary>The plan as a table, with its progress.</summary>
    /// <remarks>As Word, Excel, CSV or JSON: every row of the plan that is not withdrawn, and beside it each authority's status and latest shared text; for an authority, its own. The Word, Excel and CSV files import again as the same plan: what it says beside its columns (labels, its own status, notes) stands in columns of its own, and a commitment that is not applicable says so under Action. It is written while it is read, so a long one begins at once. For a spreadsheet take the Excel file: opened from a CSV, 2.10 becomes 2.1 and June 2027 a day.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    /// <param name="schemeId">The scheme's id.</param>
    /// <param name="format">docx, xlsx, csv or json.</param>
    public Task<FileAnswer> ExportSchemeAsync(Guid schemeId, string format, ExportSchemeQuery? query = null, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/exports/schemes/{Wire.Path(schemeId)}.{Wire.Path(format)}") { Query = query?.Values ?? [] }, cancellationToken);

    /// <summary>One action with every field, and where each authority stands.</summary>
    /// <remarks>Headlines of other authorities are shown where you may see them: to the owner, to the authority itself, and to members of a partnership that shares them.
    ///
    /// Needs the permission `plan:read`.</remarks>
    /// <param name="actionId">The action's id.</param>
    public Task<Versioned<ActionDetail>> GetActionAsync(Guid actionId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ActionDetail>(new Call(HttpMethod.Get, $"v1/actions/{Wire.Path(actionId)}"), cancellationToken);

    /// <summary>One action with every field, and where each authority stands, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Headlines of other authorities are shown where you may see them: to the owner, to the authority itself, and to members of a partnership that shares them.
    ///
    /// Needs the permission `plan:read`.</remarks>
    /// <param name="actionId">The action's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<ActionDetail>?> GetActionIfChangedAsync(Guid actionId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<ActionDetail>(new Call(HttpMethod.Get, $"v1/actions/{Wire.Path(actionId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>One key, without its secret.</summary>
    /// <remarks>Needs the permission `keys:manage`.</remarks>
    /// <param name="apiKeyId">The key's id.</param>
    public Task<Versioned<ApiKeyDetail>> GetApiKeyAsync(Guid apiKeyId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ApiKeyDetail>(new Call(HttpMethod.Get, $"v1/api-keys/{Wire.Path(apiKeyId)}"), cancellationToken);

    /// <summary>One key, without its secret, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `keys:manage`.</remarks>
    /// <param name="apiKeyId">The key's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<ApiKeyDetail>?> GetApiKeyIfChangedAsync(Guid apiKeyId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<ApiKeyDetail>(new Call(HttpMethod.Get, $"v1/api-keys/{Wire.Path(apiKeyId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>One assignment with its action and its history.</summary>
    /// <remarks>The latest updates, target moves and headlines come along; the whole of each has a list of its own. Another authority's assignment is always 404.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    public Task<Versioned<AssignmentDetail>> GetAssignmentAsync(Guid assignmentId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<AssignmentDetail>(new Call(HttpMethod.Get, $"v1/assignments/{Wire.Path(assignmentId)}"), cancellationToken);

    /// <summary>One assignment with its action and its history, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>The latest updates, target moves and headlines come along; the whole of each has a list of its own. Another authority's assignment is always 404.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<AssignmentDetail>?> GetAssignmentIfChangedAsync(Guid assignmentId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<AssignmentDetail>(new Call(HttpMethod.Get, $"v1/assignments/{Wire.Path(assignmentId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>How a scheme stands, theme by theme and authority by authority.</summary>
    /// <remarks>Counts, never an average: every expected assignment is in one status and under one headline. A past day is answered as it had been recorded by the end of that day in London, with the members of that day. A member sees its own column, and the others' where the partnership shares headlines; partial says which.
    ///
    /// Needs the permission `board:read`.</remarks>
    public Task<BoardProgress> GetBoardProgressAsync(GetBoardProgressQuery? query = null, CancellationToken cancellationToken = default) =>
        SendAsync<BoardProgress>(new Call(HttpMethod.Get, $"v1/board/progress") { Query = query?.Values ?? [] }, cancellationToken);

    /// <summary>One calendar, without its address.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="calendarId">The calendar's id.</param>
    public Task<Versioned<CalendarDetail>> GetCalendarAsync(Guid calendarId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<CalendarDetail>(new Call(HttpMethod.Get, $"v1/calendars/{Wire.Path(calendarId)}"), cancellationToken);

    /// <summary>One calendar, without its address, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="calendarId">The calendar's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<CalendarDetail>?> GetCalendarIfChangedAsync(Guid calendarId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<CalendarDetail>(new Call(HttpMethod.Get, $"v1/calendars/{Wire.Path(calendarId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>A calendar, for calendar programs.</summary>
    /// <remarks>iCalendar (RFC 5545): an all-day event on each day by which something open is due, and one today that sums up what is overdue. No Authorization header: the address is the credential.
    ///
    /// The token in the address is the credential; no key is asked for.</remarks>
    /// <param name="token">What the calendar's address holds.</param>
    public Task<FileAnswer> GetCalendarFeedAsync(string token, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/calendar/{Wire.Path(token)}.ics") { TakesKey = false }, cancellationToken);

    /// <summary>What changed in the API, the newest first.</summary>
    /// <remarks>New fields, parameters and routes are added without notice; what goes is deprecated for twelve months first, and says so in Deprecation and Sunset headers.
    ///
    /// No credential is asked for.</remarks>
    public Task<ChangelogDetail> GetChangelogAsync(CancellationToken cancellationToken = default) =>
        SendAsync<ChangelogDetail>(new Call(HttpMethod.Get, $"v1/changelog") { TakesKey = false }, cancellationToken);

    /// <summary>One commitment with its actions.</summary>
    /// <remarks>Needs the permission `plan:read`.</remarks>
    /// <param name="commitmentId">The commitment's id.</param>
    public Task<Versioned<CommitmentDetail>> GetCommitmentAsync(Guid commitmentId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<CommitmentDetail>(new Call(HttpMethod.Get, $"v1/commitments/{Wire.Path(commitmentId)}"), cancellationToken);

    /// <summary>One commitment with its actions, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `plan:read`.</remarks>
    /// <param name="commitmentId">The commitment's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<CommitmentDetail>?> GetCommitmentIfChangedAsync(Guid commitmentId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<CommitmentDetail>(new Call(HttpMethod.Get, $"v1/commitments/{Wire.Path(commitmentId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>One upload: the plan as understood, and its problems.</summary>
    /// <remarks>Needs the permission `plan:write`.</remarks>
    /// <param name="importId">The import's id.</param>
    public Task<Versioned<ImportDetail>> GetImportAsync(Guid importId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ImportDetail>(new Call(HttpMethod.Get, $"v1/imports/{Wire.Path(importId)}"), cancellationToken);

    /// <summary>One upload: the plan as understood, and its problems, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `plan:write`.</remarks>
    /// <param name="importId">The import's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<ImportDetail>?> GetImportIfChangedAsync(Guid importId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<ImportDetail>(new Call(HttpMethod.Get, $"v1/imports/{Wire.Path(importId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>What an upload would change in the live scheme it is for.</summary>
    /// <remarks>Part by part in the document's order: added, changed, returned or gone, with what tells that two parts are one. A commitment is found by its number where the words bear it out, then by its words, then by its number alone; an action by its words within its commitment, by its place where the words are near, then by its words anywhere. Say otherwise by PATCH of matches. A column that the document does not have changes nothing. Nothing is applied yet.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="importId">The import's id.</param>
    public Task<PlanDifference> GetImportDifferenceAsync(Guid importId, CancellationToken cancellationToken = default) =>
        SendAsync<PlanDifference>(new Call(HttpMethod.Get, $"v1/imports/{Wire.Path(importId)}/difference"), cancellationToken);

    /// <summary>The file as it was uploaded.</summary>
    /// <remarks>Needs the permission `plan:write`.</remarks>
    /// <param name="importId">The import's id.</param>
    public Task<FileAnswer> GetImportFileAsync(Guid importId, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/imports/{Wire.Path(importId)}/file"), cancellationToken);

    /// <summary>The canonical CSV, with one example row.</summary>
    /// <remarks>One row an action; theme and commitment may be left blank where the row above has the same. **Theme number**: The theme's number. Blank: as in the row above. **Theme**: The theme's title. Blank: as in the row above. **Reference**: The commitment's reference, used once in a plan. Blank: as in the row above. **Commitment**: The commitment's title, the same on each of its rows or on the first alone. **Responsible officer**: The role that answers for the action, not a person's name. **Action**: What is required. Blank together with all other cells of the action: a commitment without an action. **Outcome**: What will be different once it is done. **Measures**: How it will be known. **Target date**: When, in the plan's own words; several groups may each have their date, one per line. **Cross-reference**: The authorities it is for: codes or names separated by semicolons, ALL, ALL OTHERS, or ALL EXCEPT some. Blank: nobody yet. **Resources**: What it takes: money, staff, time. **Barriers**: What may stand in the way. **Stakeholders**: Who else has a part or an interest in it. **Milestones**: Steps on the way, one per line within the cell, each as: text | target. **Related commitments**: References of related commitments, separated by semicolons. **PSED aims**: Aims of the public sector equality duty that the commitment serves, separated by semicolons: eliminateDiscrimination, advanceEquality, fosterGoodRelations. **Protected characteristics**: Characteristics that the commitment is about, separated by semicolons: age, disability, genderReassignment, marriageAndCivilPartnership, pregnancyAndMaternity, race, religionOrBelief, sex, sexualOrientation.
    ///
    /// Any key will do.</remarks>
    public Task<FileAnswer> GetImportTemplateAsync(CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/imports/template.csv"), cancellationToken);

    /// <summary>The process runs.</summary>
    /// <remarks>No credential is asked for.</remarks>
    public Task<Liveness> GetLivenessAsync(CancellationToken cancellationToken = default) =>
        SendAsync<Liveness>(new Call(HttpMethod.Get, $"health/live") { TakesKey = false }, cancellationToken);

    /// <summary>Who the credential is, what it may do and what needs attention.</summary>
    /// <remarks>Call it first: it names the organisation that every other answer is for, the permissions of the credential, and anything that is not set up yet, such as mail.
    ///
    /// Any key will do.</remarks>
    public Task<MeDetail> GetMeAsync(CancellationToken cancellationToken = default) =>
        SendAsync<MeDetail>(new Call(HttpMethod.Get, $"v1/me"), cancellationToken);

    /// <summary>One milestone.</summary>
    /// <remarks>Needs the permission `plan:read`.</remarks>
    /// <param name="milestoneId">The milestone's id.</param>
    public Task<Versioned<MilestoneDetail>> GetMilestoneAsync(Guid milestoneId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<MilestoneDetail>(new Call(HttpMethod.Get, $"v1/milestones/{Wire.Path(milestoneId)}"), cancellationToken);

    /// <summary>One milestone, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `plan:read`.</remarks>
    /// <param name="milestoneId">The milestone's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<MilestoneDetail>?> GetMilestoneIfChangedAsync(Guid milestoneId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<MilestoneDetail>(new Call(HttpMethod.Get, $"v1/milestones/{Wire.Path(milestoneId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>Your account with GOV.UK Notify, without its secret.</summary>
    /// <remarks>Needs the permission `settings:manage`.</remarks>
    public Task<Versioned<NotifyAccountDetail>> GetNotifyAccountAsync(CancellationToken cancellationToken = default) =>
        SendVersionedAsync<NotifyAccountDetail>(new Call(HttpMethod.Get, $"v1/notify-account"), cancellationToken);

    /// <summary>Your account with GOV.UK Notify, without its secret, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `settings:manage`.</remarks>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<NotifyAccountDetail>?> GetNotifyAccountIfChangedAsync(string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<NotifyAccountDetail>(new Call(HttpMethod.Get, $"v1/notify-account") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>One organisation.</summary>
    /// <remarks>Needs the permission `plan:read`.</remarks>
    /// <param name="organisationId">The organisation's id.</param>
    public Task<Versioned<OrganisationDetail>> GetOrganisationAsync(Guid organisationId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<OrganisationDetail>(new Call(HttpMethod.Get, $"v1/organisations/{Wire.Path(organisationId)}"), cancellationToken);

    /// <summary>One organisation, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `plan:read`.</remarks>
    /// <param name="organisationId">The organisation's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<OrganisationDetail>?> GetOrganisationIfChangedAsync(Guid organisationId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<OrganisationDetail>(new Call(HttpMethod.Get, $"v1/organisations/{Wire.Path(organisationId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>All that your organisation has here, as a zip.</summary>
    /// <remarks>Every table as JSON under data/, an array with one row to a line: plans that you own or work on, assignments and their history, progress, posts and who holds them, reminders and mails, imports, keys without their secrets, the audit; and the files that were uploaded, under files/. All of it is of the moment at which it is fetched. manifest.json, the last file, names each with its rows and its SHA-256, and says what is left out and why; a zip without it was cut short.
    ///
    /// Needs the permission `settings:manage`.</remarks>
    /// <param name="exportId">The id that asking for it was answered with.</param>
    public Task<FileAnswer> GetOrganisationExportAsync(Guid exportId, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/exports/organisation/{Wire.Path(exportId)}.zip"), cancellationToken);

    /// <summary>One origin.</summary>
    /// <remarks>Needs the permission `keys:manage`.</remarks>
    /// <param name="portalOriginId">The origin's id.</param>
    public Task<Versioned<PortalOriginDetail>> GetPortalOriginAsync(Guid portalOriginId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<PortalOriginDetail>(new Call(HttpMethod.Get, $"v1/portal-origins/{Wire.Path(portalOriginId)}"), cancellationToken);

    /// <summary>One origin, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `keys:manage`.</remarks>
    /// <param name="portalOriginId">The origin's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<PortalOriginDetail>?> GetPortalOriginIfChangedAsync(Guid portalOriginId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<PortalOriginDetail>(new Call(HttpMethod.Get, $"v1/portal-origins/{Wire.Path(portalOriginId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>One post.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="postId">The post's id.</param>
    public Task<Versioned<PostDetail>> GetPostAsync(Guid postId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<PostDetail>(new Call(HttpMethod.Get, $"v1/posts/{Wire.Path(postId)}"), cancellationToken);

    /// <summary>One post, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="postId">The post's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<PostDetail>?> GetPostIfChangedAsync(Guid postId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<PostDetail>(new Call(HttpMethod.Get, $"v1/posts/{Wire.Path(postId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>One holding of a post.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="postHolderId">The id of the holding, not of the person.</param>
    public Task<Versioned<PostHolderDetail>> GetPostHolderAsync(Guid postHolderId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<PostHolderDetail>(new Call(HttpMethod.Get, $"v1/post-holders/{Wire.Path(postHolderId)}"), cancellationToken);

    /// <summary>One holding of a post, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="postHolderId">The id of the holding, not of the person.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<PostHolderDetail>?> GetPostHolderIfChangedAsync(Guid postHolderId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<PostHolderDetail>(new Call(HttpMethod.Get, $"v1/post-holders/{Wire.Path(postHolderId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>The columns of the posts file, with a row that shows how each is written.</summary>
    /// <remarks>Any key will do.</remarks>
    public Task<FileAnswer> GetPostsTemplateAsync(CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/posts/import/template.csv"), cancellationToken);

    /// <summary>What a problem's type means.</summary>
    /// <remarks>No credential is asked for.</remarks>
    /// <param name="code">The code of a problem, as in its type: validation.</param>
    public Task<ProblemKind> GetProblemKindAsync(string code, CancellationToken cancellationToken = default) =>
        SendAsync<ProblemKind>(new Call(HttpMethod.Get, $"problems/{Wire.Path(code)}") { TakesKey = false }, cancellationToken);

    /// <summary>One update.</summary>
    /// <remarks>As the list of its assignment shows it. One that has been shown to fewer since is 404 to those who see it no more; a retracted one stays, without its text.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    /// <param name="updateId">The update's id.</param>
    public Task<Versioned<ProgressUpdateDetail>> GetProgressUpdateAsync(Guid updateId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ProgressUpdateDetail>(new Call(HttpMethod.Get, $"v1/progress-updates/{Wire.Path(updateId)}"), cancellationToken);

    /// <summary>One update, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>As the list of its assignment shows it. One that has been shown to fewer since is 404 to those who see it no more; a retracted one stays, without its text.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    /// <param name="updateId">The update's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<ProgressUpdateDetail>?> GetProgressUpdateIfChangedAsync(Guid updateId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<ProgressUpdateDetail>(new Call(HttpMethod.Get, $"v1/progress-updates/{Wire.Path(updateId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>The process can answer: its database does, and what is not configured and which work fails is named.</summary>
    /// <remarks>No credential is asked for.</remarks>
    public Task<Readiness> GetReadinessAsync(CancellationToken cancellationToken = default) =>
        SendAsync<Readiness>(new Call(HttpMethod.Get, $"health/ready") { TakesKey = false }, cancellationToken);

    /// <summary>One policy that you have set.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="reminderPolicyId">The policy's id.</param>
    public Task<Versioned<ReminderPolicyDetail>> GetReminderPolicyAsync(Guid reminderPolicyId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ReminderPolicyDetail>(new Call(HttpMethod.Get, $"v1/reminder-policies/{Wire.Path(reminderPolicyId)}"), cancellationToken);

    /// <summary>One policy that you have set, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="reminderPolicyId">The policy's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<ReminderPolicyDetail>?> GetReminderPolicyIfChangedAsync(Guid reminderPolicyId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<ReminderPolicyDetail>(new Call(HttpMethod.Get, $"v1/reminder-policies/{Wire.Path(reminderPolicyId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>One scheme, its themes and how much it holds.</summary>
    /// <remarks>Needs the permission `plan:read`.</remarks>
    /// <param name="schemeId">The scheme's id.</param>
    public Task<Versioned<SchemeDetail>> GetSchemeAsync(Guid schemeId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<SchemeDetail>(new Call(HttpMethod.Get, $"v1/schemes/{Wire.Path(schemeId)}"), cancellationToken);

    /// <summary>One scheme, its themes and how much it holds, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `plan:read`.</remarks>
    /// <param name="schemeId">The scheme's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<SchemeDetail>?> GetSchemeIfChangedAsync(Guid schemeId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<SchemeDetail>(new Call(HttpMethod.Get, $"v1/schemes/{Wire.Path(schemeId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>What this is, its version, and where to go from here.</summary>
    /// <remarks>No credential is asked for.</remarks>
    public Task<ServiceDetail> GetServiceAsync(CancellationToken cancellationToken = default) =>
        SendAsync<ServiceDetail>(new Call(HttpMethod.Get, $"v1") { TakesKey = false }, cancellationToken);

    /// <summary>What your organisation has chosen for itself.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    public Task<Versioned<SettingsDetail>> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        SendVersionedAsync<SettingsDetail>(new Call(HttpMethod.Get, $"v1/settings"), cancellationToken);

    /// <summary>What your organisation has chosen for itself, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<SettingsDetail>?> GetSettingsIfChangedAsync(string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<SettingsDetail>(new Call(HttpMethod.Get, $"v1/settings") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>One theme.</summary>
    /// <remarks>Needs the permission `plan:read`.</remarks>
    /// <param name="themeId">The theme's id.</param>
    public Task<Versioned<ThemeDetail>> GetThemeAsync(Guid themeId, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ThemeDetail>(new Call(HttpMethod.Get, $"v1/themes/{Wire.Path(themeId)}"), cancellationToken);

    /// <summary>One theme, if it is another than the one that you hold; null while it is not.</summary>
    /// <remarks>Needs the permission `plan:read`.</remarks>
    /// <param name="themeId">The theme's id.</param>
    /// <param name="etag">The ETag of the version that you hold.</param>
    public Task<Versioned<ThemeDetail>?> GetThemeIfChangedAsync(Guid themeId, string etag, CancellationToken cancellationToken = default) =>
        SendIfChangedAsync<ThemeDetail>(new Call(HttpMethod.Get, $"v1/themes/{Wire.Path(themeId)}") { IfNoneMatch = etag }, cancellationToken);

    /// <summary>Bring in posts and their holders from a CSV file.</summary>
    /// <remarks>All or nothing. Posts are matched by title, so sending the file again changes nothing. Where the file names another holder, the one before ends the day before. An empty cell changes nothing.
    ///
    /// Needs the permission `posts:write`.</remarks>
    /// <param name="file">The posts: a CSV with the columns of the template, UTF-8.</param>
    public Task<PostsImported> ImportPostsAsync(FileToSend file, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<PostsImported>(new Call(HttpMethod.Post, $"v1/posts/import") { Form = [("file", file)], Options = options }, cancellationToken);

    /// <summary>Stop daily messages to whom the message went to.</summary>
    /// <remarks>By the page's button, or by one click in a mail program (RFC 8058). What would have gone to the person goes to the deputy, or to the equality lead; what is escalated to the person still reaches them.
    ///
    /// The token in the address is the credential; no key is asked for.</remarks>
    /// <param name="token">What the link in a message holds.</param>
    public Task<FileAnswer> LeaveDigestsAsync(string token, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Post, $"v1/digest-messages/{Wire.Path(token)}/leave") { Options = options, TakesKey = false }, cancellationToken);

    /// <summary>The actions of a scheme, in order.</summary>
    /// <remarks>With unassigned=true, those for which no authority answers: the gaps that a coordinator settles.
    ///
    /// Needs the permission `plan:read`. Ordered by the plan's own order, which can change while you walk it: what moved meanwhile may come twice or not at all, and what stayed comes once. The change feed, /v1/changes, is the way to keep in step.</remarks>
    /// <param name="schemeId">The scheme's id.</param>
    public Paged<ActionRow> ListActionsAsync(Guid schemeId, ListActionsQuery? query = null) =>
        Pages<ActionRowPage, ActionRow>(new Call(HttpMethod.Get, $"v1/schemes/{Wire.Path(schemeId)}/actions") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>Your organisation's keys, the newest last.</summary>
    /// <remarks>Revoked and expired keys stay listed, so that it can be seen who could once come in. Secrets are never shown again.
    ///
    /// Needs the permission `keys:manage`.</remarks>
    public Paged<ApiKeyDetail> ListApiKeysAsync(ListApiKeysQuery? query = null) =>
        Pages<ApiKeyDetailPage, ApiKeyDetail>(new Call(HttpMethod.Get, $"v1/api-keys") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>Which posts answer for an assignment.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    public Task<AssignmentPosts> ListAssignmentPostsAsync(Guid assignmentId, CancellationToken cancellationToken = default) =>
        SendAsync<AssignmentPosts>(new Call(HttpMethod.Get, $"v1/assignments/{Wire.Path(assignmentId)}/posts"), cancellationToken);

    /// <summary>The work: for an authority its own, for a partnership its members'.</summary>
    /// <remarks>In the order in which they were made, which is the plan's until it is edited, and never changes. Filters are combined. Withdrawn assignments are left out unless withdrawn=true.
    ///
    /// Needs the permission `assignments:read`. With sort=dueBy ordered by due day, which can change while you walk it: what moved meanwhile may come twice or not at all, and what stayed comes once. The change feed, /v1/changes, is the way to keep in step.</remarks>
    public Paged<AssignmentRow> ListAssignmentsAsync(ListAssignmentsQuery? query = null) =>
        Pages<AssignmentRowPage, AssignmentRow>(new Call(HttpMethod.Get, $"v1/assignments") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>Who did what, and when: the newest first.</summary>
    /// <remarks>What your organisation did, and what others did to its part of a plan, with what changed. Kept for the life of the scheme. It holds ids, statuses and dates, never what somebody wrote, nor names.
    ///
    /// Needs the permission `audit:read`.</remarks>
    public Paged<AuditRow> ListAuditAsync(ListAuditQuery? query = null) =>
        Pages<AuditRowPage, AuditRow>(new Call(HttpMethod.Get, $"v1/audit") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>Your authority's calendars, the newest last.</summary>
    /// <remarks>Revoked ones stay listed. Addresses are never shown again.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    public Paged<CalendarDetail> ListCalendarsAsync(ListCalendarsQuery? query = null) =>
        Pages<CalendarDetailPage, CalendarDetail>(new Call(HttpMethod.Get, $"v1/calendars") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>The types of change that there are.</summary>
    /// <remarks>What the feed and webhooks can be filtered by, each with what it means for who keeps a copy. More may be added.
    ///
    /// Any key will do.</remarks>
    public Task<ChangeTypeList> ListChangeTypesAsync(CancellationToken cancellationToken = default) =>
        SendAsync<ChangeTypeList>(new Call(HttpMethod.Get, $"v1/changes/types"), cancellationToken);

    /// <summary>What changed, in order: the way to keep in step.</summary>
    /// <remarks>Everything that changed of what you may see, in the order in which it was committed; nothing is left out, and nothing is told twice to who goes on from nextCursor. nextCursor never ends: it is there also when there are no items, so keep it and ask again.
    ///
    /// Begin with the exports: each answers the position from which to go on, and reading on from it may tell you again of something that is in the export already. An event says what changed and which version that made; read the thing itself at data.href. A 404 there means that it is gone or not yours to see any more: drop it. A type that ends in .deleted says that the thing is gone with all that hangs on it; one in .revoked that you may see it no more, or not all of it.
    ///
    /// The feed is kept for 90 days. A position from before that, or from before the database was restored, is answered with 410 position-expired: take the exports again. Filtering by types moves the position on past what is left out, and a position may be gone on from with another filter.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    public Task<ChangesPage> ListChangesAsync(ListChangesQuery? query = null, CancellationToken cancellationToken = default) =>
        SendAsync<ChangesPage>(new Call(HttpMethod.Get, $"v1/changes") { Query = query?.Values ?? [] }, cancellationToken);

    /// <summary>The plan itself: commitments in order, each with its actions.</summary>
    /// <remarks>Needs the permission `plan:read`. Ordered by the plan's own order, which can change while you walk it: what moved meanwhile may come twice or not at all, and what stayed comes once. The change feed, /v1/changes, is the way to keep in step.</remarks>
    /// <param name="schemeId">The scheme's id.</param>
    public Paged<CommitmentDetail> ListCommitmentsAsync(Guid schemeId, ListCommitmentsQuery? query = null) =>
        Pages<CommitmentDetailPage, CommitmentDetail>(new Call(HttpMethod.Get, $"v1/schemes/{Wire.Path(schemeId)}/commitments") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>What was sent to whom, by day.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    public Paged<DigestDetail> ListDigestsAsync(ListDigestsQuery? query = null) =>
        Pages<DigestDetailPage, DigestDetail>(new Call(HttpMethod.Get, $"v1/digests") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>Your uploads, the oldest first.</summary>
    /// <remarks>Needs the permission `plan:write`.</remarks>
    public Paged<ImportRow> ListImportsAsync(ListImportsQuery? query = null) =>
        Pages<ImportRowPage, ImportRow>(new Call(HttpMethod.Get, $"v1/imports") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>The milestones of an action, in order.</summary>
    /// <remarks>Needs the permission `plan:read`. Ordered by the action's own order, which can change while you walk it: what moved meanwhile may come twice or not at all, and what stayed comes once. The change feed, /v1/changes, is the way to keep in step.</remarks>
    /// <param name="actionId">The action's id.</param>
    public Paged<MilestoneDetail> ListMilestonesAsync(Guid actionId, ListMilestonesQuery? query = null) =>
        Pages<MilestoneDetailPage, MilestoneDetail>(new Call(HttpMethod.Get, $"v1/actions/{Wire.Path(actionId)}/milestones") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>The times an assignment falls due.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    public Paged<OccurrenceDetail> ListOccurrencesAsync(Guid assignmentId, ListOccurrencesQuery? query = null) =>
        Pages<OccurrenceDetailPage, OccurrenceDetail>(new Call(HttpMethod.Get, $"v1/assignments/{Wire.Path(assignmentId)}/occurrences") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>The organisations you have to do with.</summary>
    /// <remarks>Yourself, the partnerships you belong to and their members. Names only: what is theirs stays theirs.
    ///
    /// Needs the permission `plan:read`.</remarks>
    public Paged<OrganisationRow> ListOrganisationsAsync(ListOrganisationsQuery? query = null) =>
        Pages<OrganisationRowPage, OrganisationRow>(new Call(HttpMethod.Get, $"v1/organisations") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>Your mails: which wait, which are gone and which were given up, and why.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    public Paged<MailDetail> ListOutboxAsync(ListOutboxQuery? query = null) =>
        Pages<MailDetailPage, MailDetail>(new Call(HttpMethod.Get, $"v1/outbox") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>The web origins whose pages may read your answers in a browser.</summary>
    /// <remarks>Needs the permission `keys:manage`.</remarks>
    public Paged<PortalOriginDetail> ListPortalOriginsAsync(ListPortalOriginsQuery? query = null) =>
        Pages<PortalOriginDetailPage, PortalOriginDetail>(new Call(HttpMethod.Get, $"v1/portal-origins") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>Who holds a post, held it and deputises in it.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="postId">The post's id.</param>
    public Paged<PostHolderDetail> ListPostHoldersAsync(Guid postId, ListPostHoldersQuery? query = null) =>
        Pages<PostHolderDetailPage, PostHolderDetail>(new Call(HttpMethod.Get, $"v1/posts/{Wire.Path(postId)}/holders") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>Responsible roles at your authority; for a partnership, at its members.</summary>
    /// <remarks>Titles and vacancy. Who holds a post is known to its authority alone.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    public Paged<PostDetail> ListPostsAsync(ListPostsQuery? query = null) =>
        Pages<PostDetailPage, PostDetail>(new Call(HttpMethod.Get, $"v1/posts") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>What was reported, the oldest first.</summary>
    /// <remarks>The authority sees all of its own; the owner those that are not private. A retracted one stays, without its text.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    public Paged<ProgressUpdateDetail> ListProgressUpdatesAsync(Guid assignmentId, ListProgressUpdatesQuery? query = null) =>
        Pages<ProgressUpdateDetailPage, ProgressUpdateDetail>(new Call(HttpMethod.Get, $"v1/assignments/{Wire.Path(assignmentId)}/progress-updates") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>When your organisation is reminded.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    public Task<ReminderPolicies> ListReminderPoliciesAsync(CancellationToken cancellationToken = default) =>
        SendAsync<ReminderPolicies>(new Call(HttpMethod.Get, $"v1/reminder-policies"), cancellationToken);

    /// <summary>What was owed to whom, and what became of it.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    public Paged<ReminderRow> ListRemindersAsync(ListRemindersQuery? query = null) =>
        Pages<ReminderRowPage, ReminderRow>(new Call(HttpMethod.Get, $"v1/reminders") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>The responsible roles that your open assignments name, and the posts they mean.</summary>
    /// <remarks>Roles without a post go to the equality lead. A post whose title or alias reads the same is suggested, for the lead to confirm.
    ///
    /// Needs the permission `assignments:read`.</remarks>
    public Paged<RoleMappingDetail> ListRoleMappingsAsync(ListRoleMappingsQuery? query = null) =>
        Pages<RoleMappingDetailPage, RoleMappingDetail>(new Call(HttpMethod.Get, $"v1/role-mappings") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>The schemes you may read.</summary>
    /// <remarks>Your own, those of the partnerships you belong to, and those in which an ended membership left you assignments.
    ///
    /// Needs the permission `plan:read`.</remarks>
    public Paged<SchemeRow> ListSchemesAsync(ListSchemesQuery? query = null) =>
        Pages<SchemeRowPage, SchemeRow>(new Call(HttpMethod.Get, $"v1/schemes") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>What is overdue or was moved later, the most overdue first.</summary>
    /// <remarks>What is overdue comes first, the longest overdue leading; then what was moved later and is not due yet, the earliest first. A date that was given up is listed once the day first agreed has passed. You see your own, all of those in your own schemes, and the other members' where the partnership shares headlines.
    ///
    /// Needs the permission `board:read`. Ordered by how late the work is, which can change while you walk it: what moved meanwhile may come twice or not at all, and what stayed comes once. The change feed, /v1/changes, is the way to keep in step.</remarks>
    public Paged<SlippageRow> ListSlippageAsync(ListSlippageQuery? query = null) =>
        Pages<SlippageRowPage, SlippageRow>(new Call(HttpMethod.Get, $"v1/board/slippage") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>How its target moved, and why.</summary>
    /// <remarks>Needs the permission `assignments:read`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    public Paged<TargetMoveDetail> ListTargetMovesAsync(Guid assignmentId, ListTargetMovesQuery? query = null) =>
        Pages<TargetMoveDetailPage, TargetMoveDetail>(new Call(HttpMethod.Get, $"v1/assignments/{Wire.Path(assignmentId)}/target-moves") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>The themes of a scheme, in the plan's order.</summary>
    /// <remarks>Needs the permission `plan:read`. Ordered by the plan's own order, which can change while you walk it: what moved meanwhile may come twice or not at all, and what stayed comes once. The change feed, /v1/changes, is the way to keep in step.</remarks>
    /// <param name="schemeId">The scheme's id.</param>
    public Paged<ThemeDetail> ListThemesAsync(Guid schemeId, ListThemesQuery? query = null) =>
        Pages<ThemeDetailPage, ThemeDetail>(new Call(HttpMethod.Get, $"v1/schemes/{Wire.Path(schemeId)}/themes") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>What you will be reminded of next, the earliest first.</summary>
    /// <remarks>Needs the permission `assignments:read`. Ordered by the day of the next reminder, which can change while you walk it: what moved meanwhile may come twice or not at all, and what stayed comes once. The change feed, /v1/changes, is the way to keep in step.</remarks>
    public Paged<UpcomingReminder> ListUpcomingRemindersAsync(ListUpcomingRemindersQuery? query = null) =>
        Pages<UpcomingReminderPage, UpcomingReminder>(new Call(HttpMethod.Get, $"v1/reminders/upcoming") { Query = query?.Values ?? [] }, page => page.Items, page => page.NextCursor);

    /// <summary>The work that is done for you unasked, and what went wrong with it.</summary>
    /// <remarks>Work that fails is tried again after a minute, then after ever longer, an hour at most. Mails that wait or were given up are in /v1/outbox.
    ///
    /// Needs the permission `settings:manage`.</remarks>
    public Task<WorkList> ListWorkAsync(CancellationToken cancellationToken = default) =>
        SendAsync<WorkList>(new Call(HttpMethod.Get, $"v1/work"), cancellationToken);

    /// <summary>Say which of your posts a role means.</summary>
    /// <remarks>Needs the permission `posts:write`.</remarks>
    /// <param name="body">Your word that a role in plans is this post of yours.</param>
    public Task<RoleMapped> MapRoleAsync(RoleMappingEdit body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<RoleMapped>(new Call(HttpMethod.Put, $"v1/role-mappings") { Body = body, Options = options }, cancellationToken);

    /// <summary>Put an action in another place, or under another commitment.</summary>
    /// <remarks>Under another commitment it takes the next number there, and the reference it had is not given again; its assignments and all that was reported go along. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="actionId">The action's id.</param>
    /// <param name="body">Where an action is to stand.</param>
    /// <param name="ifMatch">The ETag of the action.</param>
    public Task<Versioned<ActionDetail>> MoveActionAsync(Guid actionId, ActionPlace body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ActionDetail>(new Call(HttpMethod.Post, $"v1/actions/{Wire.Path(actionId)}/move") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Put a commitment in another place, or under another theme.</summary>
    /// <remarks>Its actions and their assignments go along. From then on the board counts them under the other theme; the days before stay as they were counted. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="commitmentId">The commitment's id.</param>
    /// <param name="body">Where a commitment is to stand.</param>
    /// <param name="ifMatch">The ETag of the commitment.</param>
    public Task<Versioned<CommitmentDetail>> MoveCommitmentAsync(Guid commitmentId, CommitmentPlace body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<CommitmentDetail>(new Call(HttpMethod.Post, $"v1/commitments/{Wire.Path(commitmentId)}/move") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Put a milestone in another place of its action.</summary>
    /// <remarks>The order in which they are read; their dates stay. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="milestoneId">The milestone's id.</param>
    /// <param name="body">Where a milestone is to stand.</param>
    /// <param name="ifMatch">The ETag of the milestone.</param>
    public Task<Versioned<MilestoneDetail>> MoveMilestoneAsync(Guid milestoneId, MilestonePlace body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<MilestoneDetail>(new Call(HttpMethod.Post, $"v1/milestones/{Wire.Path(milestoneId)}/move") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Set your authority's own target, with a reason.</summary>
    /// <remarks>It stands before the shared one; null goes back to that. Open dates move, completed ones stay, and the first date stays on record as the baseline.
    ///
    /// Needs the permission `targets:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="body">The authority's own target.</param>
    public Task<TargetMoved> MoveOwnTargetAsync(Guid assignmentId, TargetWanted body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<TargetMoved>(new Call(HttpMethod.Post, $"v1/assignments/{Wire.Path(assignmentId)}/target-moves") { Body = body, Options = options }, cancellationToken);

    /// <summary>Put a theme in another place of its scheme.</summary>
    /// <remarks>Its commitments and their actions go along. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="themeId">The theme's id.</param>
    /// <param name="body">Where a theme is to stand.</param>
    /// <param name="ifMatch">The ETag of the theme.</param>
    public Task<Versioned<ThemeDetail>> MoveThemeAsync(Guid themeId, ThemePlace body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ThemeDetail>(new Call(HttpMethod.Post, $"v1/themes/{Wire.Path(themeId)}/move") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Name the posts that answer for an assignment.</summary>
    /// <remarks>They stand in place of those that its roles map to; an empty list goes back to the mapping.
    ///
    /// Needs the permission `posts:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="body">The posts that answer for one assignment, whatever its roles map to.</param>
    public Task<AssignmentPosts> NameAssignmentPostsAsync(Guid assignmentId, AssignmentPostsEdit body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<AssignmentPosts>(new Call(HttpMethod.Put, $"v1/assignments/{Wire.Path(assignmentId)}/posts") { Body = body, Options = options }, cancellationToken);

    /// <summary>Show an update to fewer, with a reason.</summary>
    /// <remarks>Needs the permission `progress:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="updateId">The update's id.</param>
    /// <param name="body">A narrower tier, and why.</param>
    public Task<Versioned<ProgressUpdateDetail>> NarrowProgressAsync(Guid assignmentId, Guid updateId, TierNarrowed body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ProgressUpdateDetail>(new Call(HttpMethod.Post, $"v1/assignments/{Wire.Path(assignmentId)}/progress-updates/{Wire.Path(updateId)}/narrow") { Body = body, Options = options }, cancellationToken);

    /// <summary>The messages that would go out on a day.</summary>
    /// <remarks>Planned and written as on that day, and then taken back: nothing is kept and nothing is sent. On a day ahead it is what would have gathered by then if nothing went out before. What went out already is not in it.
    ///
    /// Needs the permission `posts:write`.</remarks>
    public Task<ReminderPreview> PreviewRemindersAsync(PreviewRemindersQuery? query = null, CancellationToken cancellationToken = default) =>
        SendAsync<ReminderPreview>(new Call(HttpMethod.Get, $"v1/reminders/preview") { Query = query?.Values ?? [] }, cancellationToken);

    /// <summary>How a target would be read.</summary>
    /// <remarks>For a form to show while a person types. Nothing is saved. A text that cannot be read is answered as unreadable, never as an error, and no date is ever invented.
    ///
    /// Needs the permission `plan:read`.</remarks>
    /// <param name="body">A target as somebody writes it.</param>
    public Task<TargetDateReading> ReadTargetDateAsync(TargetDateText body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<TargetDateReading>(new Call(HttpMethod.Post, $"v1/target-dates/read") { Body = body, Options = options }, cancellationToken);

    /// <summary>Report progress on many assignments.</summary>
    /// <remarks>Up to 500 reports in one request, each by the rules of a single one, and an answer for each in the order sent: 201 with the update, or why it was refused. What is refused holds up none of the others; with atomic: true it holds up all, nothing is recorded, and the answer is 409 items-refused with a pointer to each. A body that cannot be read, or that breaks the rule of a field, is refused as a whole. Name an assignment by its id, or by its scheme and reference; give the version that you hold and it is refused where somebody has changed it since. An assignment is named once in a request.
    ///
    /// Needs the permission `progress:write`.</remarks>
    /// <param name="body">Many reports at once.</param>
    public Task<ManyProgressRecorded> RecordManyProgressAsync(ManyProgress body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<ManyProgressRecorded>(new Call(HttpMethod.Post, $"v1/progress-updates/bulk") { Body = body, Options = options }, cancellationToken);

    /// <summary>Report progress.</summary>
    /// <remarks>An update is never edited, only followed by another. Reporting completed closes the only delivery, or on a recurring assignment the one named (else the earliest open); the assignment is completed with its last one, or when the update says finished. A milestone's occurrence that is named is completed alone: what was said of the whole stands.
    ///
    /// Needs the permission `progress:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="body">What an authority reports on its assignment.</param>
    public Task<ProgressRecorded> RecordProgressAsync(Guid assignmentId, ProgressEntry body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<ProgressRecorded>(new Call(HttpMethod.Post, $"v1/assignments/{Wire.Path(assignmentId)}/progress-updates") { Body = body, Options = options }, cancellationToken);

    /// <summary>Let a portal's pages call the API from a browser (CORS).</summary>
    /// <remarks>From then on answers to your organisation's credentials carry Access-Control-Allow-Origin for pages of this origin. Answers to other origins come without it, and browsers withhold them. No cookies are taken: a page sends a key, so it should hold one of its reader's own and none that is shared. It takes effect within five seconds.
    ///
    /// Needs the permission `keys:manage`.</remarks>
    /// <param name="body">A portal whose pages are to call the API.</param>
    public Task<Versioned<PortalOriginDetail>> RegisterPortalOriginAsync(PortalOriginWanted body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<PortalOriginDetail>(new Call(HttpMethod.Post, $"v1/portal-origins") { Body = body, Options = options }, cancellationToken);

    /// <summary>Go back to the service's own way of sending mail.</summary>
    /// <remarks>Needs the permission `settings:manage`.</remarks>
    /// <param name="ifMatch">The ETag of the account.</param>
    public Task RemoveNotifyAccountAsync(string? ifMatch = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(new Call(HttpMethod.Delete, $"v1/notify-account") { IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Let a portal's pages read no more.</summary>
    /// <remarks>Within five seconds browsers withhold the answers from its pages. Send If-Match.
    ///
    /// Needs the permission `keys:manage`.</remarks>
    /// <param name="portalOriginId">The origin's id.</param>
    /// <param name="ifMatch">The ETag of the origin.</param>
    public Task RemovePortalOriginAsync(Guid portalOriginId, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(new Call(HttpMethod.Delete, $"v1/portal-origins/{Wire.Path(portalOriginId)}") { IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Go back to the policy that holds without this one.</summary>
    /// <remarks>Needs the permission `settings:manage`.</remarks>
    /// <param name="reminderPolicyId">The policy's id.</param>
    /// <param name="ifMatch">The ETag of the policy.</param>
    public Task RemoveReminderPolicyAsync(Guid reminderPolicyId, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(new Call(HttpMethod.Delete, $"v1/reminder-policies/{Wire.Path(reminderPolicyId)}") { IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Retract an update, with a reason.</summary>
    /// <remarks>Its text is gone from every answer; that it was retracted, and why, stays. The status it set stands until the next update.
    ///
    /// Needs the permission `progress:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="updateId">The update's id.</param>
    /// <param name="body">Why something is taken back; those concerned read it.</param>
    public Task<Versioned<ProgressUpdateDetail>> RetractProgressAsync(Guid assignmentId, Guid updateId, ReasonGiven body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ProgressUpdateDetail>(new Call(HttpMethod.Post, $"v1/assignments/{Wire.Path(assignmentId)}/progress-updates/{Wire.Path(updateId)}/retract") { Body = body, Options = options }, cancellationToken);

    /// <summary>Revoke a key.</summary>
    /// <remarks>It stops working within five seconds. Send If-Match. The last key that can manage keys is kept, so that nobody locks their organisation out.
    ///
    /// Needs the permission `keys:manage`.</remarks>
    /// <param name="apiKeyId">The key's id.</param>
    /// <param name="ifMatch">The ETag of the key.</param>
    public Task RevokeApiKeyAsync(Guid apiKeyId, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(new Call(HttpMethod.Delete, $"v1/api-keys/{Wire.Path(apiKeyId)}") { IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Revoke a calendar.</summary>
    /// <remarks>Its address stops working at once. Send If-Match.
    ///
    /// Needs the permission `posts:write`.</remarks>
    /// <param name="calendarId">The calendar's id.</param>
    /// <param name="ifMatch">The ETag of the calendar.</param>
    public Task RevokeCalendarAsync(Guid calendarId, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(new Call(HttpMethod.Delete, $"v1/calendars/{Wire.Path(calendarId)}") { IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Have work done now.</summary>
    /// <remarks>It is due from now, however long it would have waited. A worker does it within seconds to a minute; digests still go out once a day and on working days only.
    ///
    /// Needs the permission `settings:manage`.</remarks>
    /// <param name="kind">plan, send, deliver, import, feed or tidy.</param>
    public Task<WorkDetail> RunWorkAsync(string kind, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<WorkDetail>(new Call(HttpMethod.Post, $"v1/work/{Wire.Path(kind)}/run") { Options = options }, cancellationToken);

    /// <summary>Send a mail that was given up, or that waits, now.</summary>
    /// <remarks>Refused for a mail that has been handed over, and for one whose reminders are owed again because its address takes no mail.
    ///
    /// Needs the permission `settings:manage`.</remarks>
    /// <param name="mailId">The mail's id.</param>
    public Task<MailDetail> SendMailAgainAsync(Guid mailId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync<MailDetail>(new Call(HttpMethod.Post, $"v1/outbox/{Wire.Path(mailId)}/send-again") { Options = options }, cancellationToken);

    /// <summary>Send your reminders through your own account with GOV.UK Notify.</summary>
    /// <remarks>Make a key and one e-mail template there, with ((subject)) as its subject and ((body)) as its message. From then on all your mail goes that way, and what waits is tried at once. Send If-Match when you replace an account.
    ///
    /// Needs the permission `settings:manage`.</remarks>
    /// <param name="body">Your organisation's account with GOV.UK Notify.</param>
    /// <param name="ifMatch">The ETag of the account that is replaced; none for a first one.</param>
    public Task<Versioned<NotifyAccountDetail>> SetNotifyAccountAsync(NotifyAccountEdit body, string? ifMatch = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<NotifyAccountDetail>(new Call(HttpMethod.Put, $"v1/notify-account") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Say when to be reminded.</summary>
    /// <remarks>For one scheme, or for all that have no policy of their own. Send If-Match when you replace one. What was sent stays sent; offsets still ahead follow the new policy.
    ///
    /// Needs the permission `settings:manage`.</remarks>
    /// <param name="body">When to remind.</param>
    /// <param name="ifMatch">The ETag of the policy that is replaced; none for a first one.</param>
    public Task<Versioned<ReminderPolicyDetail>> SetReminderPolicyAsync(ReminderPolicyEdit body, string? ifMatch = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ReminderPolicyDetail>(new Call(HttpMethod.Put, $"v1/reminder-policies") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>The page that a message's link opens.</summary>
    /// <remarks>It asks before it stops anything, since programs follow links too. No Authorization header: the link is the credential.
    ///
    /// The token in the address is the credential; no key is asked for.</remarks>
    /// <param name="token">What the link in a message holds.</param>
    public Task<FileAnswer> ShowLeavingDigestsAsync(string token, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Get, $"v1/digest-messages/{Wire.Path(token)}") { TakesKey = false }, cancellationToken);

    /// <summary>Put off the reminders of an assignment until a day, with a reason.</summary>
    /// <remarks>Until then nobody is reminded of it, and it is passed on to nobody; from then on the latest reminder that was missed goes out. At most 92 days, and within the scheme. A date that moves, and work that is completed, withdrawn or not applicable, end it. It stays overdue on the board meanwhile. Only your own authority reads the reason.
    ///
    /// Needs the permission `progress:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="body">Until when to be left alone, and why.</param>
    public Task<Versioned<AssignmentDetail>> SnoozeAssignmentAsync(Guid assignmentId, SnoozeWanted body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<AssignmentDetail>(new Call(HttpMethod.Post, $"v1/assignments/{Wire.Path(assignmentId)}/snooze") { Body = body, Options = options }, cancellationToken);

    /// <summary>Send daily messages again.</summary>
    /// <remarks>The token in the address is the credential; no key is asked for.</remarks>
    /// <param name="token">What the link in a message holds.</param>
    public Task<FileAnswer> TakeDigestsAgainAsync(string token, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendForFileAsync(new Call(HttpMethod.Post, $"v1/digest-messages/{Wire.Path(token)}/again") { Options = options, TakesKey = false }, cancellationToken);

    /// <summary>Take back a plan that went live.</summary>
    /// <remarks>The scheme goes with its plan, assignments, dates and reminders not yet sent, in one transaction, as if it had never been applied; the upload can be applied again, and the log keeps that it happened. What was edited by hand since goes too. Refused once progress has been reported on it, a target moved or anybody reminded.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="importId">The import's id.</param>
    public Task<Versioned<ImportDetail>> UndoImportAsync(Guid importId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ImportDetail>(new Call(HttpMethod.Post, $"v1/imports/{Wire.Path(importId)}/undo") { Options = options }, cancellationToken);

    /// <summary>Be reminded of an assignment again.</summary>
    /// <remarks>Needs the permission `progress:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    public Task UnsnoozeAssignmentAsync(Guid assignmentId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(new Call(HttpMethod.Delete, $"v1/assignments/{Wire.Path(assignmentId)}/snooze") { Options = options }, cancellationToken);

    /// <summary>Upload a plan.</summary>
    /// <remarks>The document as it is, at most 25 MB. Nothing goes live yet: the answer is the plan as it was understood, its dates and cross-references read, and the problems found, row by row. Correct it, and apply it when it is right. A file of more than 512 kB is answered with 202 and read by a worker: ask for the import until its status is read.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="file">The plan as it is: Word (.docx), Excel (.xlsx, .xls), CSV, TSV, or text copied from a PDF; at most 25 MB.</param>
    /// <param name="title">The scheme's title; what the document calls itself, or the file's name, unless given.</param>
    /// <param name="startsOn">The scheme's first day, YYYY-MM-DD; ALL means the members on it. Taken from the years that the plan names unless given.</param>
    /// <param name="endsOn">The scheme's last day, YYYY-MM-DD. Taken from the years that the plan names unless given.</param>
    /// <param name="planYear">The year in which the plan's financial year begins, for quarters written without one: 2026.</param>
    /// <param name="stage">The stage in which it goes live: draft, inConsultation, approved, inForce or closed; what its period says today unless given.</param>
    /// <param name="columns">What columns mean where the reader would take them for something else, as JSON: {"By when":"target"}, or the whole mapping that PATCH takes.</param>
    /// <param name="intoSchemeId">A live scheme of yours that the document is for: its period is the document's, and what it would change is shown before it is applied.</param>
    public Task<Versioned<ImportDetail>> UploadImportAsync(FileToSend file, string? title = null, string? startsOn = null, string? endsOn = null, string? planYear = null, string? stage = null, string? columns = null, string? intoSchemeId = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ImportDetail>(new Call(HttpMethod.Post, $"v1/imports") { Form = [("file", file), ("title", title), ("startsOn", startsOn), ("endsOn", endsOn), ("planYear", planYear), ("stage", stage), ("columns", columns), ("intoSchemeId", intoSchemeId)], Options = options }, cancellationToken);

    /// <summary>Take an action out of the plan.</summary>
    /// <remarks>Its assignments are withdrawn with it; what was reported stays readable. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="actionId">The action's id.</param>
    /// <param name="body">Why something is taken back; those concerned read it.</param>
    /// <param name="ifMatch">The ETag of the action.</param>
    public Task<Versioned<ActionDetail>> WithdrawActionAsync(Guid actionId, ReasonGiven body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ActionDetail>(new Call(HttpMethod.Post, $"v1/actions/{Wire.Path(actionId)}/withdraw") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Take an assignment back, as the plan's owner.</summary>
    /// <remarks>It leaves the figures; what was reported stays readable. Naming the authority in the cross-reference again takes it up where it stopped. Send If-Match.
    ///
    /// Needs the permission `assignments:write`.</remarks>
    /// <param name="assignmentId">The assignment's id.</param>
    /// <param name="body">Why something is taken back; those concerned read it.</param>
    /// <param name="ifMatch">The ETag of the assignment.</param>
    public Task<Versioned<AssignmentDetail>> WithdrawAssignmentAsync(Guid assignmentId, ReasonGiven body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<AssignmentDetail>(new Call(HttpMethod.Post, $"v1/assignments/{Wire.Path(assignmentId)}/withdraw") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Take a commitment out of the plan.</summary>
    /// <remarks>Only once none of its actions stands: each is withdrawn, or moved, on its own, so that every authority reads why. Its reference stays used. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="commitmentId">The commitment's id.</param>
    /// <param name="body">Why something is taken back; those concerned read it.</param>
    /// <param name="ifMatch">The ETag of the commitment.</param>
    public Task<Versioned<CommitmentDetail>> WithdrawCommitmentAsync(Guid commitmentId, ReasonGiven body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<CommitmentDetail>(new Call(HttpMethod.Post, $"v1/commitments/{Wire.Path(commitmentId)}/withdraw") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Take a milestone out of its action.</summary>
    /// <remarks>What is open of it falls away at every authority; what was done of it stays. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="milestoneId">The milestone's id.</param>
    /// <param name="body">Why something is taken back; those concerned read it.</param>
    /// <param name="ifMatch">The ETag of the milestone.</param>
    public Task<Versioned<MilestoneDetail>> WithdrawMilestoneAsync(Guid milestoneId, ReasonGiven body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<MilestoneDetail>(new Call(HttpMethod.Post, $"v1/milestones/{Wire.Path(milestoneId)}/withdraw") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);

    /// <summary>Take a theme out of the plan.</summary>
    /// <remarks>Only once none of its commitments stands: what they ask of authorities is withdrawn action by action, each with its reason. The board still shows it on days on which something was counted under it. Send If-Match.
    ///
    /// Needs the permission `plan:write`.</remarks>
    /// <param name="themeId">The theme's id.</param>
    /// <param name="body">Why something is taken back; those concerned read it.</param>
    /// <param name="ifMatch">The ETag of the theme.</param>
    public Task<Versioned<ThemeDetail>> WithdrawThemeAsync(Guid themeId, ReasonGiven body, string ifMatch, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendVersionedAsync<ThemeDetail>(new Call(HttpMethod.Post, $"v1/themes/{Wire.Path(themeId)}/withdraw") { Body = body, IfMatch = ifMatch, Options = options }, cancellationToken);
}

/// <summary>What to ask <see cref="EqualityClient.ExportAssignmentsAsync"/> for.</summary>
public sealed record ExportAssignmentsQuery
{
    /// <summary>Only of this scheme.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>Only those that were changed at this moment or later.</summary>
    public DateTimeOffset? Since { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("schemeId", SchemeId), ("since", Since)];
}

/// <summary>What to ask <see cref="EqualityClient.ExportChangesAsync"/> for.</summary>
public sealed record ExportChangesQuery
{
    /// <summary>Only what came after this position; all that is kept unless given.</summary>
    public string? After { get; init; }

    /// <summary>Only changes of these types, separated by commas: assignment.status_changed, or progress_update.* for all of a noun.</summary>
    public string? Types { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("after", After), ("types", Types)];
}

/// <summary>What to ask <see cref="EqualityClient.ExportCommitmentsAsync"/> for.</summary>
public sealed record ExportCommitmentsQuery
{
    /// <summary>Only of this scheme.</summary>
    public Guid? SchemeId { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("schemeId", SchemeId)];
}

/// <summary>What to ask <see cref="EqualityClient.ExportProgressUpdatesAsync"/> for.</summary>
public sealed record ExportProgressUpdatesQuery
{
    /// <summary>Only of this scheme.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>Only what was reported at this moment or later.</summary>
    public DateTimeOffset? Since { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("schemeId", SchemeId), ("since", Since)];
}

/// <summary>What to ask <see cref="EqualityClient.ExportSchemeAsync"/> for.</summary>
public sealed record ExportSchemeQuery
{
    /// <summary>Only this authority's progress; all that you may see unless given. The plan's rows are all there either way.</summary>
    public Guid? AuthorityId { get; init; }

    /// <summary>True to put your own private updates in as well; only shared text goes out otherwise.</summary>
    public bool? IncludePrivate { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("authorityId", AuthorityId), ("includePrivate", IncludePrivate)];
}

/// <summary>What to ask <see cref="EqualityClient.GetBoardProgressAsync"/> for.</summary>
public sealed record GetBoardProgressQuery
{
    /// <summary>The scheme's id.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>The day in London, by whose end it had been recorded; today unless said, never a later one.</summary>
    public DateOnly? AsOf { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("schemeId", SchemeId), ("asOf", AsOf)];
}

/// <summary>What to ask <see cref="EqualityClient.ListActionsAsync"/> for.</summary>
public sealed record ListActionsQuery
{
    /// <summary>True for those that no authority answers for, false for the others; all unless said.</summary>
    public bool? Unassigned { get; init; }

    /// <summary>milestones and authorities, separated by commas: the steps of each action, and where each authority stands with it, come along.</summary>
    public string? Expand { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("unassigned", Unassigned), ("expand", Expand), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListApiKeysAsync"/> for.</summary>
public sealed record ListApiKeysQuery
{
    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListAssignmentsAsync"/> for.</summary>
public sealed record ListAssignmentsQuery
{
    /// <summary>Only of this scheme.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>Only under this theme.</summary>
    public Guid? ThemeId { get; init; }

    /// <summary>Only under this commitment.</summary>
    public Guid? CommitmentId { get; init; }

    /// <summary>Only of this action.</summary>
    public Guid? ActionId { get; init; }

    /// <summary>Only of this authority; for a partnership, since an authority sees its own alone.</summary>
    public Guid? AuthorityId { get; init; }

    /// <summary>Only in these statuses, separated by commas: notStarted, onTrack, atRisk, offTrack, completed, notApplicable.</summary>
    public string? Status { get; init; }

    /// <summary>True for those with an open delivery that should have been done by now, false for the others.</summary>
    public bool? Overdue { get; init; }

    /// <summary>True for those whose last ended review period went by without an update and that have reported nothing since, false for the others.</summary>
    public bool? NotUpdated { get; init; }

    /// <summary>True for those for which nobody has said when, false for the others.</summary>
    public bool? NoTarget { get; init; }

    /// <summary>Only with an open delivery due before this day.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>Only with an open delivery due after this day.</summary>
    public DateOnly? DueAfter { get; init; }

    /// <summary>Only where the action, its outcome or its commitment holds this text, in any case.</summary>
    public string? Q { get; init; }

    /// <summary>True for those that the owner has taken back; otherwise they are left out.</summary>
    public bool? Withdrawn { get; init; }

    /// <summary>True for those that their authority contests and the owner has not decided on, false for the others.</summary>
    public bool? Contested { get; init; }

    /// <summary>id for the order in which they were made (the default; a plan's own, until it is edited), dueBy for the most urgent first; those without a date last.</summary>
    public string? Sort { get; init; }

    /// <summary>latestUpdate, for the last progress update of each that you may read to come along.</summary>
    public string? Expand { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("schemeId", SchemeId), ("themeId", ThemeId), ("commitmentId", CommitmentId), ("actionId", ActionId), ("authorityId", AuthorityId), ("status", Status), ("overdue", Overdue), ("notUpdated", NotUpdated), ("noTarget", NoTarget), ("dueBefore", DueBefore), ("dueAfter", DueAfter), ("q", Q), ("withdrawn", Withdrawn), ("contested", Contested), ("sort", Sort), ("expand", Expand), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListAuditAsync"/> for.</summary>
public sealed record ListAuditQuery
{
    /// <summary>Only what was done to this: assignments/ and its id, or settings.</summary>
    public string? Subject { get; init; }

    /// <summary>Only changes of these types, separated by commas: assignment.status_changed, or api_key.* for all of a noun.</summary>
    public string? Types { get; init; }

    /// <summary>Only from this day on, in London.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>Only to the end of this day, in London.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("subject", Subject), ("types", Types), ("fromOn", FromOn), ("toOn", ToOn), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListCalendarsAsync"/> for.</summary>
public sealed record ListCalendarsQuery
{
    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListChangesAsync"/> for.</summary>
public sealed record ListChangesQuery
{
    /// <summary>Where to go on from: the `nextCursor` of the page before, the `position` of an item, or that of an export; the beginning of what is kept unless given.</summary>
    public string? After { get; init; }

    /// <summary>now: answers the present position and no changes, for who wants only what comes.</summary>
    public string? From { get; init; }

    /// <summary>Only changes of these types, separated by commas: assignment.status_changed, or progress_update.* for all of a noun. /v1/changes/types lists them.</summary>
    public string? Types { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("after", After), ("from", From), ("types", Types), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListCommitmentsAsync"/> for.</summary>
public sealed record ListCommitmentsQuery
{
    /// <summary>Only commitments under this theme.</summary>
    public Guid? ThemeId { get; init; }

    /// <summary>True for those that the owner has taken out of the plan; otherwise they are left out.</summary>
    public bool? Withdrawn { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("themeId", ThemeId), ("withdrawn", Withdrawn), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListDigestsAsync"/> for.</summary>
public sealed record ListDigestsQuery
{
    /// <summary>Only those of this day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("day", Day), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListImportsAsync"/> for.</summary>
public sealed record ListImportsQuery
{
    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListMilestonesAsync"/> for.</summary>
public sealed record ListMilestonesQuery
{
    /// <summary>True for those that the owner has taken out of the plan; otherwise they are left out.</summary>
    public bool? Withdrawn { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("withdrawn", Withdrawn), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListOccurrencesAsync"/> for.</summary>
public sealed record ListOccurrencesQuery
{
    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListOrganisationsAsync"/> for.</summary>
public sealed record ListOrganisationsQuery
{
    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListOutboxAsync"/> for.</summary>
public sealed record ListOutboxQuery
{
    /// <summary>Only those in this state: waiting, sent or failed.</summary>
    public string? State { get; init; }

    /// <summary>Only those of this kind: digest or notice.</summary>
    public string? Kind { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("state", State), ("kind", Kind), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListPortalOriginsAsync"/> for.</summary>
public sealed record ListPortalOriginsQuery
{
    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListPostHoldersAsync"/> for.</summary>
public sealed record ListPostHoldersQuery
{
    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListPostsAsync"/> for.</summary>
public sealed record ListPostsQuery
{
    /// <summary>Only those that nobody holds, or only those that somebody does.</summary>
    public bool? Vacant { get; init; }

    /// <summary>Only this authority's; for partnerships.</summary>
    public Guid? AuthorityId { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("vacant", Vacant), ("authorityId", AuthorityId), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListProgressUpdatesAsync"/> for.</summary>
public sealed record ListProgressUpdatesQuery
{
    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListRemindersAsync"/> for.</summary>
public sealed record ListRemindersQuery
{
    /// <summary>Only those in this state: owed, inDigest, stopped or noRecipient.</summary>
    public string? State { get; init; }

    /// <summary>Only those owed on this day or later.</summary>
    public DateOnly? OwedFrom { get; init; }

    /// <summary>Only those owed on this day or earlier.</summary>
    public DateOnly? OwedTo { get; init; }

    /// <summary>Only those of this scheme.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>Only those of this assignment.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("state", State), ("owedFrom", OwedFrom), ("owedTo", OwedTo), ("schemeId", SchemeId), ("assignmentId", AssignmentId), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListRoleMappingsAsync"/> for.</summary>
public sealed record ListRoleMappingsQuery
{
    /// <summary>Only roles with a post, or only those without one.</summary>
    public bool? Mapped { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("mapped", Mapped), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListSchemesAsync"/> for.</summary>
public sealed record ListSchemesQuery
{
    /// <summary>Only schemes in this stage: draft, inConsultation, approved, inForce or closed.</summary>
    public string? Stage { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("stage", Stage), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListSlippageAsync"/> for.</summary>
public sealed record ListSlippageQuery
{
    /// <summary>The scheme's id.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>The day in London, by whose end it had been recorded; today unless said, never a later one. The pages after the first keep the first one's day.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Only this authority's.</summary>
    public Guid? AuthorityId { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("schemeId", SchemeId), ("asOf", AsOf), ("authorityId", AuthorityId), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListTargetMovesAsync"/> for.</summary>
public sealed record ListTargetMovesQuery
{
    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListThemesAsync"/> for.</summary>
public sealed record ListThemesQuery
{
    /// <summary>True for those that the owner has taken out of the plan; otherwise they are left out.</summary>
    public bool? Withdrawn { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("withdrawn", Withdrawn), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.ListUpcomingRemindersAsync"/> for.</summary>
public sealed record ListUpcomingRemindersQuery
{
    /// <summary>Only those that are looked at on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only those that are looked at on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How many to answer, 1 to 200; 50 unless said.</summary>
    public int? Limit { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("from", From), ("to", To), ("limit", Limit)];
}

/// <summary>What to ask <see cref="EqualityClient.PreviewRemindersAsync"/> for.</summary>
public sealed record PreviewRemindersQuery
{
    /// <summary>The day, today or up to 92 days ahead; today unless given.</summary>
    public DateOnly? Date { get; init; }

    internal IReadOnlyList<(string Name, object? Value)> Values => [("date", Date)];
}

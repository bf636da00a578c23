using System.Net;
using System.Text.Json;
using PartnershipEquality.Client;

namespace PartnershipEquality.Examples;

/// <summary>
/// Keeps a council's assignments in a local file: from the export at first, and then by following what changes. Stopped
/// and started again, it goes on where it was.
/// </summary>
/// <param name="client">The council's client.</param>
/// <param name="file">Where the copy is kept.</param>
public sealed class KeepInStep(EqualityClient client, string file)
{
    private Copy _copy = new("", []);

    /// <summary>
    /// What is kept of an assignment: what it says itself. What follows from the date (overdue) is not told of, so it is not kept.
    /// </summary>
    public sealed record Kept(Guid Id, Guid SchemeId, Guid ActionId, AssignmentStatus Status, DateOnly? DueBy,
        DateTimeOffset? LastReportedAt, int Version);

    /// <summary>The file: the assignments, and how far the feed has been read. They are written together, so they always agree.</summary>
    public sealed record Copy(string Position, Dictionary<Guid, Kept> Assignments);

    /// <summary>Runs until it is cancelled; or, as a nightly job does, until everything that changed is in the file.</summary>
    public async Task RunAsync(bool untilCaughtUp, CancellationToken cancellationToken)
    {
        _copy = File.Exists(file)
            ? JsonSerializer.Deserialize<Copy>(await File.ReadAllTextAsync(file, cancellationToken))! : await BeginAsync(cancellationToken);
        await SaveAsync(cancellationToken);
        await foreach (var page in client.FollowChangesAsync(_copy.Position, new FollowOptions { UntilCaughtUp = untilCaughtUp },
            cancellationToken))
        {
            foreach (var change in page.Items)
            {
                await TakeAsync(change, cancellationToken);
            }

            _copy = _copy with { Position = page.NextCursor };
            await SaveAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Reports on an assignment. The key names the intention: it is kept with it (a row of your queue, say), and sent
    /// again with it, and the report is made once.
    /// </summary>
    public Task<ProgressRecorded> ReportAsync(Guid assignmentId, AssignmentStatus status, string narrative, string intention,
        CancellationToken cancellationToken) =>
        client.RecordProgressAsync(assignmentId, new ProgressEntry { Status = status, Narrative = narrative },
            new RequestOptions { IdempotencyKey = intention }, cancellationToken);

    /// <summary>A change of what others may change too: under the ETag of what was read, and once more on what they made of it.</summary>
    public async Task SayWhereRepliesGoAsync(string address, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (settings, etag) = await client.GetSettingsAsync(cancellationToken);
            if (settings.MailReplyTo == address)
            {
                return;
            }

            try
            {
                await client.ChangeSettingsAsync(new SettingsPatch { MailReplyTo = address }, etag, cancellationToken: cancellationToken);
                return;
            }
            catch (ProblemException problem) when (problem.Code == "version-stale")
            {
                // Somebody else changed them in between: look again.
            }
        }
    }

    /// <summary>An export hands over the position that it is of: what changes after it is told of, and nothing is missed.</summary>
    private async Task<Copy> BeginAsync(CancellationToken ct)
    {
        await using var export = await client.ExportAssignmentsAsync("ndjson", cancellationToken: ct);
        var assignments = new Dictionary<Guid, Kept>();
        await foreach (var row in export.RowsAsync<AssignmentRow>(ct))
        {
            if (row.WithdrawnAt is null)
            {
                assignments[row.Id] = new Kept(row.Id, row.SchemeId, row.ActionId, row.Status, row.DueBy, row.LastReportedAt, row.Version);
            }
        }

        return new Copy(export.Position!, assignments);
    }

    /// <summary>A change says what changed; what it says now is read where it stands, and what is no longer found is dropped.</summary>
    private async Task TakeAsync(ChangeEvent change, CancellationToken ct)
    {
        if (change.Data is { Resource: "assignments", Id: { } id })
        {
            if (await FindAsync(id, ct) is { WithdrawnAt: null } now)
            {
                _copy.Assignments[id] = new Kept(now.Id, now.SchemeId, now.ActionId, now.Status, now.DueBy, now.LastReportedAt,
                    now.Version);
            }
            else
            {
                _copy.Assignments.Remove(id);
            }
        }
        else if (change.Type == "scheme.deleted")
        {
            foreach (var gone in _copy.Assignments.Values.Where(a => a.SchemeId == change.Data.Id).ToList())
            {
                _copy.Assignments.Remove(gone.Id);
            }
        }
    }

    private async Task<AssignmentDetail?> FindAsync(Guid assignmentId, CancellationToken ct)
    {
        try
        {
            return (await client.GetAssignmentAsync(assignmentId, ct)).Value;
        }
        catch (ProblemException problem) when (problem.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Beside it first, and then in its place: whatever happens, the file is whole.</summary>
    private async Task SaveAsync(CancellationToken ct)
    {
        await File.WriteAllTextAsync(file + ".new", JsonSerializer.Serialize(_copy), ct);
        File.Move(file + ".new", file, overwrite: true);
    }
}

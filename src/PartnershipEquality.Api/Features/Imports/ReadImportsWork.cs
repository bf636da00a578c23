using Npgsql;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>Reads the uploads that were too large to be read while their sender waited.</summary>
public sealed class ReadImportsWork(OrganisationWork work, TimeProvider time, ILogger<ReadImportsWork> logger)
    : WorkJob(WorkKind.Import, "read-imports", "Read imports", "0/5 * * * * ?", WorkQueues.Urgent)
{
    private const string NotUnderstood =
        "The file was opened and could not be understood, which is a fault of ours: our log has it under the import's id. Until it is mended, put the plan into the template.";

    public override async Task<WorkResult> RunAsync(TenantScope organisation, DateTimeOffset now, CancellationToken ct) =>
        new(now + WorkResult.FarAhead, WorkResult.Count(await ReadImportsAsync(organisation, ct), "import"));

    /// <summary>Reads the large uploads that wait. Reading takes seconds, so it is done between transactions and not in one.</summary>
    public async Task<int> ReadImportsAsync(TenantScope organisation, CancellationToken ct)
    {
        var read = 0;
        while (await work.AskAsync(organisation, new ClaimImport(), ct) is { } taken)
        {
            read++;
            ImportReading? reading = null;
            Refusal? failure = null;
            try
            {
                reading = await ReadAsync(organisation, taken, ct);
            }
            catch (Refusal refusal)
            {
                failure = refusal;
            }

            try
            {
                await work.AskAsync(organisation, new SaveReading(taken.Id, taken.Version, reading, failure), ct);
            }
            catch (Exception e) when (reading is not null
                && e is not (OperationCanceledException or NpgsqlException { IsTransient: true } or OutOfMemoryException))
            {
                // Tried again it would fail again, and every upload after it would wait for it without end.
                logger.LogError(e, "Import {Import} cannot be understood", taken.Id);
                await work.AskAsync(organisation,
                    new SaveReading(taken.Id, taken.Version, null, Refusal.Invalid("file-unreadable", NotUnderstood)), ct);
            }
        }

        return read;
    }

    /// <summary>Reads one of them, and notes beside it how far the reading has come.</summary>
    private async Task<ImportReading> ReadAsync(TenantScope organisation, ClaimedImport taken, CancellationToken ct)
    {
        var progress = new ReadingProgress(time);
        var reading = Task.Run(() =>
        {
            try
            {
                return ImportReading.Of(taken.Terms, taken.Content, ct, progress);
            }
            finally
            {
                progress.End();
            }
        }, ct);
        await foreach (var rows in progress.ToldAsync(ct))
        {
            await work.AskAsync(organisation, new ReportReadingProgress(taken.Id, taken.Version, rows), ct);
        }

        return await reading;
    }
}

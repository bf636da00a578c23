using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>The next large upload of the organisation that waits to be read, with its file; null when there is none.</summary>
[ForTimetable]
internal sealed record ClaimImport : IRequest<ClaimedImport?>;

/// <summary>An upload as it is to be read, at one version of how.</summary>
internal sealed record ClaimedImport(Guid Id, int Version, ReadingTerms Terms, byte[] Content);

/// <summary>How far the reading of an upload has come.</summary>
[ForTimetable]
internal sealed record ReportReadingProgress(Guid Id, int Version, RowsRead Progress) : IRequest;

/// <summary>The upload has been read, or could not be.</summary>
[ForTimetable]
internal sealed record SaveReading(Guid Id, int Version, ImportReading? Reading, Refusal? Failure) : IRequest;

/// <summary>Why an upload could not be read.</summary>
/// <param name="Code">As in the problem that a small file gets at once.</param>
/// <param name="Detail">What to do.</param>
public sealed record ImportFailure(string Code, string Detail);

internal sealed class ClaimImportHandler(EqualityDb db, Caller caller) : IRequestHandler<ClaimImport, ClaimedImport?>
{
    public async Task<ClaimedImport?> Handle(ClaimImport request, CancellationToken cancellationToken)
    {
        var import = await db.Imports.AsNoTracking().Where(i => i.OrganisationId == caller.OrganisationId
            && i.Status == ImportStatus.Reading).OrderBy(i => i.CreatedAt).ThenBy(i => i.Id).FirstOrDefaultAsync(cancellationToken);
        return import is null
            ? null : new ClaimedImport(import.Id, import.Version, ReadingTerms.Of(import),
                await ImportFile.ReadAsync(db, import, cancellationToken));
    }
}

internal sealed class ReportReadingProgressHandler(EqualityDb db) : IRequestHandler<ReportReadingProgress>
{
    public async Task<Unit> Handle(ReportReadingProgress request, CancellationToken cancellationToken)
    {
        await new Sql($"""
            update imports set rows = {request.Progress.Rows}, rows_read = {request.Progress.Read}
              where id = {request.Id} and version = {request.Version} and status = 'reading'
            """).RunAsync(db, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class SaveReadingHandler(EqualityDb db, ChangeLog log, TimeProvider time) : IRequestHandler<SaveReading>
{
    public async Task<Unit> Handle(SaveReading request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var import = await OwnImport.LockAsync(db, request.Id, cancellationToken);
        if (import.Status != ImportStatus.Reading || import.Version != request.Version)
        {
            // It was corrected, or abandoned, while it was read; a later reading counts.
            return Unit.Value;
        }

        if (request.Reading is { } reading)
        {
            await reading.KeepAsync(import, db, LondonDay.Of(at), cancellationToken);
        }
        else
        {
            import.Status = ImportStatus.Failed;
            import.Failure = JsonSerializer.Serialize(new ImportFailure(request.Failure!.Code, request.Failure.Message),
                JsonSettings.Options);
        }

        import.Version++;
        import.UpdatedAt = at;
        log.Own(import.Status == ImportStatus.Read
            ? "import.read" : "import.failed", $"imports/{import.Id}", import.Version, null, new { import.Rows });
        return Unit.Value;
    }
}

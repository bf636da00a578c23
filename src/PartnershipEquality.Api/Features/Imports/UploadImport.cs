using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Imports;
using PartnershipEquality.Domain.Schemes;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>A plan to be read. Its title is the file's name, and its stage what its period says today, unless given.</summary>
[Writes(Permission.PlanWrite)]
public sealed record UploadImport(
    string FileName,
    byte[] Content,
    [property: MaxLength(Scheme.TitleMaxLength)] string? Title,
    DateOnly StartsOn,
    DateOnly EndsOn,
    int? PlanYear,
    SchemeStage? Stage,
    bool Sample = false) : IRequest<ImportDetail>
{
    public const long MaxBytes = 25 * 1024 * 1024;
    public const int ChunkBytes = 256 * 1024;
    public const int MaxYears = 10;
}

internal sealed class UploadImportHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time) : IRequestHandler<UploadImport, ImportDetail>
{
    public async Task<ImportDetail> Handle(UploadImport request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        EnsurePeriod(request.StartsOn, request.EndsOn);
        var (plan, problems) = await UnderstandAsync(request, cancellationToken);
        var import = new Import
        {
            Id = Uuid.New(at),
            OrganisationId = caller.OrganisationId,
            FileName = NameOf(request.FileName),
            Bytes = request.Content.Length,
            Sha256 = SHA256.HashData(request.Content),
            Title = string.IsNullOrWhiteSpace(request.Title) ? Path.GetFileNameWithoutExtension(NameOf(request.FileName)) : request.Title.Trim(),
            StartsOn = request.StartsOn,
            EndsOn = request.EndsOn,
            Stage = request.Stage ?? StageOn(LondonDay.Of(at), request.StartsOn, request.EndsOn),
            Sample = request.Sample,
            Plan = JsonSerializer.Serialize(plan, JsonSettings.Options),
            Problems = JsonSerializer.Serialize(problems, JsonSettings.Options),
            CreatedAt = at,
        };
        db.Imports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        // In chunks, so that reading a file back never needs all of it at once.
        foreach (var (chunk, ordinal) in request.Content.Chunk(UploadImport.ChunkBytes).Select((bytes, i) => (bytes, i)))
        {
            await new Sql($"insert into import_chunks (organisation_id, import_id, ordinal, bytes) values ({caller.OrganisationId}, {import.Id}, {ordinal}, {chunk})").RunAsync(db, cancellationToken);
        }

        log.Own("import.read", $"imports/{import.Id}", 1, null, plan.Count());
        return ImportDetail.From(import);
    }

    private async Task<(UnderstoodPlan Plan, IReadOnlyList<RowProblem> Problems)> UnderstandAsync(UploadImport request, CancellationToken ct)
    {
        var (proposal, problems) = PlanReader.Read(CsvTable.Read(request.FileName, request.Content));
        var understanding = await PlanReading.ForAsync(db, caller.OrganisationId, request.StartsOn, request.EndsOn, request.PlanYear, ct);
        var (plan, doubts) = understanding.Read(proposal);
        return (plan, [.. problems.Concat(doubts).OrderBy(p => p.Row)]);
    }

    private static void EnsurePeriod(DateOnly startsOn, DateOnly endsOn)
    {
        if (endsOn < startsOn || endsOn > startsOn.AddYears(UploadImport.MaxYears))
        {
            throw Refusal.Field("endsOn", "out-of-range", $"Give a last day on or after {startsOn:yyyy-MM-dd}, at most {UploadImport.MaxYears} years later.");
        }

        if (startsOn.Year is < 1990 or > 2200)
        {
            throw Refusal.Field("startsOn", "out-of-range", "Give a first day from 1990 to 2200.");
        }
    }

    private static SchemeStage StageOn(DateOnly today, DateOnly startsOn, DateOnly endsOn) =>
        today > endsOn ? SchemeStage.Closed : today < startsOn ? SchemeStage.Approved : SchemeStage.InForce;

    /// <summary>A name is shown and answered again, so it keeps no path and no control characters.</summary>
    private static string NameOf(string fileName)
    {
        var name = new string([.. Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(200)]);
        return name.Length == 0 ? "plan.csv" : name;
    }
}

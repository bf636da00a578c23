using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Imports.Merging;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Merging;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Imports;

/// <param name="ImportId">The import's id.</param>
/// <param name="IfMatch">The ETag of the import you changed.</param>
[Writes(Permission.PlanWrite)]
public sealed record ChangeImport(Guid ImportId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body)
    : IRequest<ImportDetail>;

/// <summary>How an upload is to be taken. Whatever is changed, the file is read again with it; the file itself stays as it is.</summary>
/// <param name="Title">The scheme's title.</param>
/// <param name="StartsOn">The scheme's first day.</param>
/// <param name="EndsOn">The scheme's last day.</param>
/// <param name="PlanYear">The year in which the plan's financial year begins, for quarters written without one; null for that of the first
/// day.</param>
/// <param name="Stage">The stage in which it will go live.</param>
/// <param name="Mapping">What tables and columns mean, where the reader took them for something else; null for what the reader
/// finds.</param>
/// <param name="Corrections">Cells of the file that should have held something else; at most 1,000.</param>
/// <param name="IntoSchemeId">A live scheme of yours that the document is for; its period is then the document's. Null to make a new
/// one.</param>
/// <param name="Matches">Which commitments and actions of the document are which of that scheme, where the words do not tell; at most
/// 1,000.</param>
public sealed record ImportEdit(
    [property: Required, MinLength(1), MaxLength(Scheme.TitleMaxLength)] string Title,
    [property: Required] DateOnly? StartsOn,
    [property: Required] DateOnly? EndsOn,
    [property: Range(1900, 2200)] int? PlanYear,
    [property: Required] SchemeStage? Stage,
    ColumnMapping? Mapping,
    [property: Required, MaxLength(1000)] IReadOnlyList<CellCorrection> Corrections,
    Guid? IntoSchemeId,
    [property: Required, MaxLength(1000)] IReadOnlyList<GivenMatch> Matches)
{
    internal static ImportEdit Of(Import i)
    {
        var terms = ReadingTerms.Of(i);
        return new ImportEdit(i.Title, i.StartsOn, i.EndsOn, i.PlanYear, i.Stage, terms.Mapping, terms.Corrections, i.IntoSchemeId,
            ImportDetail.MatchesOf(i));
    }
}

internal sealed class ChangeImportHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ChangeImport, ImportDetail>
{
    public async Task<ImportDetail> Handle(ChangeImport request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var import = await OwnImport.LockAsync(db, request.ImportId, cancellationToken);
        Versions.Ensure(request.IfMatch, import.Version);
        OwnImport.EnsureOpen(import);
        var before = ImportEdit.Of(import);
        var edit = MergePatch.Apply(before, request.Body);
        ImportPeriod.Ensure(edit.StartsOn!.Value, edit.EndsOn!.Value, "#/");
        edit.Mapping?.EnsureClear("#/mapping");
        import.PeriodAssumed &= edit.StartsOn == before.StartsOn && edit.EndsOn == before.EndsOn;
        (import.Title, import.StartsOn, import.EndsOn, import.PlanYear, import.Stage) = (edit.Title, edit.StartsOn.Value, edit.EndsOn.Value,
            edit.PlanYear, edit.Stage!.Value);
        import.IntoSchemeId = edit.IntoSchemeId;
        import.Matches = JsonSerializer.Serialize(edit.Matches, JsonSettings.Options);
        if (edit.IntoSchemeId is { } into)
        {
            ImportPeriod.TakeOver(import, await ImportDifference.SchemeAsync(db, caller, into, "#/intoSchemeId", cancellationToken));
        }

        import.Mapping = edit.Mapping is null ? null : JsonSerializer.Serialize(edit.Mapping, JsonSettings.Options);
        import.Corrections = JsonSerializer.Serialize(edit.Corrections, JsonSettings.Options);
        if (import.Bytes <= UploadImport.ReadAtOnceBytes)
        {
            var content = await ImportFile.ReadAsync(db, import, cancellationToken);
            await ImportReading.Of(ReadingTerms.Of(import), content, cancellationToken)
                .KeepAsync(import, db, LondonDay.Of(at), cancellationToken);
        }
        else
        {
            (import.Status, import.RowsRead) = (ImportStatus.Reading, null);
            await WorkDue.LowerAsync(db, caller.OrganisationId, WorkKind.Import, at, cancellationToken);
        }

        if (edit.Matches.Count > 0 && import.Status == ImportStatus.Read)
        {
            await EnsureMatchesAsync(import, edit.Matches, cancellationToken);
        }

        import.Version++;
        import.UpdatedAt = at;
        log.Own("import.corrected", $"imports/{import.Id}", import.Version, null, new { corrections = edit.Corrections.Count });
        return ImportDetail.From(import);
    }
    private async Task EnsureMatchesAsync(Import import, IReadOnlyList<GivenMatch> matches, CancellationToken ct)
    {
        var scheme = import.IntoSchemeId is { } into ? await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == into, ct)
            : throw Refusal.Field("#/matches", "not-wanted",
                "Matches are for an upload that is applied into a live scheme. Give intoSchemeId too, or none of them.");
        ImportDifference.EnsureMatches(matches, ImportDetail.PlanOf(import), await StandingPlans.ReadAsync(db, scheme, ct));
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Merging;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>An uploaded plan: what was understood, and what a person should look at.</summary>
/// <param name="Status">reading while a worker has it, read once it can be corrected and applied, failed where it could not be read,
/// applied once it has gone live, abandoned when it was given up.</param>
/// <param name="Progress">How far the reading has come.</param>
/// <param name="Failure">Why it could not be read; null unless it failed.</param>
/// <param name="Source">The file it was read from.</param>
/// <param name="Title">The title the scheme will have.</param>
/// <param name="StartsOn">The scheme's first day; ALL means the members on it.</param>
/// <param name="EndsOn">The scheme's last day.</param>
/// <param name="Stage">The stage in which it will go live: inForce within its period, closed after it, approved before it, unless the
/// upload said.</param>
/// <param name="PeriodAssumed">Nobody said the period, so it was taken from the years that the plan names, or from today.</param>
/// <param name="PlanYear">The year for quarters written without one; null for that of the first day.</param>
/// <param name="Mapping">What people said that tables and columns mean; null while they said nothing.</param>
/// <param name="Corrections">Cells of the file that should have held something else.</param>
/// <param name="Tables">How each table was taken, for people to correct.</param>
/// <param name="Narrative">The text around the tables, kept as the scheme's.</param>
/// <param name="Dropped">What was left away because it only repeats: headings of later pages, page footers.</param>
/// <param name="Plan">The plan as it would go live.</param>
/// <param name="Problems">Errors stop it from being applied; warnings do not.</param>
/// <param name="Counts">How much it holds.</param>
/// <param name="IntoSchemeId">The live scheme that it is for; null where it makes one of its own.</param>
/// <param name="Matches">What people said about which of its parts are which of that scheme's.</param>
/// <param name="SchemeId">The scheme it became, or was applied into; null until it is applied.</param>
public sealed record ImportDetail(
    Guid Id, ImportStatus Status, ImportProgress Progress, ImportFailure? Failure, ImportSource Source, string Title, DateOnly StartsOn,
        DateOnly EndsOn, bool PeriodAssumed, int? PlanYear, SchemeStage Stage,
    ColumnMapping? Mapping, IReadOnlyList<CellCorrection> Corrections, IReadOnlyList<ReadTable> Tables, string? Narrative,
        IReadOnlyList<DroppedText> Dropped, UnderstoodPlan Plan,
    IReadOnlyList<RowProblem> Problems, PlanCounts Counts, Guid? IntoSchemeId, IReadOnlyList<GivenMatch> Matches, Guid? SchemeId,
        DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? AppliedAt, int Version) : IVersioned
{
    /// <summary>What an earlier version kept may say things that this one no longer knows.</summary>
    private static readonly JsonSerializerOptions Kept = new(JsonSettings.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip
    };

    internal static ImportDetail From(Import i)
    {
        var plan = PlanOf(i);
        var terms = ReadingTerms.Of(i);
        return new ImportDetail(i.Id, i.Status, new ImportProgress(i.Rows, i.RowsRead), i.Failure is null
            ? null : Read<ImportFailure>(i.Failure), new ImportSource(i.FileName, i.Bytes), i.Title,
            i.StartsOn, i.EndsOn, i.PeriodAssumed, i.PlanYear, i.Stage, terms.Mapping, terms.Corrections, TablesOf(i), i.Narrative,
                Read<List<DroppedText>>(i.Dropped), plan,
            ProblemsOf(i), plan.Count(), i.IntoSchemeId, MatchesOf(i), i.SchemeId, i.CreatedAt, i.UpdatedAt, i.AppliedAt, i.Version);
    }

    internal static UnderstoodPlan PlanOf(Import i) => Read<UnderstoodPlan>(i.Plan);

    internal static IReadOnlyList<RowProblem> ProblemsOf(Import i) => Read<List<RowProblem>>(i.Problems);

    internal static IReadOnlyList<ReadTable> TablesOf(Import i) => Read<List<ReadTable>>(i.Tables);

    internal static IReadOnlyList<GivenMatch> MatchesOf(Import i) => Read<List<GivenMatch>>(i.Matches);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Kept)!;
}

/// <summary>How far the reading of a file has come.</summary>
/// <param name="Rows">How many rows its tables have; null until it is open.</param>
/// <param name="RowsRead">How many of them have been understood, rising while a worker reads the file; null until it is open.</param>
public sealed record ImportProgress(int? Rows, int? RowsRead);

/// <summary>The file of an upload.</summary>
/// <param name="FileName">Its name, without a path.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ImportSource(string FileName, long Bytes);

using System.Text.Json;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Imports;
using PartnershipEquality.Domain.Schemes;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>An uploaded plan: what was understood, and what a person should look at.</summary>
/// <param name="Status">read, or applied once it has gone live.</param>
/// <param name="Source">The file it was read from.</param>
/// <param name="Title">The title the scheme will have.</param>
/// <param name="StartsOn">The scheme's first day; ALL means the members on it.</param>
/// <param name="EndsOn">The scheme's last day.</param>
/// <param name="Stage">The stage in which it will go live: inForce within its period, closed after it, approved before it, unless the upload said.</param>
/// <param name="Plan">The plan as it would go live.</param>
/// <param name="Problems">Errors stop it from being applied; warnings do not.</param>
/// <param name="Counts">How much it holds.</param>
/// <param name="SchemeId">The scheme it became; null until it is applied.</param>
public sealed record ImportDetail(
    Guid Id, ImportStatus Status, ImportSource Source, string Title, DateOnly StartsOn, DateOnly EndsOn, SchemeStage Stage, UnderstoodPlan Plan,
    IReadOnlyList<RowProblem> Problems, PlanCounts Counts, Guid? SchemeId, DateTimeOffset CreatedAt, DateTimeOffset? AppliedAt, int Version) : IVersioned
{
    internal static ImportDetail From(Import i)
    {
        var plan = PlanOf(i);
        return new ImportDetail(i.Id, i.Status, new ImportSource(i.FileName, i.Bytes), i.Title, i.StartsOn, i.EndsOn, i.Stage, plan, ProblemsOf(i), plan.Count(),
            i.SchemeId, i.CreatedAt, i.AppliedAt, i.Version);
    }

    internal static UnderstoodPlan PlanOf(Import i) => JsonSerializer.Deserialize<UnderstoodPlan>(i.Plan, JsonSettings.Options)!;

    internal static IReadOnlyList<RowProblem> ProblemsOf(Import i) => JsonSerializer.Deserialize<List<RowProblem>>(i.Problems, JsonSettings.Options)!;
}

/// <summary>The file of an upload.</summary>
/// <param name="FileName">Its name, without a path.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ImportSource(string FileName, long Bytes);

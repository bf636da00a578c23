using System.Text;
using PartnershipEquality.Api.Features.Assignments;
using PartnershipEquality.Api.Features.Imports;
using PartnershipEquality.Api.Features.Posts;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Sample;

/// <summary>
/// Made-up post holders and a little made-up progress, so that a fresh database has somebody to remind and a board
/// that is not empty. The people are fictional, at example.org; every update says that it is sample.
/// </summary>
internal sealed class SampleWork(SamplePartnership partnership)
{
    private static readonly (string Reference, AssignmentStatus Status, string Narrative)[] Reports =
    [
        ("1.2/3", AssignmentStatus.Completed, "Sample: the three year programme is on the website."),
        ("2.1/1", AssignmentStatus.Completed, "Sample: the policy and its action plan are written."),
        ("2.1/2", AssignmentStatus.OnTrack, "Sample: with the scrutiny committee in December."),
        ("1.1/2", AssignmentStatus.OnTrack, "Sample: monitoring questions stand in every survey of this quarter."),
        ("2.4/3", AssignmentStatus.AtRisk, "Sample: two polling stations still to be visited."),
        ("3.3/1", AssignmentStatus.OffTrack, "Sample: the survey was put off; nobody to run it."),
    ];

    /// <summary>Posts as an authority's own file would bring them: one is vacant, one has a deputy.</summary>
    private static string PostsOf(string code)
    {
        var at = $"{code.ToLowerInvariant()}.example.org";
        return $"""
            Post,Aliases,Equality lead,Equality group,Holder,Address,Deputy,Deputy address,From
            Policy and Performance Manager,Policy and Performance Officer; Partnership lead officers,yes,yes,Avery Sample,avery.sample@{at},,,2026-04-01
            Equality and Diversity Officer,Equality and Diversity Officers,,,Robin Sample,robin.sample@{at},Jamie Sample,jamie.sample@{at},2026-04-01
            Customer Services Manager,Customer Service Managers,,yes,Morgan Sample,morgan.sample@{at},,,2026-04-01
            Democratic Services Manager,Democratic services,,,Casey Sample,casey.sample@{at},,,2026-04-01
            Human Resources Manager,Human Resources Managers,,yes,,,,,

            """;
    }

    public async Task DoAsync(ImportApplied current, CancellationToken ct)
    {
        foreach (var (code, place) in SamplePartnership.Authorities.Select((a, i) => (a.Code, i)))
        {
            await partnership.SendAsync(code, new ImportPosts(new MemoryStream(Encoding.UTF8.GetBytes(PostsOf(code)))), ct);
            var roles = await partnership.SendAsync(code, new ListRoleMappings(false, 200, null), ct);
            foreach (var role in roles.Items.Where(r => r.SuggestedPostId is not null && !r.NamesEverybody))
            {
                await partnership.SendAsync(code, new MapRole(new RoleMappingEdit(role.Role, role.SuggestedPostId)), ct);
            }

            var assignments = await partnership.SendAsync(code, new ListAssignments(current.SchemeId, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, 200, null), ct);
            // Each council has reported on a few more of them than the one before, so that no two columns are alike.
            foreach (var (reference, status, narrative) in Reports.Take(place))
            {
                if (assignments.Items.FirstOrDefault(a => a.Reference == reference) is { } assignment)
                {
                    await partnership.SendAsync(code, new RecordProgress(assignment.Id,
                        new ProgressEntry(status, narrative, null, Tier.Partnership, null, null, null)), ct);
                }
            }
        }
    }
}

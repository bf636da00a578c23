using PartnershipEquality.Api.Features.Plans.Actions;
using PartnershipEquality.Api.Features.Plans.Commitments;
using PartnershipEquality.Api.Features.Plans.Milestones;
using PartnershipEquality.Api.Features.Plans.Schemes;
using PartnershipEquality.Api.Features.Plans.Themes;

namespace PartnershipEquality.Api.Features.Plans;

/// <summary>
/// The routes of a plan: its scheme, themes, commitments, actions and milestones. They are one aggregate and one room; what
/// other rooms need of it lies in this folder, and they name nothing of the folders below.
/// </summary>
internal static class PlanEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        SchemeEndpoints.Map(v1);
        ThemeEndpoints.Map(v1);
        CommitmentEndpoints.Map(v1);
        ActionEndpoints.Map(v1);
        MilestoneEndpoints.Map(v1);
    }
}

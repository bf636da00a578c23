using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
/// <param name="Fields">Only these fields of it, separated by commas; below another with a full stop. All unless given.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record GetAssignment(Guid AssignmentId, string? Fields) : IRequest<AssignmentDetail>;

internal sealed class GetAssignmentHandler(EqualityDb db, TimeProvider time) : IRequestHandler<GetAssignment, AssignmentDetail>
{
    public async Task<AssignmentDetail> Handle(GetAssignment request, CancellationToken cancellationToken)
    {
        var assignment = await AssignmentDetail.LoadAsync(db, request.AssignmentId, forUpdate: false, cancellationToken)
            ?? throw Refusal.NotFound("assignment");
        return await AssignmentDetail.ReadAsync(db, assignment, LondonDay.Of(time.GetUtcNow()), cancellationToken);
    }
}

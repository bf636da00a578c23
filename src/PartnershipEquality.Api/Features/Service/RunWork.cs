using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Service;

/// <param name="Kind">plan, send, deliver, import, feed, webhooks or tidy.</param>
[Writes(Permission.SettingsManage)]
public sealed record RunWork(string Kind) : IRequest<WorkDetail>;

internal sealed class RunWorkHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time) : IRequestHandler<RunWork, WorkDetail>
{
    public async Task<WorkDetail> Handle(RunWork request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!EnumText.TryRead<WorkKind>(request.Kind, out var kind)
            || await WorkDue.WakeAsync(db, caller.OrganisationId, kind, now, cancellationToken) == 0)
        {
            throw Refusal.NotFound("work");
        }

        log.Own("work.run_asked", $"work/{request.Kind}", 1);
        return (await WorkDetail.ReadAsync(db, caller.OrganisationId, now, cancellationToken)).Single(w => w.Kind == kind);
    }
}

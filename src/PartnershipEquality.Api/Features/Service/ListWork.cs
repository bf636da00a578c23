using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Service;

[Reads(Permission.SettingsManage)]
public sealed record ListWork : IRequest<WorkList>;

/// <summary>The work that is done for your organisation unasked.</summary>
/// <param name="Items">One for each kind of work that there is for you.</param>
public sealed record WorkList(IReadOnlyList<WorkDetail> Items);

/// <summary>How the work stands.</summary>
public enum WorkState
{
    /// <summary>There is none before <c>nextAt</c>.</summary>
    Waiting,

    /// <summary>It can be done, and the next worker that looks does it.</summary>
    Due,

    /// <summary>A worker is at it.</summary>
    Running,

    /// <summary>It failed the last time and is tried again at <c>nextAt</c>.</summary>
    Failing,
}

/// <summary>The work of one kind.</summary>
/// <param name="NextAt">When it is done next; null while it runs and nothing more has come up.</param>
/// <param name="Attempts">How often it has failed since it last succeeded.</param>
/// <param name="LastError">Why it failed the last time; null once it has succeeded.</param>
public sealed record WorkDetail(WorkKind Kind, WorkState State, DateTimeOffset? NextAt, int Attempts, string? LastError)
{
    internal static async Task<List<WorkDetail>> ReadAsync(EqualityDb db, Guid organisationId, DateTimeOffset now, CancellationToken ct) =>
        await new Sql($"""
        select kind, case when next_at < 'infinity' then next_at end, coalesce(claimed_until > {now}, false), attempts, last_error
        from work_due where organisation_id = {organisationId} order by array_position({EnumText.All<WorkKind>().ToArray()}, kind)
        """).ReadAsync(db, row =>
        {
            var (next, running, attempts) = (row.Maybe<DateTimeOffset>(1), row.GetBoolean(2), row.GetInt32(3));
            var state = running
                ? WorkState.Running : attempts > 0 ? WorkState.Failing : next is null || next <= now ? WorkState.Due : WorkState.Waiting;
            return new WorkDetail(EnumText.Read<WorkKind>(row.GetString(0)), state, next, attempts, row.Text(4));
        }, ct);
}

internal sealed class ListWorkHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<ListWork, WorkList>
{
    public async Task<WorkList> Handle(ListWork request, CancellationToken cancellationToken) =>
        new(await WorkDetail.ReadAsync(db, caller.OrganisationId, time.GetUtcNow(), cancellationToken));
}

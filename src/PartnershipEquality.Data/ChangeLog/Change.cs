namespace PartnershipEquality.Data.ChangeLog;

/// <summary>
/// Who is told that something changed: the actor alone, the authority and owner concerned, every member, or the owner and not the actor.
/// </summary>
public enum ChangeAudience
{
    Self,
    Parties,
    Members,
    Owner,
}

/// <summary>
/// One row of the log, written in the transaction of the change: ids, statuses and dates, never narrative, names or
/// addresses, so that people can be erased and the log kept.
/// </summary>
public sealed class Change
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public Guid? AuthorityId { get; init; }

    public Guid? OwnerId { get; init; }

    public required ChangeAudience Audience { get; init; }

    public required string Type { get; init; }

    public required string Subject { get; init; }

    public required int Version { get; init; }

    public required string Actor { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? TraceId { get; init; }

    public required DateTimeOffset At { get; init; }
}

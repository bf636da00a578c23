namespace PartnershipEquality.Domain.Schemes;

/// <summary>A numbered heading of a scheme: a performance area, a priority.</summary>
public sealed class Theme
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid SchemeId { get; init; }

    public string? Number { get; init; }

    public required string Title { get; init; }

    public required int Position { get; init; }
}

/// <summary>A numbered promise under a theme ("2.4"). It may be untitled, and may have no action yet: real plans have both.</summary>
public sealed class Commitment
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid SchemeId { get; init; }

    public required Guid ThemeId { get; init; }

    public required string Reference { get; init; }

    public string? Title { get; init; }

    public required int Position { get; init; }

    /// <summary>References of related commitments, as the plan writes them.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Aims of the public sector equality duty that it serves (Equality Act 2010, section 149(1)).</summary>
    public IReadOnlyList<string> PsedAims { get; init; } = [];

    /// <summary>Protected characteristics that it serves (Equality Act 2010, section 4).</summary>
    public IReadOnlyList<string> Characteristics { get; init; } = [];

    public int Version { get; init; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

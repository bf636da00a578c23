namespace PartnershipEquality.Domain.Organisations;

/// <summary>What an organisation is: a council, or several acting together.</summary>
public enum OrganisationKind
{
    /// <summary>A council. It answers for its own part of each shared action.</summary>
    Authority,

    /// <summary>Several councils acting together. It owns shared schemes.</summary>
    Partnership,
}

/// <summary>A tenant: an authority or a partnership, known by a short code (BDC), a name and other spellings of both.</summary>
public sealed class Organisation
{
    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Other codes and names by which plans call it ("MDC" for MBC).</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The Office for National Statistics' code for the area (E07000129); authorities only.</summary>
    public string? GssCode { get; init; }

    /// <summary>Bodies that plans name beside the members and that are not tenants ("Welland Partnership").</summary>
    public IReadOnlyList<string> OutsideBodies { get; init; } = [];

    /// <summary>A partnership that shows its members each other's headlines; off unless it says so.</summary>
    public bool SharesHeadlines { get; init; }

    /// <summary>Whose sandbox it is part of; none for an organisation in earnest.</summary>
    public Guid? SandboxOf { get; init; }

    /// <summary>The organisation that it stands for in that sandbox.</summary>
    public Guid? TwinOf { get; init; }

    public int Version { get; init; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>An authority belongs to a partnership from a day to a day, both inclusive; no last day while it lasts.</summary>
public sealed class Membership
{
    public required Guid PartnershipId { get; init; }

    public required Guid AuthorityId { get; init; }

    public required DateOnly FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    public bool Holds(DateOnly day) => FromOn <= day && (ToOn is null || ToOn >= day);
}

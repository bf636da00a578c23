namespace PartnershipEquality.Domain.Plans;

/// <summary>How far a scheme has come. Work is reported on, and reminders are owed, only while it is in force.</summary>
public enum SchemeStage
{
    Draft,
    InConsultation,
    Approved,
    InForce,
    Closed,
}

/// <summary>The government security classification that a scheme is handled under.</summary>
public enum Marking
{
    Official,
    OfficialSensitive,
}

/// <summary>
/// An equality scheme or action plan, owned by one organisation: a partnership's is shared with its members,
/// an authority's own is its own. Its period is inclusive at both ends.
/// </summary>
public sealed class Scheme : Versioned
{
    public const int TitleMaxLength = 300;

    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    /// <summary>What people quote, unique at its owner: "LEICS-2026".</summary>
    public required string Reference { get; init; }

    public required string Title { get; set; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    /// <summary>The edition of the Equality Framework for Local Government its themes follow ("2009", "2021").</summary>
    public string? FrameworkEdition { get; set; }

    public SchemeStage Stage { get; private set; }

    public Marking Marking { get; set; }

    /// <summary>Months between reviews of work that has no date (design: quarterly unless the scheme says otherwise).</summary>
    public int ReviewMonths { get; init; } = 3;

    public int Edition { get; init; } = 1;

    /// <summary>The scheme that this one carries on from.</summary>
    public Guid? ContinuesSchemeId { get; init; }

    /// <summary>Made up to show the product; never a real organisation's commitment.</summary>
    public bool Sample { get; init; }

    /// <summary>The text around the plan's tables, where it came in as a document.</summary>
    public string? Narrative { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static Scheme Begin(Guid ownerId, string reference, string title, DateOnly startsOn, DateOnly endsOn, SchemeStage stage,
        bool sample, DateTimeOffset at) =>
        new()
        {
            Id = Uuid.New(),
            OwnerId = ownerId,
            Reference = reference,
            Title = title,
            StartsOn = startsOn,
            EndsOn = endsOn,
            Stage = stage,
            Sample = sample,
            CreatedAt = at,
            UpdatedAt = at,
        };

    /// <summary>True on the days on which the scheme asks for reports and owes reminders.</summary>
    public bool IsLiveOn(DateOnly day) => Stage == SchemeStage.InForce && StartsOn <= day && day <= EndsOn;

    /// <summary>
    /// A scheme goes forward stage by stage or step back while nothing is in force yet; a closed one stays closed,
    /// since its figures have been reported.
    /// </summary>
    public void MoveTo(SchemeStage stage)
    {
        if (stage == Stage)
        {
            return;
        }

        if (Stage == SchemeStage.Closed)
        {
            throw Refusal.Conflict("scheme-closed",
                "A closed scheme stays closed: its figures have been reported. Begin a new scheme that continues it.");
        }

        if (Stage == SchemeStage.InForce && stage != SchemeStage.Closed)
        {
            throw Refusal.Conflict("stage-order", "A scheme in force can only be closed.");
        }

        Stage = stage;
    }

    /// <summary>Refuses a change to a plan that has been closed.</summary>
    public void EnsureOpen()
    {
        if (Stage == SchemeStage.Closed)
        {
            throw Refusal.Conflict("scheme-closed", $"\"{Title}\" is closed; nothing in it can be changed.");
        }
    }

    public void Touch(DateTimeOffset at)
    {
        Revise();
        UpdatedAt = at;
    }
}

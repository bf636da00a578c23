using System.Globalization;

namespace PartnershipEquality.Domain.Plans;

/// <summary>A numbered promise under a theme ("2.4"). It may be untitled, and may have no action yet: real plans have both.</summary>
public sealed class Commitment : Versioned
{
    public const int MaxListed = 100;

    private Guid _themeId;
    private string? _notApplicable;

    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid SchemeId { get; init; }

    public required Guid ThemeId { get => _themeId; init => _themeId = value; }

    public required string Reference { get; set; }

    public string? Title { get; set; }

    public required int Position { get; init; }

    /// <summary>References of related commitments, as the plan writes them.</summary>
    public IReadOnlyList<string> Related { get; set; } = [];

    /// <summary>Aims of the public sector equality duty that it serves (Equality Act 2010, section 149(1)).</summary>
    public IReadOnlyList<string> PsedAims { get; set; } = [];

    /// <summary>Protected characteristics that it serves (Equality Act 2010, section 4).</summary>
    public IReadOnlyList<string> Characteristics { get; set; } = [];

    /// <summary>The words the plan itself numbers it with, where they are more than the number: "Objective 3".</summary>
    public string? Label { get; set; }

    /// <summary>The plan's own words for why nothing is to be done: "N/A". Null where it applies.</summary>
    public string? NotApplicable { get => _notApplicable; init => _notApplicable = value; }

    /// <summary>What the plan says of it beside its columns.</summary>
    public IReadOnlyList<PlanNote> Notes { get; set; } = [];

    /// <summary>The highest number that an action had here, if it may not be seen from those that are left.</summary>
    public int LastNumber { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>
    /// The reference of an action that comes here: the next number after the highest ever given. A number is not given
    /// twice, since minutes and reports quote it.
    /// </summary>
    /// <param name="here">The references of the actions that are here.</param>
    public string NextReference(IEnumerable<string> here)
    {
        LastNumber = Math.Max(LastNumber, here.Select(NumberOf).DefaultIfEmpty().Max()) + 1;
        return $"{Reference}/{LastNumber}";
    }

    /// <summary>An action goes elsewhere; its number stays used.</summary>
    public void LetGo(SchemeAction action) => LastNumber = Math.Max(LastNumber, NumberOf(action.Reference));

    public void MoveTo(Theme theme)
    {
        theme.EnsureInPlan();
        _themeId = theme.Id;
    }

    /// <summary>Takes the promise out of the plan, once none of its actions is left to be done.</summary>
    /// <param name="reason">Why; the members read it.</param>
    /// <param name="liveActions">How many of its actions stand.</param>
    /// <param name="at">The instant.</param>
    public void Withdraw(string reason, int liveActions, DateTimeOffset at)
    {
        EnsureInPlan();
        if (liveActions > 0)
        {
            throw Refusal.Conflict("commitment-not-empty",
                $"{liveActions} of its actions stand. Move or withdraw them first; each authority then reads why.");
        }

        (WithdrawnAt, WithdrawnReason) = (at, reason);
        Touch(at);
    }

    /// <summary>Says why nothing is to be done for it, or with null that something is after all.</summary>
    /// <param name="words">The words that the plan gives for it.</param>
    /// <param name="liveActions">How many of its actions stand: what is to be done cannot be nothing.</param>
    public void SetNotApplicable(string? words, int liveActions)
    {
        if (words is not null && liveActions > 0)
        {
            throw Refusal.Conflict("commitment-not-empty",
                $"{liveActions} of its actions stand, so it applies. Move or withdraw them first; each authority then reads why.");
        }

        _notApplicable = words;
    }

    /// <summary>Refuses work under a promise of which the plan says that nothing is to be done.</summary>
    public void EnsureApplies()
    {
        if (_notApplicable is not null)
        {
            throw Refusal.Conflict("commitment-not-applicable",
                $"The plan says that {Reference} is not applicable. Clear its notApplicable first, if something is to be done after all.");
        }
    }

    /// <summary>The plan makes the promise again.</summary>
    public void Reinstate() => (WithdrawnAt, WithdrawnReason) = (null, null);

    public void EnsureInPlan()
    {
        if (WithdrawnAt is not null)
        {
            throw Refusal.Conflict("commitment-withdrawn", $"{Reference} has been withdrawn; nothing in it can be changed.");
        }
    }

    public void Touch(DateTimeOffset at)
    {
        Revise();
        UpdatedAt = at;
    }

    private static int NumberOf(string reference) =>
        int.TryParse(reference.AsSpan(reference.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : 0;
}

using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Plans;

/// <summary>One row of work under a commitment: what is required, by whom, by when, and which authorities answer for it.</summary>
public sealed class SchemeAction : Versioned
{
    private readonly List<Milestone> _milestones = [];
    private readonly List<CrossReferenceEntry> _crossReferences = [];
    private readonly List<ActionRole> _roles = [];
    private Guid _themeId;
    private Guid _commitmentId;
    private string _reference = "";

    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid SchemeId { get; init; }

    public required Guid ThemeId { get => _themeId; init => _themeId = value; }

    public required Guid CommitmentId { get => _commitmentId; init => _commitmentId = value; }

    /// <summary>The commitment's reference and the row's place under it: "1.2/3".</summary>
    public required string Reference { get => _reference; init => _reference = value; }

    public required int Position { get; init; }

    /// <summary>The words the plan itself numbers it with: "Action 5".</summary>
    public string? Label { get; set; }

    public required string Text { get; set; }

    public string? Outcome { get; set; }

    public string? Measures { get; set; }

    /// <summary>The responsible roles as the plan writes them; each authority maps them to its own posts.</summary>
    public string? Responsible { get; private set; }

    /// <summary>The responsible cell as the plan wrote it, where <see cref="Responsible"/> sets apart or corrects what it says.</summary>
    public string? ResponsibleAsWritten { get; set; }

    public string? Resources { get; set; }

    public string? Barriers { get; set; }

    public string? Stakeholders { get; set; }

    /// <summary>The target cell word for word.</summary>
    public string? TargetText { get; private set; }

    /// <summary>What the target cell means; several where groups of authorities have dates of their own.</summary>
    public IReadOnlyList<TargetDate> Targets { get; private set; } = [];

    public string? CrossReferenceText { get; private set; }

    /// <summary>Nobody answers for it: a gap that the coordinator sees listed.</summary>
    public bool Unassigned { get; private set; } = true;

    /// <summary>Where the plan said that it stood. It was proposed to the authorities, and reported for none of them.</summary>
    public AssignmentStatus? PlanStatus { get; set; }

    /// <summary>The words that said so, such as "Dec 2013-Completed"; there may be words without a status.</summary>
    public string? PlanStatusText { get; set; }

    /// <summary>What the plan says of it beside its columns.</summary>
    public IReadOnlyList<PlanNote> Notes { get; set; } = [];

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public required DateTimeOffset CreatedAt
    {
        get;
        init
        {
            field = value;
            UpdatedAt = value;
        }
    }

    public DateTimeOffset UpdatedAt { get; private set; }

    public IReadOnlyList<Milestone> Milestones => _milestones;

    public IReadOnlyList<CrossReferenceEntry> CrossReferences => _crossReferences;

    public IReadOnlyList<ActionRole> Roles => _roles;

    public void SetTarget(string? text, IReadOnlyList<TargetDate> targets)
    {
        TargetText = text;
        Targets = targets;
    }

    public void SetResponsible(string? responsible)
    {
        Responsible = responsible;
        _roles.Clear();
        _roles.AddRange(ResponsibleRoles.Split(responsible).Select((role, i) => new ActionRole
        {
            OwnerId = OwnerId,
            ActionId = Id,
            Role = role.Key,
            Written = role.Written,
            Position = i,
        }));
    }

    public void SetCrossReference(string? text, IEnumerable<CrossReferenceEntry> entries)
    {
        CrossReferenceText = text;
        _crossReferences.Clear();
        _crossReferences.AddRange(entries);
        Unassigned = !_crossReferences.Exists(e => e.AuthorityId is not null);
    }

    public Milestone AddMilestone(string text, IReadOnlyList<TargetDate> targets, DateTimeOffset at)
    {
        var milestone = new Milestone
        {
            Id = Uuid.New(),
            OwnerId = OwnerId,
            ActionId = Id,
            Position = _milestones.Count == 0 ? 0 : _milestones.Max(m => m.Position) + 1,
            Text = text,
            Targets = targets,
        };
        _milestones.Add(milestone);
        return milestone;
    }

    /// <summary>
    /// Goes to another commitment, or to another place in its own, which keeps its reference. Elsewhere it takes the
    /// next number there, and the one it had is not given again.
    /// </summary>
    /// <param name="from">The commitment it stands under.</param>
    /// <param name="to">The commitment it comes under.</param>
    /// <param name="there">The references of the actions that are there.</param>
    public void MoveTo(Commitment from, Commitment to, IEnumerable<string> there)
    {
        to.EnsureInPlan();
        if (from.Id == to.Id)
        {
            return;
        }

        to.EnsureApplies();
        from.LetGo(this);
        (_themeId, _commitmentId, _reference) = (to.ThemeId, to.Id, to.NextReference(there));
    }

    /// <summary>Takes the action out of the plan. It and what was reported on it stay readable.</summary>
    public void Withdraw(string reason, DateTimeOffset at)
    {
        if (WithdrawnAt is not null)
        {
            throw Refusal.Conflict("action-withdrawn", $"{Reference} has already been withdrawn.");
        }

        WithdrawnAt = at;
        WithdrawnReason = reason;
    }

    /// <summary>The plan asks for it again; whoever is named for it goes on where it stopped.</summary>
    public void Reinstate() => (WithdrawnAt, WithdrawnReason) = (null, null);

    public void EnsureInPlan()
    {
        if (WithdrawnAt is not null)
        {
            throw Refusal.Conflict("action-withdrawn", $"{Reference} has been withdrawn; nothing in it can be changed.");
        }
    }

    public void Touch(DateTimeOffset at)
    {
        Revise();
        UpdatedAt = at;
    }
}

/// <summary>A responsible role that an action names: folded for comparing (<c>Role</c>) and as written.</summary>
public sealed class ActionRole
{
    public required Guid OwnerId { get; init; }

    public required Guid ActionId { get; init; }

    public required string Role { get; init; }

    public required string Written { get; init; }

    public required int Position { get; init; }
}

/// <summary>What one entry of a cross-reference turned out to be.</summary>
public enum CrossReferenceKind
{
    Authority,
    OutsideBody,
    Unresolved,
}

/// <summary>
/// One entry of an action's cross-reference: an authority (with its qualifier), an outside body, or words nobody could resolve.
/// </summary>
public sealed class CrossReferenceEntry
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid ActionId { get; init; }

    public required int Position { get; init; }

    public required CrossReferenceKind Kind { get; init; }

    public required string Text { get; init; }

    public Guid? AuthorityId { get; init; }

    /// <summary>What the plan says of this authority's part: "pilot scheme for vulnerable adults".</summary>
    public string? Qualifier { get; init; }
}

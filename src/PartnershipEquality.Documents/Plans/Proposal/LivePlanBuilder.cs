using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>Makes an understood plan into the rows it goes live as, in the plan's order, so that ids sort as it reads.</summary>
public static class LivePlanBuilder
{
    public static LivePlan Create(Scheme scheme, UnderstoodPlan plan, DateTimeOffset at)
    {
        var themes = new List<Theme>();
        var commitments = new List<Commitment>();
        var actions = new List<SchemeAction>();
        var assignments = new List<Assignment>();
        foreach (var understood in plan.Themes)
        {
            var theme = new Theme
            {
                Id = Uuid.New(),
                OwnerId = scheme.OwnerId,
                SchemeId = scheme.Id,
                Number = understood.Number,
                Title = understood.Title,
                Label = understood.Label,
                Position = themes.Count,
            };
            themes.Add(theme);
            foreach (var promise in understood.Commitments)
            {
                var commitment = new Commitment
                {
                    Id = Uuid.New(),
                    OwnerId = scheme.OwnerId,
                    SchemeId = scheme.Id,
                    ThemeId = theme.Id,
                    Reference = promise.Reference,
                    Title = promise.Title,
                    Position = commitments.Count,
                    Related = promise.Related,
                    PsedAims = [.. promise.PsedAims.Select(Text)],
                    Characteristics = [.. promise.ProtectedCharacteristics.Select(Text)],
                    Label = promise.Label,
                    NotApplicable = promise.NotApplicable,
                    Notes = promise.Notes ?? [],
                    CreatedAt = at,
                    UpdatedAt = at,
                };
                commitments.Add(commitment);
                foreach (var row in promise.Actions)
                {
                    var action = CreateAction(commitment, row, row.Reference, actions.Count, at);
                    actions.Add(action);
                    assignments.AddRange(row.CrossReference.Authorities.Select(a =>
                        Assignment.Of(scheme, action, a.AuthorityId, a.Qualifier, PlanInterpreter.TargetsFor(a.Code, action.Targets), at)));
                }
            }
        }

        return new LivePlan(scheme, themes, commitments, actions, assignments);
    }

    /// <summary>The cross-reference as rows: authorities, outside bodies, and words that named nobody.</summary>
    public static IEnumerable<CrossReferenceEntry> CreateEntries(SchemeAction action, UnderstoodCrossReference read, DateTimeOffset at)
    {
        var position = 0;
        CrossReferenceEntry Entry(CrossReferenceKind kind, string text, Guid? authorityId, string? qualifier) => new()
        {
            Id = Uuid.New(),
            OwnerId = action.OwnerId,
            ActionId = action.Id,
            Position = position++,
            Kind = kind,
            Text = text,
            AuthorityId = authorityId,
            Qualifier = qualifier,
        };
        foreach (var authority in read.Authorities)
        {
            yield return Entry(CrossReferenceKind.Authority, authority.Written, authority.AuthorityId, authority.Qualifier);
        }

        foreach (var body in read.OutsideBodies)
        {
            yield return Entry(CrossReferenceKind.OutsideBody, body, null, null);
        }

        foreach (var words in read.Unresolved)
        {
            yield return Entry(CrossReferenceKind.Unresolved, words, null, null);
        }
    }

    /// <summary>The action under the commitment that it comes to, with its roles, targets, cross-reference and milestones.</summary>
    public static SchemeAction CreateAction(Commitment commitment, UnderstoodAction row, string reference, int position, DateTimeOffset at)
    {
        var action = new SchemeAction
        {
            Id = Uuid.New(),
            OwnerId = commitment.OwnerId,
            SchemeId = commitment.SchemeId,
            ThemeId = commitment.ThemeId,
            CommitmentId = commitment.Id,
            Reference = reference,
            Position = position,
            Label = row.Label,
            Text = row.Text,
            Outcome = row.Outcome,
            Measures = row.Measures,
            Resources = row.Resources,
            Barriers = row.Barriers,
            Stakeholders = row.Stakeholders,
            ResponsibleAsWritten = row.ResponsibleAsWritten,
            PlanStatus = row.Status,
            PlanStatusText = row.StatusText,
            Notes = row.Notes ?? [],
            CreatedAt = at,
        };
        action.SetResponsible(row.Responsible);
        action.SetTarget(row.Target, [.. row.Targets.Select(t => t.ToTargetDate())]);
        action.SetCrossReference(row.CrossReference.Text, CreateEntries(action, row.CrossReference, at));
        foreach (var milestone in row.Milestones)
        {
            action.AddMilestone(milestone.Text, [.. milestone.Targets.Select(t => t.ToTargetDate())], at);
        }

        return action;
    }

    private static string Text<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

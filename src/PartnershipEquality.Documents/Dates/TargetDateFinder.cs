using PartnershipEquality.Documents.Dates.Phrases;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates;

/// <summary>
/// Finds the targets that people write into the text of an action or a milestone: "... – by autumn 2011", "Launch (April to June)",
/// "By autumn 2011, develop ...". Only what is set off as a target is taken (by a leading word such as "by", by a dash or by brackets),
/// and only when all of it reads as one: a year that belongs to the matter ("the 2011-12 forward plans", "Equality Act 2010") stays there.
/// </summary>
public static class TargetDateFinder
{
    // A hostile text of nothing but "by" would otherwise be read from each of them.
    private const int MostReadings = 120;

    public static IReadOnlyList<FoundTarget> In(string text, PlanYear? planYear = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var found = new List<FoundTarget>();
        var tokens = Tokens.Of(text);
        var clauses = new Clauses(tokens);
        var readings = 0;
        var (index, last) = (0, 0);
        while (index < tokens.Count && readings < MostReadings)
        {
            if (clauses.OpeningAt(index) is { } opening)
            {
                readings++;
                if (new SetOffPhrase(tokens, clauses, planYear).Read(opening) is var (target, next))
                {
                    // "(in progress) - ongoing" says one thing twice.
                    if (found is [.., var before] && IsSameStatus(before, target) && tokens.SkipMarks(last, "-,") == index)
                    {
                        found[^1] = target with
                        {
                            Start = before.Start,
                            Length = target.Start + target.Length - before.Start,
                            Text = text[before.Start..(target.Start + target.Length)]
                        };
                    }
                    else
                    {
                        found.Add(target);
                    }

                    (index, last) = (next, next);
                    continue;
                }
            }

            index++;
        }

        return found;
    }

    private static bool IsSameStatus(FoundTarget before, FoundTarget target) =>
        before.Targets is [{ IsDateless: true } first] && target.Targets is [{ IsDateless: true } second] && first.Kind == second.Kind
            && second.Earliest is null;
}

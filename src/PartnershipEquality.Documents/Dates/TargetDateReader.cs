using PartnershipEquality.Documents.Dates.Phrases;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates;

/// <summary>
/// Reads what people write in a plan's date column. It never throws and never invents: every text gives at least one target,
/// and what it cannot read is <see cref="TargetDate.Unreadable"/> for a person to settle.
/// </summary>
public static class TargetDateReader
{
    public const int LongestText = 4000;

    private const int MostSplits = 12;

    // No cell of a plan holds more; a longer run of dates is noise, and is not worth the time it would take.
    private const int MostTargets = 40;

    public static IReadOnlyList<TargetDate> Read(string? text, PlanYear? planYear = null, string? appliesTo = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [new TargetDate.None(text ?? "")];
        }

        if (text.Length > LongestText)
        {
            return [new TargetDate.Unreadable(text)];
        }

        var groups = CellGroups.Of(text);
        var isAlone = groups.Count == 1;
        if (TargetPhrase.Read(text, planYear, isAlone) is { } whole)
        {
            return [whole];
        }

        // "June / December 2011": a year written once may belong to both, so the plan's may not be put on the first.
        var yearForParts = HasYear(text) ? null : planYear;
        var read = isAlone ? Sequence(text, yearForParts) : Groups(groups, yearForParts);
        if ((read is null || read.Exists(part => part.Target is TargetDate.Unreadable))
            && PhasedCell.Read(text, planYear, allowLabels: true) is { } phases)
        {
            read = [.. phases.Select((target, phase) => (target, phase))];
            groups = [.. phases.Select(target => target.Text)];
            isAlone = phases.Count == 1;
        }

        if (read is null)
        {
            return [(isAlone ? null : TargetPhrase.Read(text, planYear, isAlone: true)) ?? new TargetDate.Unreadable(text)];
        }

        if (read is [var (only, _)])
        {
            return [only with { Text = text, Alternatives = [.. only.Alternatives.Select(other => other with { Text = text })] }];
        }

        return Apply(read, isAlone ? read.Count : groups.Count, appliesTo);
    }

    /// <summary>The text as one target or several run together, with nothing else in it; null when it is not.</summary>
    internal static IReadOnlyList<TargetDate>? ReadStrictly(string text, PlanYear? planYear) =>
        TargetPhrase.Read(text, planYear, isAlone: false) is { } whole ? [whole]
            : Sequence(text, HasYear(text) ? null : planYear)?.ConvertAll(part => part.Target)
                ?? PhasedCell.Read(text, planYear, allowLabels: false);

    private static List<(TargetDate Target, int Group)>? Groups(IReadOnlyList<string> groups, PlanYear? planYear)
    {
        var read = new List<(TargetDate, int)>();
        var isRead = false;
        for (var group = 0; group < groups.Count; group++)
        {
            var text = groups[group];
            if (TargetPhrase.Read(text, planYear, isAlone: true) is { } target)
            {
                read.Add((target, group));
                isRead = true;
            }
            else if (Sequence(text, planYear) is { } several)
            {
                read.AddRange(several.Select(part => (part.Target, group)));
                isRead = true;
            }
            else
            {
                read.Add((new TargetDate.Unreadable(text), group));
            }
        }

        return isRead ? read : null;
    }

    // Several targets run together: the longest beginning that reads as one, then the rest in the same way.
    private static List<(TargetDate Target, int Group)>? Sequence(string text, PlanYear? planYear)
    {
        var read = new List<(TargetDate Target, int Group)>();
        var rest = text;
        while (rest.Length > 0)
        {
            var (target, left) = LongestBeginning(rest, planYear);
            if (target is null || read.Count == MostTargets)
            {
                return null;
            }

            // What goes on "thereafter" goes on from the day after the date before it.
            if (target is TargetDate.Ongoing { Earliest: null } && read is [.., ({ DueBy: { } due, Precision: var precision }, _)])
            {
                target = new TargetDate.Ongoing(target.Text, due.AddDays(1), precision)
                {
                    ReviewMonths = target.ReviewMonths,
                    Derived = target.Derived
                };
            }

            read.Add((target, read.Count));
            rest = left;
        }

        return read;
    }

    private static (TargetDate? Target, string Left) LongestBeginning(string text, PlanYear? planYear)
    {
        if (TargetPhrase.Read(text, planYear, isAlone: false) is { } whole)
        {
            return (whole, "");
        }

        foreach (var split in CellGroups.Splits(text).Take(MostSplits).Reverse())
        {
            var beginning = CellGroups.Trim(text[..split]);
            var rest = CellGroups.Trim(text[split..]);
            if (beginning.Length > 0 && TargetPhrase.Read(beginning, planYear, isAlone: false) is { } target)
            {
                return (target, rest);
            }
        }

        return (null, text);
    }

    private static List<TargetDate> Apply(List<(TargetDate Target, int Group)> read, int groups, string? appliesTo)
    {
        var authorities = string.IsNullOrWhiteSpace(appliesTo) ? [] : CellGroups.OfAuthorities(appliesTo);
        var fits = authorities.Count == groups;

        // Several dates and no telling whose is which: all are kept, and a person has to look. One list serves a date and what goes on
        // after it.
        var isUnsure = authorities.Count > 0 && !fits && (authorities.Count > 1 || read[^1].Target is not TargetDate.Ongoing);
        return [.. read.Select(part => fits && groups > 1
            ? part.Target with { AppliesTo = authorities[part.Group] }
            : isUnsure ? part.Target with { Derived = true } : part.Target)];
    }

    private static bool HasYear(string text)
    {
        var tokens = Tokens.Of(text);
        return Enumerable.Range(0, tokens.Count).Any(index => tokens[index] is { Kind: TokenKind.Number, Word.Length: 4 });
    }
}

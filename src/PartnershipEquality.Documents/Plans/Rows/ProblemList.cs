using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Rows;

/// <summary>Gathers the problems of one reading, and stops at a number that a person could still work through.</summary>
internal sealed class ProblemList
{
    private const int LongestQuote = 60;
    private readonly List<RowProblem> _problems = [];
    private readonly Dictionary<ProblemSeverity, int> _counts = [];

    public IReadOnlyList<RowProblem> All => _problems;

    public void Error(int? row, CanonicalColumn? column, string code, string text, string? suggestion = null) =>
        Add(new RowProblem(row, column?.Header, code, ProblemSeverity.Error, text, suggestion));

    public void Warning(int? row, CanonicalColumn? column, string code, string text, string? suggestion = null) =>
        Add(new RowProblem(row, column?.Header, code, ProblemSeverity.Warning, text, suggestion));

    public void Warning(SourcePlace place, string? column, string code, string text, string? suggestion = null) =>
        Add(new RowProblem(place.Row, column, code, ProblemSeverity.Warning, text, suggestion, place.Table));

    public void Add(RowProblem problem)
    {
        var count = _counts[problem.Severity] = _counts.GetValueOrDefault(problem.Severity) + 1;
        if (count <= PlanLimits.Problems)
        {
            _problems.Add(problem);
        }
        else if (count == PlanLimits.Problems + 1)
        {
            // Of the same severity, so that a list cut short never makes a plan look ready to apply.
            _problems.Add(new RowProblem(null, null, "more-problems", problem.Severity,
                $"There are more than {PlanLimits.Problems} of these; the rest are not listed.", "Correct these and import again."));
        }
    }

    public static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= LongestQuote)
        {
            return $"\"{line}\"";
        }
        var end = char.IsHighSurrogate(line[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return $"\"{line[..end]}...\"";
    }
}

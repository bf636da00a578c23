using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>Reads a cell that lists values of a closed set, written as their names in any case, with or without spaces.</summary>
internal static class ListedValues
{
    public static IReadOnlyList<T> Read<T>(TemplateRow row, CanonicalColumn column, string unknownCode, ProblemList problems)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var written in CellText.List(row[column]))
        {
            var known = Enum.GetValues<T>().Where(value => LooseWord.KeyOf(value.ToString()) == LooseWord.KeyOf(written)).ToList();
            if (known.Count == 0)
            {
                problems.Error(row.Number, column, unknownCode, $"{ProblemList.Quote(written)} is not one of the {column.Header}.",
                    Suggestion<T>(written));
            }
            values.AddRange(known.Except(values));
        }
        return values;
    }

    private static string Suggestion<T>(string written)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]).ToList();
        return LooseWord.Nearest(written, names) is { } nearest ? $"Did you mean {nearest}?" : $"Use one of: {string.Join(", ", names)}.";
    }
}

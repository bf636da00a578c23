using PartnershipEquality.Documents.Tests.Files;

namespace PartnershipEquality.Api.Tests.Imports;

/// <summary>
/// A workbook as large as a plan may well be: ten themes, five hundred commitments, and words that do not pack to nothing.
/// </summary>
internal static class LargePlan
{
    public const int Rows = 5_000;

    private static readonly string[] Dates = ["June 2027", "31/03/2028", "Quarterly", "On-going", "Q2 2026/27", "By December 2028"];

    public static byte[] Workbook(int rows = Rows)
    {
        var random = new Random(20261122);
        var sheet = new System.Text.StringBuilder(rows * 700);
        AddRow(sheet, 1, ["Theme", "Reference", "Commitment", "Action", "Outcome", "Lead", "By when", "Cross-reference"]);
        for (var i = 0; i < rows; i++)
        {
            var (theme, commitment) = ((i / 500) + 1, (i / 10 % 50) + 1);
            AddRow(sheet, i + 2, [$"{theme}. Theme {theme}", $"{theme}.{commitment}", $"Promise {theme}.{commitment}",
                $"Thing {i}: {Words(random, 20)}", Words(random, 12), $"Officer {i % 40}", Dates[i % Dates.Length], "ALL"]);
        }

        return ExcelFile.With(sheet.ToString());
    }

    private static void AddRow(System.Text.StringBuilder sheet, int number, string[] cells)
    {
        sheet.Append("<row r=\"").Append(number).Append("\">");
        for (var i = 0; i < cells.Length; i++)
        {
            sheet.Append(ExcelFile.C($"{(char)('A' + i)}{number}", cells[i]));
        }

        sheet.Append("</row>");
    }

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(3, 9)).Select(_ => (char)('a' + random.Next(26))))));
}

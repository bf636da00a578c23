using System.Text.RegularExpressions;

namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>Owners written as initials, "ST ML" or "MB/CM", set apart as a plan sets apart roles. Any other cell stays as it is.</summary>
internal static partial class OwnerInitials
{
    public static string Apart(string responsible) =>
        string.Join('\n',
            responsible.Split('\n').Select(line => AllInitials().IsMatch(line) ? string.Join("; ", Between().Split(line.Trim())) : line));

    [GeneratedRegex(
        @"^\s*(?:[A-Z]{2,3}|[A-Z]\d|[A-Z]o[A-Z])\??(?:\s*[/,;&+]\s*|\s+)(?:(?:[A-Z]{2,3}|[A-Z]\d|[A-Z]o[A-Z])\??(?:\s*[/,;&+]\s*|\s+|$))+$")]
    private static partial Regex AllInitials();

    [GeneratedRegex(@"\s*[/,;&+]\s*|\s+")]
    private static partial Regex Between();
}

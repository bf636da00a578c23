using System.Text.RegularExpressions;

namespace PartnershipEquality.Domain.Webhooks;

/// <summary>Which types of event an address is sent: by name (<c>assignment.status_changed</c>), all of a noun (<c>assignment.*</c>), or all where none is named.</summary>
public static partial class EventFilter
{
    public static bool Matches(IReadOnlyList<string> wanted, string type) => wanted.Count == 0 || wanted.Any(w => Covers(w, type));

    /// <summary>Whether this is a type's name or that of a noun with a star, however it is spelled.</summary>
    public static bool IsWellFormed(string wanted) => WellFormed().IsMatch(wanted);

    public static bool Covers(string wanted, string type) =>
        wanted.EndsWith(".*", StringComparison.Ordinal) ? type.StartsWith(wanted[..^1], StringComparison.Ordinal) : wanted == type;

    [GeneratedRegex(@"\A[a-z0-9_]+(\.[a-z0-9_]+)*(\.\*)?\z")]
    private static partial Regex WellFormed();
}

using System.Text;

namespace PartnershipEquality.Domain.Plans;

/// <summary>
/// The roles that a "Responsible officer" cell names. Only marks that never stand inside a job title separate them
/// ("/", ";" and line ends): "Policy and Performance Officer" is one role, so "and" and commas separate nothing.
/// </summary>
public static class ResponsibleRoles
{
    public const int RoleMaxLength = 300;

    public static IReadOnlyList<(string Key, string Written)> Split(string? responsible)
    {
        if (string.IsNullOrWhiteSpace(responsible))
        {
            return [];
        }

        return [.. responsible.Split(['/', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(written => written.Length > RoleMaxLength ? written[..RoleMaxLength] : written)
            .Select(written => (Key: Fold(written), Written: written))
            .Where(role => role.Key.Length > 0)
            .DistinctBy(role => role.Key)];
    }

    /// <summary>
    /// Case, dashes, spacing and a plural's "s" do not make two roles of one ("Customer Services managers", "Customer Service Manager").
    /// </summary>
    public static string Fold(string written)
    {
        var words = new StringBuilder(written.Length);
        foreach (var c in written.Normalize(NormalizationForm.FormKC))
        {
            words.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word));
    }

    /// <summary>"All officers responsible for ..." names everybody: it goes to the equality lead, never to a post.</summary>
    public static bool NamesEverybody(string key) => key.StartsWith("all officer", StringComparison.Ordinal);
}

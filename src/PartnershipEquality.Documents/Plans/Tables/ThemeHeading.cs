using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>A theme's number, its label and its title as one text, as they stand in a row or a line of their own, and back.</summary>
public static class ThemeHeading
{
    /// <summary>The heading in the plainest form that is read as the same theme, or at least as the same number and title.</summary>
    public static string Of(string? number, string? label, string title)
    {
        string[] labelled = label is null ? [] : [$"{label}: {title}", $"{label} – {title}"];
        string[] numbered = number is null ? [title] : [$"{number}. {title}", $"{number} {title}", $"Theme {number}: {title}"];
        string[] forms = [.. labelled, .. numbered];
        return Array.Find(forms, form => Read(form) == (number, label, title))
            ?? Array.Find(numbered, form => Read(form) is var read && (read.Number, read.Title) == (number, title))
            ?? forms[0];
    }

    public static (string? Number, string? Label, string Title) Read(string heading) =>
        NumberLabel.Of(heading) is { Rest.Length: > 0 } label ? (label.Number, label.Written, label.Rest) : (null, null, heading);
}

namespace PartnershipEquality.Domain.Imports;

/// <summary>A theme's number and title as one text, as it stands in a row or a line of its own, and back.</summary>
public static class ThemeHeading
{
    /// <summary>The heading in the plainest form that is read as the same number and title.</summary>
    public static string Of(string? number, string title)
    {
        if (number is null)
        {
            return title;
        }

        string[] forms = [$"{number}. {title}", $"{number} {title}", $"Theme {number}: {title}"];
        return Array.Find(forms, form => Read(form) == (number, title)) ?? forms[0];
    }

    public static (string? Number, string Title) Read(string heading) =>
        NumberLabel.Of(heading) is { Rest.Length: > 0 } label ? (label.Number, label.Rest) : (null, heading);
}

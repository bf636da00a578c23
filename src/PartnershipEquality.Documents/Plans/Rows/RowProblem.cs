namespace PartnershipEquality.Documents.Plans.Rows;

/// <summary>Whether a problem stops a plan from being applied.</summary>
public enum ProblemSeverity
{
    /// <summary>The plan can be applied as it was read; a person should look at this place.</summary>
    Warning,

    /// <summary>The plan cannot be applied until this is put right.</summary>
    Error,
}

/// <summary>
/// What is wrong at one place of a source table and how to put it right.
/// Without a row it is about the table as a whole; the column is named as in its heading.
/// </summary>
/// <param name="Table">Which table of the file, counted from 1; null where it is about the file, or the file is one table.</param>
public sealed record RowProblem(int? Row, string? Column, string Code, ProblemSeverity Severity, string Text, string? Suggestion,
    int? Table = null);

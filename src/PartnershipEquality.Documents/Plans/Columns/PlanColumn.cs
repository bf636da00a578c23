namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>What a column of any plan's table can mean.</summary>
public enum PlanColumn
{
    ThemeNumber,
    Theme,
    Reference,
    Commitment,
    Action,
    Responsible,
    Outcome,
    Measures,
    Target,
    CrossReference,
    Resources,
    Barriers,
    Stakeholders,
    Milestones,
    Related,
    PsedAims,
    ProtectedCharacteristics,

    /// <summary>A word or a colour for where an action stands.</summary>
    Status,

    /// <summary>What has been done so far, in sentences.</summary>
    Update,

    /// <summary>Nothing to a plan: kept as a note under its own heading.</summary>
    Note,
}

/// <summary>How sure the reader is of what a column means.</summary>
public enum ColumnCertainty
{
    /// <summary>The caller said so.</summary>
    Given,

    /// <summary>The heading is a usual name of it.</summary>
    Certain,

    /// <summary>The heading contains a usual name of it.</summary>
    Likely,

    /// <summary>Only what stands in the column, or a piece of a word, speaks for it.</summary>
    Guessed,

    /// <summary>The heading says nothing to a plan.</summary>
    Unknown,
}

namespace PartnershipEquality.Domain.Plans;

/// <summary>How long the texts of a plan may be, in UTF-16 characters, and how much one import may hold.</summary>
public static class PlanLimits
{
    public const int ThemeNumber = 20;
    public const int Title = 500;
    public const int Reference = 40;
    public const int Role = 500;
    public const int Text = 4000;
    public const int Target = 1000;
    public const int CrossReference = 2000;
    public const int MilestonesCell = 8000;
    public const int MilestoneText = 1000;
    public const int Milestones = 50;
    public const int List = 2000;
    public const int Label = 200;
    public const int NoteHeading = 1000;
    public const int Note = 20_000;
    public const int Notes = 200;
    public const int Rows = 20_000;

    /// <summary>At most this many problems of each severity are listed; a last one says that there are more.</summary>
    public const int Problems = 1000;
}

using PartnershipEquality.Domain.Board;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Board;

/// <summary>
/// How a scheme stands on a day. Expected is every assignment that is neither withdrawn nor accepted as not
/// applicable, of the authorities that were members on the day (an owner's own always).
/// </summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="AsOf">The day: what had been recorded by its end in London.</param>
/// <param name="RecordedFrom">The first day on which anything that you may see was recorded; a board of an earlier day is empty for that
/// reason. Null while nothing is.</param>
/// <param name="Partial">True when you see your own column alone, because the partnership does not share headlines: the totals are then
/// yours, not the scheme's.</param>
/// <param name="VisibleAuthorities">How many authorities the figures cover.</param>
/// <param name="Totals">All of it that you may see.</param>
/// <param name="Sentence">The totals in words: "5 of 7 completed, 1 overdue, 1 not updated".</param>
/// <param name="UnassignedActions">The gaps: actions, made by the end of the day, that no authority is named for as the plan stands now.
/// They are in no figure.</param>
/// <param name="Themes">The themes in the plan's order, those without assignments too.</param>
/// <param name="Authorities">Each authority over all themes, by code; those from whom nothing is expected too.</param>
public sealed record BoardProgress(
    BoardScheme Scheme, DateOnly AsOf, DateOnly? RecordedFrom, bool Partial, int VisibleAuthorities, BoardFigures Totals, string Sentence,
        int UnassignedActions,
    IReadOnlyList<BoardTheme> Themes, IReadOnlyList<BoardColumn> Authorities);

/// <summary>The scheme that a board is of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reference">What people quote: LEICS-2026.</param>
/// <param name="Title">Its title.</param>
/// <param name="Stage">How far it has come, now.</param>
/// <param name="Sample">Made up to show the product.</param>
public sealed record BoardScheme(Guid Id, string Reference, string Title, SchemeStage Stage, bool Sample);

/// <summary>One theme's row of the board.</summary>
/// <param name="Id">The theme's id.</param>
/// <param name="Number">Its number in the plan, if it has one.</param>
/// <param name="Title">Its title.</param>
/// <param name="Totals">Its figures over all authorities that you may see.</param>
/// <param name="Sentence">The totals in words.</param>
/// <param name="Authorities">Each authority's part of it, by code.</param>
public sealed record BoardTheme(Guid Id, string? Number, string Title, BoardFigures Totals, string Sentence,
    IReadOnlyList<BoardColumn> Authorities);

/// <summary>One authority's figures: in a theme, or over all of them.</summary>
/// <param name="AuthorityId">The authority's id.</param>
/// <param name="Code">Its short code: BDC.</param>
/// <param name="Name">Its name.</param>
/// <param name="Expected">How many assignments are expected of it.</param>
/// <param name="ByStatus">What it says of them; sums to expected.</param>
/// <param name="Flags">What asks for attention; may overlap, each at most expected.</param>
/// <param name="Headline">Each under the first word that fits; sums to expected.</param>
/// <param name="Sentence">The headline in words.</param>
public sealed record BoardColumn(
    Guid AuthorityId, string Code, string Name, int Expected, BoardStatusCounts ByStatus, BoardFlagCounts Flags, HeadlineCounts Headline,
        string Sentence)
{
    internal static BoardColumn From(Guid id, string code, string name, BoardFigures f) =>
        new(id, code, name, f.Expected, f.ByStatus, f.Flags, f.Headline, f.Headline.Sentence());
}

/// <summary>Counts of assignments, each counted once in expected. Never an average: a laggard cannot hide in one.</summary>
/// <param name="Expected">How many assignments are expected.</param>
/// <param name="ByStatus">What their authorities say of them; sums to expected.</param>
/// <param name="Flags">What asks for attention; may overlap, each at most expected.</param>
/// <param name="Headline">Each under the first word that fits: completed, overdue, not updated, off track, at risk, on track, not started,
/// not applicable; sums to expected.</param>
public sealed record BoardFigures(int Expected, BoardStatusCounts ByStatus, BoardFlagCounts Flags, HeadlineCounts Headline)
{
    internal static BoardFigures None { get; } =
        new(0, new BoardStatusCounts(0, 0, 0, 0, 0, 0), new BoardFlagCounts(0, 0, 0, 0, 0), new HeadlineCounts(0, 0, 0, 0, 0, 0, 0, 0));
}

/// <summary>How many have each status, as their authorities last reported by the day.</summary>
/// <param name="NotStarted">Not started.</param>
/// <param name="OnTrack">On track.</param>
/// <param name="AtRisk">At risk.</param>
/// <param name="OffTrack">Off track.</param>
/// <param name="Completed">Completed.</param>
/// <param name="NotApplicable">Said not to apply, which the owner has not accepted: until then it stays expected.</param>
public sealed record BoardStatusCounts(int NotStarted, int OnTrack, int AtRisk, int OffTrack, int Completed, int NotApplicable);

/// <summary>How many carry each flag. Work that is completed or does not apply carries none.</summary>
/// <param name="Overdue">An open delivery was due before the day.</param>
/// <param name="DueSoon">A delivery falls due on the day or in the 28 days after it, and none is overdue.</param>
/// <param name="NotUpdated">A review period has ended without an update.</param>
/// <param name="NoTarget">Nobody has said when it is to be done.</param>
/// <param name="OverdueAgainstBaseline">The day first agreed has passed, wherever the target has been moved since.</param>
public sealed record BoardFlagCounts(int Overdue, int DueSoon, int NotUpdated, int NoTarget, int OverdueAgainstBaseline);

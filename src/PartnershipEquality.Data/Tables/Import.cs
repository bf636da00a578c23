using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Data.Tables;

/// <summary>Where an upload stands.</summary>
public enum ImportStatus
{
    /// <summary>A worker is to read it, or is reading it.</summary>
    Reading,

    /// <summary>It has been read, and waits to be corrected or applied.</summary>
    Read,

    /// <summary>It could not be read; <c>Failure</c> says why.</summary>
    Failed,

    /// <summary>It became a scheme.</summary>
    Applied,

    /// <summary>It was given up; its file is gone.</summary>
    Abandoned,
}

/// <summary>
/// An uploaded plan: what was understood of it (<c>Plan</c>) and what was not (<c>Problems</c>), and what people said
/// about how to read it (<c>Mapping</c>, <c>Corrections</c>), all as JSON, until it is applied.
/// </summary>
public sealed class Import
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string FileName { get; init; }

    public required long Bytes { get; init; }

    public required byte[] Sha256 { get; init; }

    public ImportStatus Status { get; set; }

    public required string Title { get; set; }

    public required DateOnly StartsOn { get; set; }

    public required DateOnly EndsOn { get; set; }

    public required SchemeStage Stage { get; set; }

    /// <summary>
    /// The year in which the plan's financial year begins, for quarters written without one; null for that of the first day.
    /// </summary>
    public int? PlanYear { get; set; }

    /// <summary>Nobody said the period: it was taken from the years that the plan names, or from today.</summary>
    public bool PeriodAssumed { get; set; }

    public bool Sample { get; init; }

    public string Plan { get; set; } = """{"themes":[]}""";

    public string Problems { get; set; } = "[]";

    public string Tables { get; set; } = "[]";

    public string Dropped { get; set; } = "[]";

    /// <summary>The text around the plan's tables.</summary>
    public string? Narrative { get; set; }

    public string? Mapping { get; set; }

    public string Corrections { get; set; } = "[]";

    /// <summary>How many rows the file has, once it is open.</summary>
    public int? Rows { get; set; }

    /// <summary>How many of them have been read.</summary>
    public int? RowsRead { get; set; }

    /// <summary>Why it could not be read: a code and a sentence.</summary>
    public string? Failure { get; set; }

    /// <summary>The scheme that the document is for, where it is live already; null where it becomes one of its own.</summary>
    public Guid? IntoSchemeId { get; set; }

    /// <summary>What people said about which of its parts are which of that scheme's.</summary>
    public string Matches { get; set; } = "[]";

    /// <summary>The scheme it became, or was applied into.</summary>
    public Guid? SchemeId { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }

    internal static void Map(ModelBuilder model) => model.Entity<Import>(t =>
    {
        t.HangsOn(i => new { i.OrganisationId, i.SchemeId }, (Scheme s) => new { s.OwnerId, s.Id });
        t.HangsOn(i => new { i.OrganisationId, i.IntoSchemeId }, (Scheme s) => new { s.OwnerId, s.Id });
        t.ToTable("imports");
        foreach (var json in new[] { nameof(Plan), nameof(Problems), nameof(Tables), nameof(Dropped), nameof(Mapping), nameof(Corrections),
            nameof(Matches), nameof(Failure) })
        {
            t.Property(json).HasColumnType("jsonb");
        }
    });
}

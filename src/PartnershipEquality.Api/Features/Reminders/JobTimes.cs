namespace PartnershipEquality.Api.Features.Reminders;

/// <summary>The hours of the day, in London, at which reminders are planned and digests go out.</summary>
public static class JobTimes
{
    public static TimeOnly Plan { get; } = new(7, 0);

    public static TimeOnly Send { get; } = new(7, 30);
}

using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>What a digest says in words, the same in both of its parts.</summary>
internal static class DigestWording
{
    public const string ChangesHeading = "Changed by the partnership";

    public static string Title(DigestContent digest) => $"Your equality actions on {DigestContent.DateInWords(digest.Day)}";

    public static string Opening(DigestContent digest) => $"For {digest.OrganisationName}: {digest.Counts}.";

    public const string Leave = "Stop these daily messages";

    public static string Closing(DigestContent digest) =>
        $"Sent on behalf of {digest.OrganisationName}. You get one message a day at most, on working days, "
        + "and only when something needs you or has changed. Reminders about an action stop when it is reported as completed.";

    public static string Heading(DigestGroup group) => group switch
    {
        DigestGroup.Overdue => "Overdue",
        DigestGroup.Escalated => "Escalated to you",
        DigestGroup.DueSoon => "Due soon",
        _ => "Review due",
    };

    public static string Ask(DigestGroup group) => group switch
    {
        DigestGroup.Overdue => "Please report what has been done, or say why it is late and when it will be done.",
        DigestGroup.Escalated =>
            "These are still not done. Please see to it that whoever answers for each reports on it, or gives it a new date with a reason.",
        DigestGroup.DueSoon => "Please report it when it is done, or say now if the date is at risk.",
        _ => "Please say how these stand. Any update will do.",
    };

    public static string Urgency(DigestLine line, DateOnly day)
    {
        var review = line.Kind is ReminderKind.Review ? "review " : "";
        return line.DaysFromDue(day) switch
        {
            0 => $"{review}due today",
            -1 => $"{review}due tomorrow",
            < 0 and var days => $"{review}due in {-days} days",
            1 when review.Length == 0 => "1 day overdue",
            var days when review.Length == 0 => $"{days} days overdue",
            1 => "review was due yesterday",
            var days => $"review was due {days} days ago",
        };
    }

    public static string When(DigestLine line, DateOnly day)
    {
        var verb = line.DaysFromDue(day) > 0 ? "Was due" : "Due";
        var written = string.IsNullOrWhiteSpace(line.TargetAsWritten)
            ? "The plan gives no date." : $"In the plan: \u201c{line.TargetAsWritten.Trim()}\u201d.";
        return $"{verb} {DigestContent.DateInWords(line.DueBy)}. {written}";
    }

    public static string? Escalation(DigestLine line, DateOnly day) => line.EscalatedAs is null ? null
        : $"Escalated to you as {line.EscalatedAs}: not done {(line.DaysFromDue(day) == 1 ? "1 day" : $"{line.DaysFromDue(day)} days")} " +
            "after it was due.";

    public static string? Why(DigestLine line) => (line.RoleTitle, line.WhyYou) switch
    {
        (null, null) => null,
        (var role, null) => $"Responsible: {role}.",
        var (role, why) when role is null || why.Contains(role, StringComparison.Ordinal) => $"You receive this because {why}.",
        var (role, why) => $"Responsible: {role}. You receive this because {why}.",
    };

    public static string LinkText(DigestLine line) =>
        line.Kind is ReminderKind.Review ? $"Give an update on {line.Reference}" : $"Report progress on {line.Reference}";

    public static string Change(PlanChange change) => $"{change.Reference}: {change.Kind switch
    {
        PlanChangeKind.Added => "added",
        PlanChangeKind.Moved => "date moved",
        PlanChangeKind.Withdrawn => "withdrawn",
        PlanChangeKind.Reinstated => "asked for again",
        _ => "changed",
    }}";
}

namespace PartnershipEquality.Domain.Reminders;

/// <summary>
/// Whose attention a reminder asks for: those who do the work, and in turn those to whom it is passed on when it stays overdue.
/// </summary>
public enum ReminderAudience
{
    /// <summary>Who holds the posts that answer for it.</summary>
    Responsible,

    /// <summary>The authority's equality lead.</summary>
    Lead,

    /// <summary>The posts of the authority's equality group.</summary>
    Group,
}

namespace PartnershipEquality.Data.Tenancy;

/// <summary>
/// What is done unasked: reminders planned, digests made, mail delivered, large uploads read, the change feed kept, events sent to
/// webhooks, answers kept for Idempotency-Keys forgotten.
/// </summary>
public enum WorkKind
{
    Plan,
    Send,
    Deliver,
    Import,
    Feed,
    Webhooks,
    Tidy,
}

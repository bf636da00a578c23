using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <param name="Date">The day, today or up to 92 days ahead; today unless given.</param>
[Reads(Permission.PostsWrite)]
public sealed record PreviewReminders(DateOnly? Date) : IRequest<DateOnly>;

/// <summary>What would go out on a day, if nothing were done or sent until then.</summary>
/// <param name="WorkingDay">Nothing goes out on other days: it goes on the working day before.</param>
/// <param name="Owed">How many reminders would become owed.</param>
/// <param name="Stopped">How many of those owed already would stop, because the work is done or moved.</param>
/// <param name="NoRecipient">How many would find nobody to read them.</param>
/// <param name="Digests">The messages, one a person.</param>
public sealed record ReminderPreview(DateOnly Date, bool WorkingDay, int Owed, int Stopped, int NoRecipient,
    IReadOnlyList<PreviewedDigest> Digests);

/// <summary>A message that would go out.</summary>
/// <param name="Lines">How many occurrences it is about.</param>
/// <param name="Text">Its plain text, as it would be read.</param>
/// <param name="Html">The same as HTML.</param>
public sealed record PreviewedDigest(string Recipient, string RecipientName, string Subject, int Lines, string Text, string Html);

/// <summary>Settles the day; the run of it is a transaction of its own, which is begun once this one has ended.</summary>
internal sealed class PreviewRemindersHandler(Caller caller, TimeProvider time) : IRequestHandler<PreviewReminders, DateOnly>
{
    private const int FurthestDay = 92;

    public Task<DateOnly> Handle(PreviewReminders request, CancellationToken cancellationToken)
    {
        PolicyRules.EnsureAuthority(caller);
        var today = LondonDay.Of(time.GetUtcNow());
        var date = request.Date ?? today;
        return date >= today && date <= today.AddDays(FurthestDay) ? Task.FromResult(date)
            : throw Refusal.Field("date", "out-of-range",
                $"Give a day from {today:yyyy-MM-dd} to {today.AddDays(FurthestDay):yyyy-MM-dd}.");
    }
}

/// <summary>Runs a day's planning and writing as they would run, and takes all of it back.</summary>
public sealed class ReminderPreviewing(IMediator mediator, OrganisationWork work, WorkingDays workingDays, Caller caller)
{
    public async Task<ReminderPreview> OfAsync(PreviewReminders request, CancellationToken ct)
    {
        var date = await mediator.Send(request, ct);
        var (owed, made, digests) = await work.PreviewAsync(caller.Scope, date, ct);
        return new ReminderPreview(date, workingDays.IsWorkingDay(date), owed, made.Stopped, made.NoRecipient, digests);
    }
}

/// <summary>The messages that a day's run has laid in the outbox.</summary>
[ForTimetable]
internal sealed record ReadDigests(DateOnly Day) : IRequest<IReadOnlyList<PreviewedDigest>>;

internal sealed class ReadDigestsHandler(EqualityDb db, Caller caller) : IRequestHandler<ReadDigests, IReadOnlyList<PreviewedDigest>>
{
    public async Task<IReadOnlyList<PreviewedDigest>> Handle(ReadDigests request, CancellationToken cancellationToken) =>
        await db.Digests.AsNoTracking().Where(d => d.OrganisationId == caller.OrganisationId && d.Day == request.Day)
            .Join(db.Outbox, d => d.Id, m => m.DigestId,
                (d, m) => new { d.Recipient, d.RecipientName, d.Subject, d.Lines, m.Text, m.Html, m.State })
            .Where(m => m.State == Data.Tables.MailState.Waiting).OrderBy(m => m.Recipient)
            .Select(m => new PreviewedDigest(m.Recipient, m.RecipientName, m.Subject, m.Lines, m.Text, m.Html))
                .ToListAsync(cancellationToken);
}

using MediatR;
using Npgsql;
using PartnershipEquality.Api.Features.Changes;
using PartnershipEquality.Api.Features.Imports;
using PartnershipEquality.Api.Features.Mail;
using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Idempotency;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Jobs;

/// <summary>Does the work of each kind for one organisation, by the ordinary requests, each in a scope of its own.</summary>
public sealed class OrganisationWork(
    IServiceScopeFactory scopes, WorkingDays workingDays, MailRoute route, MailHandOver handOver, WebhookWork webhooks, WorkMeter meter, TimeProvider time, ILogger<OrganisationWork> logger)
{
    public const string Plan = "plan";
    public const string Send = "send";
    public const string Deliver = "deliver";
    public const string Import = "import";
    public const string Feed = "feed";
    public const string Webhooks = "webhooks";
    public const string Tidy = "tidy";

    private const string NotUnderstood = "The file was opened and could not be understood, which is a fault of ours: our log has it under the import's id. Until it is mended, put the plan into the template.";

    // An earlier moment is set by whoever makes mail; this one only keeps a forgotten one from lasting.
    private static readonly TimeSpan FarAhead = TimeSpan.FromDays(1);

    // What expires is gathered for an hour, so that a busy organisation is not tidied up after each answer.
    private static readonly TimeSpan TidyEvery = TimeSpan.FromHours(1);

    /// <summary>Does what is due and answers when there is more of it.</summary>
    public async Task<DateTimeOffset> RunAsync(string kind, Reach organisation, DateTimeOffset now, CancellationToken ct)
    {
        var today = LondonDay.Of(now);
        switch (kind)
        {
            case Plan:
                await PlanAsync(organisation, today, ct);
                return WorkMoments.NextDaily(now, JobTimes.Plan);
            case Send:
                if (workingDays.IsWorkingDay(today) && now >= LondonDay.At(today, JobTimes.Send))
                {
                    // A day's digests are made once, so what became owed that morning is planned before them.
                    await PlanAsync(organisation, today, ct);
                    await AskAsync(organisation, new MakeDigests(today), ct);
                }

                return WorkMoments.NextOnWorkingDay(now, JobTimes.Send, workingDays);
            case Deliver:
                var (_, left) = await DeliverAsync(organisation, now, ct);
                return left.Stopped is null ? left.NextAt ?? now + FarAhead : throw new MailStoppedException(left.Stopped);
            case Import:
                await ReadImportsAsync(organisation, ct);
                return now + FarAhead;
            case Feed:
                while (await AskAsync(organisation, new KeepFeed(), ct))
                {
                }

                return WorkMoments.NextDaily(now, KeepFeed.DoneAt);
            case Webhooks:
                return await webhooks.RunAsync(this, organisation, ct) ?? now + FarAhead;
            case Tidy:
                Forgotten forgotten;
                do
                {
                    forgotten = await AskAsync(organisation, new ForgetAnswers(now), ct);
                }
                while (forgotten.More);

                return forgotten.NextAt is { } next && next > now + TidyEvery ? next : now + (forgotten.NextAt is null ? FarAhead : TidyEvery);
            default:
                throw new InvalidOperationException($"There is no work of the kind {kind}.");
        }
    }

    public async Task<int> PlanAsync(Reach organisation, DateOnly day, CancellationToken ct)
    {
        var owed = 0;
        Planned planned;
        do
        {
            planned = await AskAsync(organisation, new PlanReminders(day), ct);
            owed += planned.Owed;
        }
        while (planned.More);

        return owed;
    }

    /// <summary>
    /// Hands over what waits, then asks what became of what was handed over before; stops when the way out is shut. Each
    /// mail is taken up in one transaction and noted in another, and none is open while the other side is waited for.
    /// </summary>
    public async Task<(int Sent, MailsLeft Left)> DeliverAsync(Reach organisation, DateTimeOffset at, CancellationToken ct)
    {
        try
        {
            var (sent, left) = await SendMailsAsync(organisation, at, ct);
            return (sent, left is { ToCheck: true, Stopped: null } ? await CheckMailsAsync(organisation, at, ct) : left);
        }
        finally
        {
            if (route.Transport is { } transport)
            {
                await transport.RestAsync();
            }
        }
    }

    private async Task<(int Sent, MailsLeft Left)> SendMailsAsync(Reach organisation, DateTimeOffset at, CancellationToken ct)
    {
        var sent = 0;
        while (true)
        {
            // Told to stop, it stops between two mails: one broken off in the middle would be sent a second time.
            ct.ThrowIfCancellationRequested();
            var (taken, left) = await AskAsync(organisation, new TakeMail(at), CancellationToken.None);
            if (taken is null)
            {
                return (sent, left!);
            }

            var noted = await AskAsync(organisation, new NoteMail(taken, await handOver.SendAsync(taken, CancellationToken.None), at), CancellationToken.None);
            meter.Mail(noted.Sent);
            sent += noted.Sent ? 1 : 0;
            if (noted.Left is not null)
            {
                return (sent, noted.Left);
            }
        }
    }

    private async Task<MailsLeft> CheckMailsAsync(Reach organisation, DateTimeOffset at, CancellationToken ct)
    {
        while (true)
        {
            var (taken, left) = await AskAsync(organisation, new TakeMailToCheck(at), ct);
            if (taken is null)
            {
                return left!;
            }

            // Once it is known, it is noted, even when told to stop meanwhile.
            var told = await MailHandOver.AskAsync(taken, CancellationToken.None);
            if ((await AskAsync(organisation, new NoteMailFate(taken, told, at), CancellationToken.None)).Left is { } stopped)
            {
                return stopped;
            }
        }
    }

    /// <summary>Reads the large uploads that wait. Reading takes seconds, so it is done between transactions and not in one.</summary>
    public async Task ReadImportsAsync(Reach organisation, CancellationToken ct)
    {
        while (await AskAsync(organisation, new TakeImport(), ct) is { } taken)
        {
            ImportReading? reading = null;
            Refusal? failure = null;
            try
            {
                reading = await ReadAsync(organisation, taken, ct);
            }
            catch (Refusal refusal)
            {
                failure = refusal;
            }

            try
            {
                await AskAsync(organisation, new KeepImport(taken.Id, taken.Version, reading, failure), ct);
            }
            catch (Exception e) when (reading is not null && e is not (OperationCanceledException or NpgsqlException { IsTransient: true } or OutOfMemoryException))
            {
                // Tried again it would fail again, and every upload after it would wait for it without end.
                logger.LogError(e, "Import {Import} cannot be understood", taken.Id);
                await AskAsync(organisation, new KeepImport(taken.Id, taken.Version, null, Refusal.Invalid("file-unreadable", NotUnderstood)), ct);
            }
        }
    }

    /// <summary>Reads one of them, and notes beside it how far the reading has come.</summary>
    private async Task<ImportReading> ReadAsync(Reach organisation, TakenImport taken, CancellationToken ct)
    {
        var progress = new ReadingProgress(time);
        var reading = Task.Run(() =>
        {
            try
            {
                return ImportReading.Of(taken.Terms, taken.Content, ct, progress);
            }
            finally
            {
                progress.End();
            }
        }, ct);
        await foreach (var rows in progress.ToldAsync(ct))
        {
            await AskAsync(organisation, new NoteImportRows(taken.Id, taken.Version, rows), ct);
        }

        return await reading;
    }

    public async Task<T> AskAsync<T>(Reach organisation, IRequest<T> request, CancellationToken ct)
    {
        await using var scope = BeginAs(organisation);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }

    /// <summary>What planning and sending would do on a day, with nothing of it kept.</summary>
    public async Task<(int Owed, DigestsMade Made, IReadOnlyList<PreviewedDigest> Digests)> PreviewAsync(Reach organisation, DateOnly day, CancellationToken ct)
    {
        await using var scope = BeginAs(organisation);
        return await Preview.OfAsync(scope.ServiceProvider, async mediator =>
        {
            var owed = 0;
            Planned planned;
            do
            {
                planned = await mediator.Send(new PlanReminders(day), ct);
                owed += planned.Owed;
            }
            while (planned.More);

            return (owed, await mediator.Send(new MakeDigests(day), ct), await mediator.Send(new ReadDigests(day), ct));
        }, ct);
    }

    /// <summary>A scope that acts as one organisation. Not async, so that whoever calls it is in that organisation from then on, and nobody else is.</summary>
    public AsyncServiceScope BeginAs(Reach organisation)
    {
        var scope = scopes.CreateAsyncScope();
        TenantResolution.Enter(scope.ServiceProvider, organisation);
        scope.ServiceProvider.GetRequiredService<Caller>().Work();
        return scope;
    }
}

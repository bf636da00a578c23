using Npgsql;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Outside.Webhooks;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Jobs;

/// <summary>Finds the organisations that have work, as the platform role, which reads no tenant's table, and has it done as each of them.</summary>
public sealed class WorkFinder(Databases databases, OrganisationWork work, WorkOptions options, WebhookOptions webhooks, WorkMeter meter, TimeProvider time, ILogger<WorkFinder> logger)
{
    /// <summary>Does all the work of a kind that is due, one organisation after another; answers for how many.</summary>
    public async Task<int> RunDueAsync(string kind, CancellationToken ct)
    {
        if (kind == OrganisationWork.Webhooks)
        {
            return await RunSideBySideAsync(kind, ct);
        }

        var done = 0;
        while (!ct.IsCancellationRequested && await WorkDue.ClaimAsync(databases.Platform, kind, time.GetUtcNow(), options.ClaimLasts, ct) is { } claim)
        {
            await RunAsync(claim, ct);
            done++;
        }

        if (kind == OrganisationWork.Deliver)
        {
            var now = time.GetUtcNow();
            var (waiting, oldest) = await WorkDue.MailWaitingAsync(databases.Platform, now, ct);
            meter.Outbox(waiting, now - (oldest ?? now));
        }

        return done;
    }

    /// <summary>
    /// Work that waits for other people's servers: several organisations' at a time, and those that are woken meanwhile, so
    /// that nobody waits for somebody else's.
    /// </summary>
    private async Task<int> RunSideBySideAsync(string kind, CancellationToken ct)
    {
        var (done, running) = (0, new List<Task>());
        try
        {
            do
            {
                await WorkDue.WakeBehindAsync(databases.Platform, kind, time.GetUtcNow(), ct);
                while (running.Count < Math.Max(1, webhooks.Organisations) && !ct.IsCancellationRequested
                    && await WorkDue.ClaimAsync(databases.Platform, kind, time.GetUtcNow(), options.ClaimLasts, ct) is { } claim)
                {
                    running.Add(RunAsync(claim, ct));
                    done++;
                }

                if (running.Count > 0)
                {
                    await Task.WhenAny([.. running, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None)]);
                    foreach (var ended in running.Where(r => r.IsCompleted).ToList())
                    {
                        running.Remove(ended);
                        await ended;
                    }
                }
            }
            while (running.Count > 0 && !ct.IsCancellationRequested);
        }
        finally
        {
            await Task.WhenAll(running);
        }

        var now = time.GetUtcNow();
        var (waiting, oldest) = await WorkDue.EventsWaitingAsync(databases.Platform, now, ct);
        meter.Events(waiting, now - (oldest ?? now));
        return done;
    }

    private async Task RunAsync(WorkClaim claim, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        meter.Began(claim.Kind, now - claim.DueAt);
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var ended = new CancellationTokenSource();
        var holding = HoldAsync(claim, mine, ended.Token);
        bool told;
        try
        {
            var reach = await WorkDue.ReachAsync(databases.Platform, claim.OrganisationId, LondonDay.Of(now), mine.Token)
                ?? throw new InvalidOperationException("The organisation is gone.");
            var next = await work.RunAsync(claim.Kind, reach, now, mine.Token);
            told = await WorkDue.FinishAsync(databases.Platform, claim, next, CancellationToken.None);
            meter.Done(claim.Kind, time.GetUtcNow() - now);
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            told = await WorkDue.ReleaseAsync(databases.Platform, claim, CancellationToken.None);
        }
        catch (Exception e)
        {
            // One organisation's trouble is not the others': it is kept beside its row, and tried again later.
            meter.Failed(claim.Kind);
            logger.LogError(e, "The work {Kind} of {Organisation} failed", claim.Kind, claim.OrganisationId);
            var error = e is MailStoppedException ? e.Message : $"{e.GetType().Name}: {e.Message}";
            told = await WorkDue.FailAsync(databases.Platform, claim, time.GetUtcNow(), options.FirstWait, error, CancellationToken.None);
        }
        finally
        {
            await ended.CancelAsync();
            await holding;
        }

        if (!told)
        {
            meter.TakenOver(claim.Kind);
            logger.LogWarning("The work {Kind} of {Organisation} was taken over by another worker before this one had ended", claim.Kind, claim.OrganisationId);
        }
    }

    /// <summary>Moves the claim on while the work runs, and stops the work once the claim is another's.</summary>
    private async Task HoldAsync(WorkClaim claim, CancellationTokenSource mine, CancellationToken ended)
    {
        try
        {
            using var beat = new PeriodicTimer(options.ClaimLasts / 3, time);
            while (await beat.WaitForNextTickAsync(ended))
            {
                try
                {
                    if (!await WorkDue.ExtendAsync(databases.Platform, claim, time.GetUtcNow(), options.ClaimLasts, ended))
                    {
                        await mine.CancelAsync();
                        return;
                    }
                }
                catch (NpgsqlException)
                {
                    // The database is away for now, and with it whoever could take the work over; the next beat asks again.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }
}

using Npgsql;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Jobs;

/// <summary>Does one organisation's work under its claim, as that organisation.</summary>
public sealed class WorkRunner(Databases databases, IEnumerable<WorkJob> jobs, WorkOptions options, WorkMeter meter, TimeProvider time,
    ILogger<WorkRunner> logger)
{
    private readonly Dictionary<WorkKind, WorkJob> _jobs = jobs.ToDictionary(job => job.Kind);

    /// <summary>Does the work if it is due and nobody has it; answers what was done, or null.</summary>
    /// <param name="wanted">Whether it is to be done although it is not due.</param>
    public async Task<string?> RunAsync(WorkKind kind, Guid organisationId, Func<bool> wanted, CancellationToken ct)
    {
        var claim = await WorkDue.ClaimAsync(databases.Platform, kind, organisationId, time.GetUtcNow(), options.ClaimLasts, ct);
        if (claim is null && wanted())
        {
            await WorkDue.WakeAsync(databases.Platform, kind, organisationId, time.GetUtcNow(), ct);
            claim = await WorkDue.ClaimAsync(databases.Platform, kind, organisationId, time.GetUtcNow(), options.ClaimLasts, ct);
        }

        return claim is null ? null : await RunAsync(claim, ct);
    }

    /// <summary>Does the work that was claimed, and says what came of it: to <c>work_due</c>, and to who asked.</summary>
    /// <exception cref="WorkFailedException">It failed, and is tried again.</exception>
    public async Task<string?> RunAsync(WorkClaim claim, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        meter.Began(claim.Kind, now - claim.DueAt);
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var ended = new CancellationTokenSource();
        var holding = HoldAsync(claim, mine, ended.Token);
        try
        {
            var reach = await WorkDue.ScopeAsync(databases.Platform, claim.OrganisationId, LondonDay.Of(now), mine.Token)
                ?? throw new InvalidOperationException("The organisation is gone.");
            var done = await _jobs[claim.Kind].RunAsync(reach, now, mine.Token);
            Said(claim, await WorkDue.FinishAsync(databases.Platform, claim, done.NextAt, CancellationToken.None));
            meter.Done(claim.Kind, time.GetUtcNow() - now);
            return done.Result;
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            Said(claim, await WorkDue.ReleaseAsync(databases.Platform, claim, CancellationToken.None));
            return null;
        }
        catch (Exception e)
        {
            // One organisation's trouble is not the others': it is kept beside its row, and tried again later.
            meter.Failed(claim.Kind);
            logger.LogError(e, "The work {Kind} of {Organisation} failed", claim.Kind, claim.OrganisationId);
            var error = e is MailStoppedException ? e.Message : $"{e.GetType().Name}: {e.Message}";
            var failed = time.GetUtcNow();
            var retry = await WorkDue.FailAsync(databases.Platform, claim, failed, options.FirstWait, error, CancellationToken.None);
            Said(claim, retry is not null);
            if (retry is var (at, attempts))
            {
                throw new WorkFailedException(error, at - failed, attempts);
            }

            return null;
        }
        finally
        {
            await ended.CancelAsync();
            await holding;
        }
    }

    private void Said(WorkClaim claim, bool told)
    {
        if (!told)
        {
            meter.TakenOver(claim.Kind);
            logger.LogWarning("The work {Kind} of {Organisation} was taken over by another worker before this one had ended", claim.Kind,
                claim.OrganisationId);
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

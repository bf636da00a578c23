using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Jobs;

/// <summary>Does what is due in one go and without the engine: a look, and then each organisation's work.</summary>
internal static class DueWork
{
    /// <summary>Answers for how many organisations there was some, whether it failed or not.</summary>
    public static async Task<int> RunDueAsync(this ApiInstance api, WorkKind kind, CancellationToken ct)
    {
        var (job, runner, platform) = (api.Services.GetServices<WorkJob>().Single(j => j.Kind == kind),
            api.Services.GetRequiredService<WorkRunner>(), api.Databases.Platform);
        var lasts = api.Services.GetRequiredService<WorkOptions>().ClaimLasts;
        var running = new List<Task>();
        do
        {
            // As the timetable does: what is woken while others' servers are waited for is found by a later look.
            await job.BeforeLookAsync(api.Clock.Now, ct);
            while (await WorkDue.ClaimAsync(platform, kind, api.Clock.Now, lasts, ct) is { } claim)
            {
                running.Add(RunAsync(claim));
                if (kind != WorkKind.Webhooks)
                {
                    await running[^1];
                }
            }

            if (running.Exists(r => !r.IsCompleted))
            {
                await Task.WhenAny([.. running.Where(r => !r.IsCompleted), Task.Delay(TimeSpan.FromMilliseconds(200), ct)]);
            }
        }
        while (running.Exists(r => !r.IsCompleted));

        await Task.WhenAll(running);
        await job.AfterLookAsync(api.Clock.Now, ct);
        return running.Count;

        async Task RunAsync(WorkClaim claim)
        {
            try
            {
                await runner.RunAsync(claim, ct);
            }
            catch (WorkFailedException)
            {
                // It is in work_due, where the tests look.
            }
        }
    }
}

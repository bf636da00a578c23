using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Bench;

/// <summary>The mornings of every authority, by the work that the timetable does: planning, then digests.</summary>
internal sealed class PlanRun(BenchServer server, Country country, string? plansFile)
{
    private const string Walked = "walked";
    private const string Explained = "explained";

    /// <summary>How many authorities the query plans are taken from.</summary>
    private const int ExplainedAuthorities = 5;

    private static readonly IReadOnlyList<IReadOnlyList<(DateOnly Day, string What)>> Standard =
    [
        [(new(2026, 12, 8), "a quiet day"), (new(2026, 12, 22), "the first after two weeks without")],
        [(new(2026, 12, 31), "the last of a quarter"), (new(2027, 1, 1), "the first of the next, a bank holiday")],
    ];

    public async Task RunAsync(DateOnly? day, CancellationToken ct)
    {
        var walks = day is { } one ? [[(one, "as asked")]] : Standard;
        foreach (var walk in walks)
        {
            var filled = await server.FilledAsync(country, walk[0].Day.AddDays(-1), ct);
            await server.CopyAsync(filled, Walked, ct);
            await using (var looking = server.Superuser(Walked))
            {
                await Machine.SayAsync(looking, ct);
            }

            foreach (var (morning, what) in walk)
            {
                await MorningAsync(morning, what, ct);
            }

            await server.DropAsync(Walked, ct);
        }

        // Asked of another copy, so that taking the plans costs the figures nothing.
        await server.CopyAsync(await server.FilledAsync(country, walks[^1][0].Day.AddDays(-1), ct), Explained, ct);
        await ExplainAsync([.. walks[^1].Select(m => m.Day)], ct);
        await server.DropAsync(Explained, ct);
    }

    private async Task MorningAsync(DateOnly day, string what, CancellationToken ct)
    {
        Console.WriteLine();
        Console.WriteLine($"{day:ddd d MMMM yyyy}{(what.Length > 0 ? $", {what}" : "")} (load {Machine.Load})");
        await using var databases = server.Program(Walked);
        await using var services = Services(databases);
        await using var looking = server.Superuser(Walked);
        var work = services.GetRequiredService<OrganisationWork>();
        var due = await looking.CreateCommand($"""
            select (select count(*) from assignments
              where roll_on <= '{day:yyyy-MM-dd}') || ' assignments to lay down further, ' || (select count(*) from occurrences
              where next_reminder_on <= '{day:yyyy-MM-dd}') || ' occurrences to look at'
            """).ExecuteScalarAsync(ct);
        Console.WriteLine($"  {due}");
        await StepAsync("planning", "reminders", day, looking, databases, async reach => await work.PlanAsync(reach, day, ct), ct);
        await StepAsync("digests", "mails", day, looking, databases,
            async reach => (await work.AskAsync(reach, new MakeDigests(day), ct)).Digests, ct);
    }

    /// <summary>One kind of work for every authority, one after the other, and what it took.</summary>
    private static async Task StepAsync(string step, string made, DateOnly day, NpgsqlDataSource looking, Databases databases,
        Func<TenantScope, Task<int>> work, CancellationToken ct)
    {
        var authorities = await WorkDue.AuthoritiesAsync(databases.Platform, ct);
        var before = await RowsRead.LookAsync(databases, looking, ct);
        using var memory = new Memory();
        var clock = new Stopwatch();
        var processor = TimeSpan.Zero;
        var (total, longest, quarters) = (0, TimeSpan.Zero, new List<string>());
        for (var i = 0; i < authorities.Count; i++)
        {
            var started = clock.Elapsed;
            var processorBefore = Environment.CpuUsage.TotalTime;
            clock.Start();
            if (await WorkDue.ScopeAsync(databases.Platform, authorities[i], day, ct) is { } reach)
            {
                total += await work(reach);
            }

            clock.Stop();
            processor += Environment.CpuUsage.TotalTime - processorBefore;
            longest = clock.Elapsed - started > longest ? clock.Elapsed - started : longest;
            if ((i + 1) * 4 / authorities.Count > i * 4 / authorities.Count)
            {
                var (managed, resident) = memory.Peak();
                quarters.Add(string.Create(CultureInfo.InvariantCulture, $"{i + 1}: {managed:0} / {Memory.Held():0.0} / {resident:0}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {step}: {clock.Elapsed.TotalSeconds:0.00} s ({processor.TotalSeconds:0.00} s of processor in the program), {total} " +
            $"{made}{(total > 0 ? $", {clock.Elapsed.TotalMilliseconds / total:0.00} ms each" : "")}; the longest authority " +
            $"{longest.TotalMilliseconds:0} ms"));
        Console.WriteLine(
            $"    memory after so many authorities, MB at most in objects / held / of the process: {string.Join("; ", quarters)}");
        Console.WriteLine($"    rows: {RowsRead.Say(before, await RowsRead.LookAsync(databases, looking, ct))}");
    }

    private async Task ExplainAsync(IReadOnlyList<DateOnly> days, CancellationToken ct)
    {
        await using var looking = server.Superuser(Explained);
        await using (var analyze = looking.CreateCommand("analyze"))
        {
            await analyze.ExecuteNonQueryAsync(ct);
        }

        var plans = await QueryPlans.TakeAsync(server, Explained, ct);
        await using (var databases = server.Program(Explained))
        await using (var services = Services(databases))
        {
            var work = services.GetRequiredService<OrganisationWork>();
            foreach (var day in days)
            {
                foreach (var id in (await WorkDue.AuthoritiesAsync(databases.Platform, ct)).Take(ExplainedAuthorities))
                {
                    var reach = (await WorkDue.ScopeAsync(databases.Platform, id, day, ct))!;
                    await work.PlanAsync(reach, day, ct);
                    await work.AskAsync(reach, new MakeDigests(day), ct);
                }
            }
        }

        Console.WriteLine();
        Console.WriteLine(
            $"Query plans of {ExplainedAuthorities} authorities on " +
            $"{string.Join(" and ", days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))}, as they ran:");
        await plans.SayAsync(looking, plansFile, ct);
    }

    private static ServiceProvider Services(Databases databases)
    {
        var services = new ServiceCollection();
        services.AddLogging(l => l.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        Server.AddServices(services, new ConfigurationBuilder().Build(), databases);
        return services.BuildServiceProvider();
    }
}

using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.Server;
using Hangfire.States;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Npgsql;
using PartnershipEquality.Api.Outside.Webhooks;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Jobs;

/// <summary>
/// Hangfire, which fires the timetable. Its schema holds ids and times and nothing of a tenant's. It is reached as the platform role, which
/// finds work; the app's role is shut out of it.
/// </summary>
public static class Timetable
{
    private const string Schema = "hangfire";
    private const string Queue = "default";

    /// <summary>Part of <c>migrate</c>: as the owner, so that those who run it need not be able to make anything.</summary>
    public static async Task InstallAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        PostgreSqlObjectsInstaller.Install(owner, Schema);
        await using var grant = new NpgsqlCommand($"""
            grant usage on schema {Schema} to equality_platform;
            grant select, insert, update, delete on all tables in schema {Schema} to equality_platform;
            grant usage on all sequences in schema {Schema} to equality_platform;
            """, owner);
        await grant.ExecuteNonQueryAsync(ct);
    }

    public static void AddEngine(IServiceCollection services)
    {
        // Before AddHangfire, whose own two are the process's: several hosts in one process would take each other's.
        services.AddSingleton<JobStorage>(
            provider => new PostgreSqlStorage(new PlatformConnections(provider.GetRequiredService<Databases>()),
                new PostgreSqlStorageOptions
                {
                    SchemaName = Schema,
                    PrepareSchemaIfNecessary = false,
                    AllowDegradedModeWithoutStorage = false,
                    UseSlidingInvisibilityTimeout = true,
                    InvisibilityTimeout = TimeSpan.FromSeconds(30),
                    // A lock is a row, held for milliseconds; that of a process that died is in everybody's way for so long.
                    DistributedLockTimeout = TimeSpan.FromSeconds(5),
                    // A process hears of its own jobs at once; this is how soon of another's.
                    QueuePollInterval = TimeSpan.FromSeconds(3),
                    JobExpirationCheckInterval = TimeSpan.FromMinutes(5),
                }));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            // Its log is the process's too, and would throw once the host that it came from is gone: this factory stays.
            .UseLogProvider(
                new AspNetCoreLogProvider(new LoggerFactory(provider.GetServices<ILoggerProvider>(),
                    provider.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>()))));
        foreach (var job in typeof(Timetable).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(WorkJob))))
        {
            services.AddSingleton(job);
            services.AddSingleton(provider => (WorkJob)provider.GetRequiredService(job));
        }

        services.AddSingleton(provider => JobTimetable.Of(provider.GetServices<WorkJob>()));
        services.AddSingleton<WorkRunner>();
        services.AddSingleton<WorkLook>();
        services.AddSingleton<JobNames>();
        // Without it the pages would take a button's press from anywhere.
        services.AddAntiforgery();
        services.Configure<AuthorizationOptions>(
            options => options.AddPolicy(PlatformAdmins.Policy, policy => policy.RequireAssertion(PlatformAdmins.Allow)));
    }

    /// <summary>The engine's pages: what runs and when, each organisation's work by name, and buttons to have it done again.</summary>
    public static void MapPages(WebApplication app)
    {
        var names = app.Services.GetRequiredService<JobNames>();
        app.MapHangfireDashboardWithAuthorizationPolicy(PlatformAdmins.Policy, "/jobs", new DashboardOptions
        {
            DashboardTitle = "PartnershipEquality: work",
            AppPath = "/docs",
            DisplayStorageConnectionString = false,
            DisplayNameFunc = (_, job) => names.NameOf(job),
        });
    }

    /// <summary>Has the timetable run in this process.</summary>
    /// <param name="change">What a trial or a test has run instead of what the rooms say.</param>
    public static void Run(IServiceCollection services, Func<JobTimetable, JobTimetable>? change = null)
    {
        if (change is not null)
        {
            services.AddSingleton(provider => change(JobTimetable.Of(provider.GetServices<WorkJob>())));
        }

        services.AddHangfireServer(Start);
    }

    private static BackgroundProcessingServer Start(IServiceProvider provider)
    {
        var (storage, filters, zones) = (provider.GetRequiredService<JobStorage>(), provider.GetRequiredService<IJobFilterProvider>(),
            provider.GetRequiredService<ITimeZoneResolver>());
        var (time, options) = (provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<WorkOptions>());
        var (look, logs) = (provider.GetRequiredService<WorkLook>(), provider.GetRequiredService<ILoggerFactory>());
        DateTime Now() => time.GetUtcNow().UtcDateTime;
        var (performer, changer) = (new BackgroundJobPerformer(filters, provider.GetRequiredService<JobActivator>()),
            new BackgroundJobStateChanger(filters));
        Worker Serving(params IEnumerable<string> queues) => new(queues, performer, changer);
        var (atOnce, webhooks) = (Math.Max(1, options.AtOnce), Math.Max(1, provider.GetRequiredService<WebhookOptions>().Organisations));

        // The parts of BackgroundJobServer, with our clock, which that class does not take, and with workers of its own for
        // what must not wait for the rest.
        var second = TimeSpan.FromSeconds(1);
        IBackgroundProcessDispatcherBuilder[] processes =
        [
            new TimetableWriting(provider.GetRequiredService<JobTimetable>(), new RecurringJobManager(storage, filters, zones, Now),
                10 * second, logs.CreateLogger<TimetableWriting>()).UseBackgroundPool(1),
            new LateLooking(look, 10 * second, 5 * second, logs.CreateLogger<LateLooking>()).UseBackgroundPool(1),
            new RecurringJobScheduler(new BackgroundJobFactory(filters), second, zones, Now).UseBackgroundPool(1),
            new DelayedJobScheduler(second, changer).UseBackgroundPool(1),
            Serving(WorkQueues.Looks).UseBackgroundPool(2),
            Serving(WorkQueues.ByUrgency).UseBackgroundPool(atOnce),
            Serving(WorkQueues.Webhooks).UseBackgroundPool(webhooks),
        ];
        return new BackgroundProcessingServer(storage, processes,
            new Dictionary<string, object>
            {
                ["Queues"] = (string[])[WorkQueues.Looks, .. WorkQueues.ByUrgency, WorkQueues.Webhooks],
                ["WorkerCount"] = 2 + atOnce + webhooks
            },
            new BackgroundProcessingServerOptions
            {
                // What has begun may end before it is told to stop.
                StopTimeout = TimeSpan.FromSeconds(20),
                ShutdownTimeout = TimeSpan.FromSeconds(25),
                // A process that was killed leaves the page of servers soon.
                HeartbeatInterval = 15 * second,
                ServerTimeout = TimeSpan.FromMinutes(2),
                ServerCheckInterval = TimeSpan.FromMinutes(1),
            });
    }
}

/// <summary>Connections of the platform role, from a small pool of the engine's own.</summary>
public sealed class PlatformConnections(Databases databases) : IConnectionFactory
{
    public NpgsqlConnection GetOrCreateConnection() => databases.Jobs.CreateConnection();
}

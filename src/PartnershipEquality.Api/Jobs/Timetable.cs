using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Npgsql;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Jobs;

/// <summary>
/// Hangfire, which fires the timetable. Its schema holds ids and times and nothing of a tenant's. It is reached as the platform role, which finds work; the app's role is shut out of it.
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
        services.AddSingleton<JobStorage>(provider => new PostgreSqlStorage(new PlatformConnections(provider.GetRequiredService<Databases>()), new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            PrepareSchemaIfNecessary = false,
            AllowDegradedModeWithoutStorage = false,
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(5),
            QueuePollInterval = TimeSpan.FromSeconds(1),
        }));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            // Its log is the process's too, and would throw once the host that it came from is gone: this factory stays.
            .UseLogProvider(new AspNetCoreLogProvider(new LoggerFactory(provider.GetServices<ILoggerProvider>(), provider.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>()))));
        services.Configure<AuthorizationOptions>(options => options.AddPolicy(PlatformAdmins.Policy, policy => policy.RequireAssertion(PlatformAdmins.Allow)));
    }

    /// <summary>The engine's pages, to look at: what runs and when is decided by the timetable and by <c>work_due</c>.</summary>
    public static void MapPages(WebApplication app) => app.MapHangfireDashboardWithAuthorizationPolicy(PlatformAdmins.Policy, "/jobs", new DashboardOptions
    {
        DashboardTitle = "PartnershipEquality: work",
        AppPath = "/docs",
        DisplayStorageConnectionString = false,
        IsReadOnlyFunc = _ => true,
        IgnoreAntiforgeryToken = true,
    });

    /// <summary>Has the timetable run in this process.</summary>
    public static void Run(IServiceCollection services, JobTimetable timetable)
    {
        services.AddSingleton(timetable);
        services.AddSingleton<DueWork>();
        services.AddHangfireServer(Start);
    }

    private static BackgroundProcessingServer Start(IServiceProvider provider)
    {
        var (storage, filters, zones) = (provider.GetRequiredService<JobStorage>(), provider.GetRequiredService<IJobFilterProvider>(), provider.GetRequiredService<ITimeZoneResolver>());
        var time = provider.GetRequiredService<TimeProvider>();
        DateTime Now() => time.GetUtcNow().UtcDateTime;
        var timetable = provider.GetRequiredService<JobTimetable>();
        SetTimetable(storage, new RecurringJobManager(storage, filters, zones, Now), timetable);

        // The parts of BackgroundJobServer that recurring work needs, with our clock, which that class does not take. A
        // worker for each line is enough: no line runs twice at a time in one process.
        var worker = new Worker([Queue], new BackgroundJobPerformer(filters, provider.GetRequiredService<JobActivator>()), new BackgroundJobStateChanger(filters));
        var scheduler = new RecurringJobScheduler(new BackgroundJobFactory(filters), TimeSpan.FromSeconds(1), zones, Now);
        return new BackgroundProcessingServer(storage, [worker.UseBackgroundPool(timetable.Entries.Count), scheduler.UseBackgroundPool(1)],
            new Dictionary<string, object> { ["Queues"] = new[] { Queue }, ["WorkerCount"] = timetable.Entries.Count },
            // What has begun may end before it is told to stop.
            new BackgroundProcessingServerOptions { StopTimeout = TimeSpan.FromSeconds(20), ShutdownTimeout = TimeSpan.FromSeconds(25) });
    }

    private static void SetTimetable(JobStorage storage, RecurringJobManager manager, JobTimetable timetable)
    {
        using var connection = storage.GetConnection();
        foreach (var gone in connection.GetRecurringJobs().Select(job => job.Id).Except(timetable.Entries.Select(e => e.Id)).ToList())
        {
            manager.RemoveIfExists(gone);
        }

        foreach (var entry in timetable.Entries)
        {
            manager.AddOrUpdate<Firing>(entry.Id, firing => firing.RunAsync(entry.Id, CancellationToken.None), entry.Cron, new RecurringJobOptions { TimeZone = TimetableEntry.Zone });
        }
    }
}

/// <summary>A line of the timetable as Hangfire fires it; its id is all that is kept.</summary>
public sealed class Firing(DueWork work)
{
    // Not tried again by Hangfire: work that failed has its own later moment.
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete), JobDisplayName("{0}")]
    public Task RunAsync(string entryId, CancellationToken ct) => work.RunAsync(entryId, ct);
}

/// <summary>Connections of the platform role, from the pool that the rest of the program uses.</summary>
public sealed class PlatformConnections(Databases databases) : IConnectionFactory
{
    public NpgsqlConnection GetOrCreateConnection() => databases.Platform.CreateConnection();
}

/// <summary>Who may see the engine's pages: the credentials that configuration lists by issuer and subject, and in Development whoever sits at this machine.</summary>
public static class PlatformAdmins
{
    public const string Policy = "platform-admin";

    public static bool Allow(AuthorizationHandlerContext authorization)
    {
        if (authorization.Resource is not HttpContext http)
        {
            return false;
        }

        var listed = http.RequestServices.GetRequiredService<IConfiguration>().GetSection("PlatformAdmins").GetChildren();
        return (authorization.User.FindFirst("sub") is { } subject && listed.Any(one => one["Issuer"] == subject.Issuer && one["Subject"] == subject.Value))
            || (http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment() && http.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address));
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartnershipEquality.Api.Features;
using PartnershipEquality.Api.Features.Changes;
using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Features.Sandbox;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Idempotency;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.OpenApi;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Security;
using PartnershipEquality.Api.Security.Addresses;
using PartnershipEquality.Api.Security.ApiKeys;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Hosting;

/// <summary>Puts the program together: the same services whether it serves, works or is under test.</summary>
public static class Server
{
    public static void AddServices(IServiceCollection services, IConfiguration configuration, Databases databases)
    {
        // A trial or a test brings its own clock.
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(databases);
        services.AddSingleton(new Gate(databases.App));
        services.AddDbContext<EqualityDb>(o => o.UseNpgsql(databases.App, n => n.CommandTimeout(60)));
        services.AddMemoryCache(o => o.SizeLimit = 100_000);
        services.AddOptions<MemoryCacheOptions>().Configure<TimeProvider>((o, time) => o.Clock = new CacheClock(time));
        services.AddRequests();
        services.AddSingleton<KnownOrganisations>();
        services.AddSingleton<KnownOrigins>();
        services.AddSingleton(configuration.GetSection(RateLimitOptions.Section).Get<RateLimitOptions>() ?? new RateLimitOptions());
        services.AddSingleton<RateLimits>();
        services.AddTenantResolution();
        Outbound.AddOutbound(services, configuration);
        services.AddMetrics();
        services.AddSingleton<WorkMeter>();
        services.AddSingleton<FeedMeter>();
        services.AddSingleton(configuration.GetSection(TransactionOptions.Section).Get<TransactionOptions>() ?? new TransactionOptions());
        services.AddSingleton<LongTransactions>();
        services.AddSingleton(configuration.GetSection(WorkOptions.Section).Get<WorkOptions>() ?? new WorkOptions());
        services.AddSingleton<OrganisationWork>();
        services.AddSingleton<SandboxTenant>();
        services.AddScoped<SandboxSteps>();
        services.AddScoped<ReminderPreviewing>();
        services.AddSingleton<DayRun>();
        Timetable.AddEngine(services);
    }

    public static void AddHttp(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = BodyLimits.Json;
        });
        services.ConfigureHttpJsonOptions(o => JsonSettings.Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<Problems>();
        services.AddAuthentication(AddressAuthentication.OrApiKey)
            .AddPolicyScheme(AddressAuthentication.OrApiKey, null, o => o.ForwardDefaultSelector = AddressAuthentication.SchemeFor)
            .AddScheme<AuthenticationSchemeOptions, AddressAuthentication>(AddressAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        services.AddAuthorization();
        Compression.Add(services);
        ApiDocument.AddOpenApi(services, typeof(ChangeEvent));
    }

    public static void UseHttp(WebApplication app)
    {
        app.UseTracing();
        Compression.Use(app);
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePages();
        app.UseHead();
        app.UseRouting();
        app.UseDeprecations();
        app.UseRateLimitOfStrangers();
        app.UseAuthentication();
        app.UseTenantResolution();
        app.UseAdmission();
        app.UsePortalOrigins();
        app.UseRateLimit();
        app.UseOptions();
        app.UseAuthorization();
        app.UseIdempotency();
        ApiDocument.Use(app);
        Endpoints.Map(app);
        Timetable.MapPages(app);
    }

    /// <summary>What is kept for five seconds is kept by the same clock as everything else.</summary>
    private sealed class CacheClock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}

using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Tests.OpenApi;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Tests;

/// <summary>One running API: the program's own services and pipeline behind a real socket, with a clock that a test may set.</summary>
public sealed class ApiInstance : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ContractHandler _documented;

    private ApiInstance(WebApplication app, Databases databases, FakeTimeProvider clock, bool hasRoutesOfItsOwn)
    {
        this._app = app;
        Databases = databases;
        Clock = clock;
        Address = new Uri(app.Urls.Single());
        // A client that asks first waits for the answer however busy the machine is.
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        _documented = new ContractHandler(sockets, Address, hasRoutesOfItsOwn);
    }

    public Uri Address { get; }

    public FakeTimeProvider Clock { get; }

    public Databases Databases { get; }

    public IServiceProvider Services => _app.Services;

    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public static async Task<ApiInstance> StartAsync(
        string environment, Databases databases, IReadOnlyDictionary<string, string?>? configuration = null,
            Action<IServiceCollection>? services = null, Action<WebApplication>? routes = null)
    {
        var clock = new FakeTimeProvider(StoppedClock.Start);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Its clock stands, so no window of a rate limit ever ends: a test that is about them sets its own.
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["RateLimits:PerCredential"] = "100000000", ["RateLimits:PerAddress"] = "100000000" });
        builder.Configuration.AddInMemoryCollection(configuration ?? new Dictionary<string, string?>());
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        Server.AddServices(builder.Services, builder.Configuration, databases);
        Server.AddHttp(builder);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        Server.UseHttp(app);
        routes?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ApiInstance(app, databases, clock, routes is not null);
    }

    /// <summary>A client that presents this credential, or none. Whatever it is answered is held to the API's document.</summary>
    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient(_documented, disposeHandler: false) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _documented.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}

using System.Net;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Sample;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Verbs;

/// <summary>Serves the API. In Development it brings its own database, migrates it and loads the sample first.</summary>
public static class Serve
{
    public static async Task RunAsync(string[] args, Options options)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = [.. args.Where(a => a != "--fresh")], ContentRootPath = AppContext.BaseDirectory });
        var development = builder.Environment.IsDevelopment();
        var urls = builder.Configuration["urls"] ?? (development ? "http://127.0.0.1:5080" : "http://127.0.0.1:8080");
        if (development)
        {
            EnsureLoopback(urls);
        }

        using var starting = new CancellationTokenSource();
        using var interrupt = new ConsoleInterrupt(starting);
        await using var databases = await OpenDatabases.OpenAsync(builder.Configuration, development, options.Has("fresh"),
            Console.WriteLine, starting.Token);
        if (development)
        {
            await databases.UpgradeAsync(TimeProvider.System.GetUtcNow(), starting.Token);
        }

        await SafeRole.EnsureAsync(databases.App, starting.Token);
        await SafeRole.EnsureAsync(databases.Platform, starting.Token);
        builder.WebHost.UseUrls(urls);
        Server.AddServices(builder.Services, builder.Configuration, databases);
        Server.AddHttp(builder);
        if (development)
        {
            // Elsewhere the work runs in processes of its own, as many as are wanted.
            Timetable.Run(builder.Services);
            Work.SayWhereMailGoes(builder.Configuration);
        }

        await using var app = builder.Build();
        Server.UseHttp(app);
        if (development)
        {
            await new SamplePartnership(app.Services, databases, app.Services.GetRequiredService<TimeProvider>()).LoadAsync(starting.Token);
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Welcome(urls.Split(';')[0])));
        }

        interrupt.HandOver();
        await app.RunAsync();
    }

    private static string Welcome(string url) => $"""

          API      {url}/v1
          Manual   {url}/docs
          Try      curl -H "Authorization: Bearer pe_dev_bdc" {url}/v1/assignments?limit=3
          Keys     pe_dev_leics, pe_dev_bdc, pe_dev_cbc, ... (add _viewer, _officer or _lead for the lower roles)
          Stop     Ctrl-C; the data is kept. Start over with: -- serve --fresh

        """;

    /// <summary>The fixed Development keys open everything, so nobody but this machine may reach them.</summary>
    private static void EnsureLoopback(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var host = BindingAddress.Parse(url).Host;
            if (!host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                && !(IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
            {
                throw new InvalidOperationException(
                    $"{url} can be reached from other machines, and in Development fixed keys open everything. Listen on 127.0.0.1, or " +
                    "set ASPNETCORE_ENVIRONMENT=Production.");
            }
        }
    }
}

using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Verbs;

/// <summary>Runs the work that is due: until stopped, or once as on a given day.</summary>
public static class Work
{
    /// <param name="time">The clock it goes by; the machine's unless said.</param>
    /// <param name="timetable">Changes what it runs unasked, for a trial.</param>
    public static async Task<int> RunAsync(string[] args, Options options, TimeProvider? time = null,
        Func<JobTimetable, JobTimetable>? timetable = null)
    {
        var asOf = options.Day("as-of");
        if (asOf is not null && !options.Has("once"))
        {
            throw new InvalidOperationException("--as-of goes with --once: work --once --as-of YYYY-MM-DD.");
        }

        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"),
        });
        var development = builder.Environment.IsDevelopment();
        using var stop = new CancellationTokenSource();
        using var interrupt = new ConsoleInterrupt(stop);
        await using var databases = await OpenDatabases.JoinAsync(builder.Configuration, development, Console.WriteLine, stop.Token);
        if (development)
        {
            await databases.UpgradeAsync(TimeProvider.System.GetUtcNow(), stop.Token);
        }

        await SafeRole.EnsureAsync(databases.App, stop.Token);
        await SafeRole.EnsureAsync(databases.Platform, stop.Token);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        Server.AddServices(builder.Services, builder.Configuration, databases);
        if (!options.Has("once"))
        {
            Timetable.Run(builder.Services, timetable);
        }

        SayWhereMailGoes(builder.Configuration);
        using var host = builder.Build();
        if (options.Has("once"))
        {
            await OnceAsync(host.Services, asOf, development, stop.Token);
            return 0;
        }

        interrupt.HandOver();
        await host.RunAsync();
        return 0;
    }

    /// <summary>Says by which way mail leaves, so that nobody waits for what was never set up.</summary>
    public static void SayWhereMailGoes(IConfiguration configuration)
    {
        var mail = Outbound.MailFrom(configuration);
        Console.WriteLine(mail.WhyNotConfigured ?? (mail.Transport == Outside.Mail.MailTransportKind.Pickup
            ? $"Mail is written to {mail.PickupFolder}, one .eml file each."
            : $"Mail leaves by {mail.Smtp.Host}:{mail.Smtp.Port}."));
    }

    private static async Task OnceAsync(IServiceProvider services, DateOnly? asOf, bool development, CancellationToken ct)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var day = asOf ?? LondonDay.Of(now);
        // On a day that is not today, real people would be told of what is not so: only a preview, outside Development.
        var previewOnly = asOf is not null && !development;
        var at = asOf is null ? now : LondonDay.At(day, JobTimes.Send);
        var summaries = await services.GetRequiredService<DayRun>().RunAsync(day, at, previewOnly, ct);
        Console.WriteLine(previewOnly
            ? $"Preview of {day:yyyy-MM-dd}: nothing was kept and nothing was sent." : $"Work of {day:yyyy-MM-dd}:");
        Console.WriteLine($"{"",-8}{"owed",8}{"digests",9}{"stopped",9}{"nobody",8}{"sent",6}{"waiting",9}");
        foreach (var s in summaries)
        {
            Console.WriteLine($"{s.Code,-8}{s.Owed,8}{s.Digests,9}{s.Stopped,9}{s.NoRecipient,8}{s.Sent,6}{s.Waiting,9}");
        }
    }
}

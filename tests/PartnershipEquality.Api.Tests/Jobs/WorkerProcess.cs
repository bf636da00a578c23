using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Jobs;

namespace PartnershipEquality.Api.Tests.Jobs;

/// <summary>
/// One firing, as the program's log tells it: of a line of the timetable with how many organisations it found work for, or
/// null when it does not know the line; of a kind of work with 1 when one organisation's was done, 0 when it was not due.
/// </summary>
internal sealed record Firing(string Id, int? Done, DateTimeOffset At);

/// <summary>
/// What <c>work</c> runs: the program's own services and its engine over a database, with a timetable and a clock of the test's.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Channel<Firing> _firings;

    private WorkerProcess(IHost host, Channel<Firing> firings) => (this._host, this._firings) = (host, firings);

    public static Task<WorkerProcess> StartAsync(Database database, DateTimeOffset at, params TimetableEntry[] entries) =>
        StartAsync(database, at, Channel.CreateUnbounded<Firing>(), entries);

    /// <summary>A second one over the same database; either tells the firings of both.</summary>
    public Task<WorkerProcess> StartAnotherAsync(Database database, DateTimeOffset at, params TimetableEntry[] entries) =>
        StartAsync(database, at, _firings, entries);
    /// <summary>The firings up to and with the first that is wanted; it fails when none comes in half a minute.</summary>
    public async Task<List<Firing>> UntilAsync(Func<Firing, bool> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var seen = new List<Firing>();
        do
        {
            seen.Add(await _firings.Reader.ReadAsync(patience.Token));
        }
        while (!wanted(seen[^1]));

        return seen;
    }

    /// <summary>The next firings of one line, and what else fired meanwhile.</summary>
    public Task<List<Firing>> UntilAsync(string id, int times) => UntilAsync(firing => firing.Id == id && --times == 0);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    private static async Task<WorkerProcess> StartAsync(Database database, DateTimeOffset at, Channel<Firing> firings,
        TimetableEntry[] entries)
    {
        var clock = new RunningClock(at);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(new FiringLog(clock, firings.Writer)).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Configuration["Webhooks:Organisations"] = "1";
        Server.AddServices(builder.Services, builder.Configuration, database.Roles);
        Timetable.Run(builder.Services, _ => new JobTimetable(entries));
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new WorkerProcess(host, firings);
    }

    private sealed class FiringLog(TimeProvider clock, ChannelWriter<Firing> firings) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName == typeof(PartnershipEquality.Api.Jobs.Firing).FullName
                ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var said = ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary();
            firings.TryWrite(new Firing((string)said["Job"]!, said.GetValueOrDefault("Count") as int?, clock.GetUtcNow()));
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}

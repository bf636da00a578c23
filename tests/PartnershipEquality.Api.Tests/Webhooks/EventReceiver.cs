using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PartnershipEquality.Api.Tests.Webhooks;

/// <summary>An event as a receiver gets it.</summary>
internal sealed record ReceivedEvent(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Id => Headers["webhook-id"];

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Type => Json.Text("type")!;
}

/// <summary>Somebody's server on loopback: it keeps what it is sent and answers as told, 204 unless told.</summary>
internal sealed class EventReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EventReceiver(WebApplication app) => this._app = app;

    public string Address => _app.Urls.Single();

    public ConcurrentQueue<ReceivedEvent> Events { get; } = new();

    public Func<ReceivedEvent, HttpContext, Task> Answer { get; set; } = Status(204);

    public static Func<ReceivedEvent, HttpContext, Task> Status(int status, string? retryAfter = null) => (_, http) =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    };

    public static async Task<EventReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new EventReceiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public IReadOnlyList<ReceivedEvent> At(string path) => [.. Events.Where(e => e.Path == path)];

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var received = new ReceivedEvent(http.Request.Path, http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(),
            h => h.Value.ToString()), await reader.ReadToEndAsync(http.RequestAborted));
        Events.Enqueue(received);
        await Answer(received, http);
    }
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PartnershipEquality.Api.Tests.Mail.Notify;

/// <summary>A message as the stand-in holds it; its status is what a test says that it has become.</summary>
internal sealed class NotifyMessage
{
    public required string Id { get; init; }

    public required string Reference { get; init; }

    public required string To { get; init; }

    public required string Template { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required string Service { get; init; }

    public string Status { get; set; } = "sending";
}

/// <summary>
/// GOV.UK Notify's HTTP API as far as e-mail goes, on loopback: it checks who asks, keeps what it takes and answers as told.
/// </summary>
internal sealed class NotifyStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;

    private NotifyStandIn(WebApplication app) => this._app = app;

    public string Address => _app.Urls.Single();

    public ConcurrentQueue<NotifyMessage> Messages { get; } = new();

    /// <summary>What is answered to the next attempts to send, instead of yes.</summary>
    public ConcurrentQueue<(int Status, string Error, string Message)> Refusals { get; } = new();

    /// <summary>The next message is taken, and the answer that says so is lost.</summary>
    public bool LoseNextAnswer { get; set; }

    public int Asked { get; private set; }

    /// <summary>What is done while whoever asks waits for the answer.</summary>
    public Func<Task>? BeforeAnswering { get; set; }

    /// <summary>A key of a service, as Notify shows it, of which the stand-in knows the secret.</summary>
    public static string Key(Guid service) => $"reminders-{service}-{SecretOf(service)}";

    public static async Task<NotifyStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var standIn = new NotifyStandIn(app);
        app.Use(async (context, next) =>
        {
            await (standIn.BeforeAnswering?.Invoke() ?? Task.CompletedTask);
            await next(context);
        });
        app.MapPost("/v2/notifications/email", standIn.TakeAsync);
        app.MapGet("/v2/notifications/{id}", (HttpRequest request,
            string id) => For(request, service => standIn.Messages.FirstOrDefault(m => m.Service == service && m.Id == id) is { } message
            ? Results.Json(Shown(message)) : Refused(404, "NoResultFound", "No result found")));
        app.MapGet("/v2/notifications", (HttpRequest request, string? reference) => For(request, service => Results.Json(new
        {
            notifications = standIn.Messages.Where(m => m.Service == service && (reference is null || m.Reference == reference))
                .Select(Shown),
            links = new { current = "/v2/notifications" },
        })));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return standIn;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static Guid SecretOf(Guid service) => new([.. service.ToByteArray().Reverse()]);

    private static object Shown(NotifyMessage m) =>
        new
        {
            id = m.Id,
            reference = m.Reference,
            email_address = m.To,
            type = "email",
            status = m.Status,
            subject = m.Subject,
            body = m.Body,
            template = new { id = m.Template, version = 1, uri = "" }
        };

    private static IResult Refused(int status, string error, string message) =>
        Results.Json(new { status_code = status, errors = new[] { new { error, message } } }, statusCode: status);

    private static IResult For(HttpRequest request, Func<string, IResult> answer) =>
        ServiceOf(request) is { } service ? answer(service) : Refused(403, "AuthError", "Invalid token: API key not found");

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        Asked++;
        if (ServiceOf(request) is not { } service)
        {
            return Refused(403, "AuthError", "Invalid token: API key not found");
        }

        if (Refusals.TryDequeue(out var refusal))
        {
            return Refused(refusal.Status, refusal.Error, refusal.Message);
        }

        var body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        var values = body.GetProperty("personalisation");
        var message = new NotifyMessage
        {
            Id = Guid.NewGuid().ToString(),
            Reference = body.GetProperty("reference").GetString()!,
            To = body.GetProperty("email_address").GetString()!,
            Template = body.GetProperty("template_id").GetString()!,
            Subject = values.GetProperty("subject").GetString()!,
            Body = values.GetProperty("body").GetString()!,
            Service = service,
        };
        Messages.Enqueue(message);
        if (LoseNextAnswer)
        {
            LoseNextAnswer = false;
            request.HttpContext.Abort();
        }

        return Results.Json(new
        {
            id = message.Id,
            reference = message.Reference,
            uri = $"/v2/notifications/{message.Id}",
            content = new { subject = message.Subject, body = message.Body, from_email = "x@notifications.service.gov.uk" },
            template = new { id = message.Template, version = 1, uri = "" }
        }, statusCode: 201);
    }

    /// <summary>The service whose secret signed the token; none where the signature is somebody else's.</summary>
    private static string? ServiceOf(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString().Split(' ') is not ["Bearer", var token]
            || token.Split('.') is not [var header, var claims, var signature])
        {
            return null;
        }

        var issuer = JsonDocument.Parse(Decode(claims)).RootElement.GetProperty("iss").GetString()!;
        var expected = System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(SecretOf(Guid.Parse(issuer)).ToString()),
            Encoding.ASCII.GetBytes($"{header}.{claims}"));
        return Decode(signature).SequenceEqual(expected) ? issuer : null;
    }

    private static byte[] Decode(string part) =>
        Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '='));
}

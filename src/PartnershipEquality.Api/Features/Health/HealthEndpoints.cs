using System.ComponentModel;
using Npgsql;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Mail;

namespace PartnershipEquality.Api.Features.Health;

internal static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok(new Liveness("live")))
            .WithName("GetLiveness").WithSummary("The process runs");
        health.MapGet("/ready", ReadyAsync)
            .WithName("GetReadiness").WithSummary("The process can answer: its database does, and what is not configured is named")
            .Produces<Readiness>().Produces<Readiness>(503);
        app.MapGet("/problems/{code}", ([Description("The code of a problem, as in its type: validation.")] string code) => ProblemCatalogue.Titles.TryGetValue(code, out var title)
                ? Results.Ok(new ProblemKind(code, title)) : Results.Problem(statusCode: 404))
            .WithTags("Health").WithName("GetProblemKind").WithSummary("What a problem's type means").Produces<ProblemKind>().ProducesProblem(404);
    }

    private static async Task<IResult> ReadyAsync(Databases databases, MailOptions mail, CancellationToken ct)
    {
        var database = "answers";
        try
        {
            await using var command = databases.App.CreateCommand("select from equality.organisations limit 1");
            command.CommandTimeout = 5;
            await command.ExecuteScalarAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            database = "is not migrated";
        }
        catch (NpgsqlException)
        {
            database = "does not answer";
        }

        var ready = new Readiness(database == "answers" ? "ready" : "notReady", database, mail.IsConfigured ? "configured" : $"not configured: {mail.WhyNotConfigured}");
        return Results.Json(ready, statusCode: ready.Status == "ready" ? 200 : 503);
    }
}

/// <summary>Whether the process runs.</summary>
public sealed record Liveness(string Status);

/// <summary>Whether the process can answer.</summary>
/// <param name="Status">ready or notReady.</param>
/// <param name="Database">Whether the database answers, and has been migrated.</param>
/// <param name="Mail">Whether reminders can be sent, and if not, why.</param>
public sealed record Readiness(string Status, string Database, string Mail);

/// <summary>A problem's code and what it means.</summary>
public sealed record ProblemKind(string Code, string Title);

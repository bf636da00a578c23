using System.ComponentModel;
using Npgsql;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Features.Service;

internal static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok(new Liveness("live")))
            .WithName("GetLiveness").WithSummary("The process runs");
        health.MapGet("/ready", ReadyAsync)
            .WithName("GetReadiness")
                .WithSummary("The process can answer: its database does, and what is not configured and which work fails is named")
            .Produces<Readiness>().Produces<Readiness>(503);
        app.MapGet("/problems/{code}",
            ([Description("The code of a problem, as in its type: validation.")] string code) => ProblemCatalogue.Titles.TryGetValue(code,
                out var title)
                ? Results.Ok(new ProblemKind(code, title)) : Results.Problem(statusCode: 404))
            .WithTags("Health").WithName("GetProblemKind").WithSummary("What a problem's type means").Produces<ProblemKind>()
                .ProducesProblem(404);
    }

    private static async Task<IResult> ReadyAsync(Databases databases, MailOptions mail, TimeProvider time, CancellationToken ct)
    {
        var database = "answers";
        IReadOnlyList<WorkTrouble> work = [];
        try
        {
            await using var command = databases.App.CreateCommand("select from equality.organisations limit 1");
            command.CommandTimeout = 5;
            await command.ExecuteScalarAsync(ct);
            work = await WorkDue.TroubleAsync(databases.Platform, time.GetUtcNow(), ct);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            database = "is not migrated";
        }
        catch (NpgsqlException)
        {
            database = "does not answer";
        }

        var status = database != "answers" ? "notReady" : work.Count > 0 ? "degraded" : "ready";
        return Results.Json(
            new Readiness(status, database, mail.IsConfigured ? "configured" : $"not configured: {mail.WhyNotConfigured}",
                [.. work.Select(w => new WorkReadiness(EnumText.Of(w.Kind), w.Failing, w.Late))]),
            statusCode: status == "notReady" ? 503 : 200);
    }
}

/// <summary>Whether the process runs.</summary>
public sealed record Liveness(string Status);

/// <summary>Whether the process can answer.</summary>
/// <param name="Status">ready, degraded when it answers but work fails or nobody does it, or notReady.</param>
/// <param name="Database">Whether the database answers, and has been migrated.</param>
/// <param name="Mail">Whether reminders can be sent, and if not, why.</param>
/// <param name="Work">The kinds of work that fail or wait too long; empty when all is well.</param>
public sealed record Readiness(string Status, string Database, string Mail, IReadOnlyList<WorkReadiness> Work);

/// <summary>Work of one kind that does not go well, over all organisations.</summary>
/// <param name="Kind">plan, send, deliver, import, feed or webhooks.</param>
/// <param name="Failing">For how many organisations it failed the last time and is tried again.</param>
/// <param name="Late">For how many it has been due for a quarter of an hour or more without a worker taking it.</param>
public sealed record WorkReadiness(string Kind, int Failing, int Late);

/// <summary>A problem's code and what it means.</summary>
public sealed record ProblemKind(string Code, string Title);

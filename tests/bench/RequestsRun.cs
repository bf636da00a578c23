using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Security.ApiKeys;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Bench;

/// <summary>What people wait for, asked of the program over HTTP, one request after the other.</summary>
internal sealed class RequestsRun(BenchServer server, Country country)
{
    private const string Asked = "asked";
    private const int Times = 100;
    private const int WarmUp = 20;

    private static readonly DateOnly Evening = new(2026, 12, 7);

    public async Task RunAsync(CancellationToken ct)
    {
        await server.CopyAsync(await server.FilledAsync(country, Evening, ct), Asked, ct);
        await using (var looking = server.Superuser(Asked))
        {
            await Machine.SayAsync(looking, ct);
            await AskAsync(looking, ct);
        }

        await server.DropAsync(Asked, ct);
    }

    private async Task AskAsync(NpgsqlDataSource looking, CancellationToken ct)
    {
        await using var databases = server.Program(Asked);
        await using var app = await StartAsync(databases, ct);
        using var council = await ClientAsync(app, databases, "A000", "lead", ct);
        using var partnership = await ClientAsync(app, databases, "P000", "coordinator", ct);
        var scheme = await FirstSchemeAsync(looking, ct);
        var import = await UploadAsync(partnership, scheme, ct);
        Console.WriteLine();
        Console.WriteLine($"{Times} times each, one after the other, after {WarmUp} unmeasured (load {Machine.Load}):");
        Console.WriteLine($"{"",-58}{"median",10}{"95 of 100",12}{"longest",11}{"bytes",10}");
        await MeasureAsync("a page of 50 assignments of an authority", council, "/v1/assignments?limit=50", ct);
        await MeasureAsync("its overdue ones, the most urgent first", council, "/v1/assignments?overdue=true&sort=dueBy&limit=50", ct);
        await MeasureAsync("a page of 50 of all that a partnership sees", partnership, "/v1/assignments?limit=50", ct);
        await MeasureAsync("board progress of a scheme", partnership, $"/v1/board/progress?schemeId={scheme}", ct);
        await MeasureAsync("the difference of an import and a scheme of 150 actions", partnership, $"/v1/imports/{import}/difference", ct);
        await app.StopAsync(ct);
    }

    private static async Task<WebApplication> StartAsync(Databases databases, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Production",
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory
        });
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["RateLimits:PerCredential"] = "100000000";
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new Morning());
        Server.AddServices(builder.Services, builder.Configuration, databases);
        Server.AddHttp(builder);
        var app = builder.Build();
        Server.UseHttp(app);
        await app.StartAsync(ct);
        return app;
    }

    private static async Task<HttpClient> ClientAsync(WebApplication app, Databases databases, string code, string role,
        CancellationToken ct)
    {
        var (shown, kept) = PresentedKey.New();
        await Provisioning.IssueKeyAsync(databases.Platform, kept.Id, kept.Secret, code, role, "bench", Morning.At.AddYears(1),
            development: false, Morning.At, ct);
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        return client;
    }

    private static async Task<Guid> FirstSchemeAsync(NpgsqlDataSource looking, CancellationToken ct)
    {
        await using var command = looking.CreateCommand("""
            select s.id from schemes s join organisations o on o.id = s.owner_id where o.code = 'P000' order by s.reference limit 1
            """);
        return (Guid)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The scheme's own table with one word of each third row changed, uploaded again for it.</summary>
    private static async Task<Guid> UploadAsync(HttpClient partnership, Guid scheme, CancellationToken ct)
    {
        var table = (await partnership.GetStringAsync(new Uri($"/v1/exports/schemes/{scheme}.csv", UriKind.Relative), ct)).Split('\n');
        var changed = string.Join('\n',
            table.Select((row, i) => i % 3 == 0 ? row.Replace("customers", "visitors", StringComparison.Ordinal) : row));
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(changed));
        using var into = new StringContent(scheme.ToString());
        using var form = new MultipartFormDataContent { { file, "file", "plan.csv" }, { into, "intoSchemeId" } };
        using var answer = await partnership.PostAsync(new Uri("/v1/imports", UriKind.Relative), form, ct);
        var body = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(body).RootElement.GetProperty("id").GetGuid()
            : throw new InvalidOperationException($"The upload was refused: {body}");
    }

    private static async Task MeasureAsync(string what, HttpClient client, string path, CancellationToken ct)
    {
        var times = new List<double>();
        var bytes = 0;
        for (var i = -WarmUp; i < Times; i++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), ct);
            var body = await answer.Content.ReadAsByteArrayAsync(ct);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(body)}");
            }

            bytes = body.Length;
            if (i >= 0)
            {
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-58}{times[Times / 2],7:0.0} ms{times[Times * 95 / 100],9:0.0} ms{times[^1],8:0.0} ms{bytes,10}"));
    }

    /// <summary>The morning after the evening that the database is filled up to.</summary>
    private sealed class Morning : TimeProvider
    {
        public static DateTimeOffset At { get; } = LondonDay.At(Evening.AddDays(1), new TimeOnly(9, 0));

        public override DateTimeOffset GetUtcNow() => At;
    }
}

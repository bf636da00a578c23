using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Verbs;

/// <summary>The one program's verbs. Without one it serves.</summary>
public static class Verb
{
    private const string Usage = """
        PartnershipEquality

          serve [--fresh]                        the API; in Development also its database, the sample and the work
          work [--once [--as-of YYYY-MM-DD]]     reminders and other work; once, or until stopped
          migrate                                brings the database up to date, as its owner
          organisations add --kind authority|partnership --code BDC --name "..." [--gss E07000129] [--aliases "A; B"] [--shares-headlines]
          memberships add --partnership LEICS --authority BDC --from YYYY-MM-DD [--to YYYY-MM-DD]
          keys issue --organisation BDC --role admin --name "..." [--expires YYYY-MM-DD]
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        var options = Options.Read(args.Skip(words.Count));
        using var stop = new CancellationTokenSource();
        switch (string.Join(' ', words))
        {
            case "" or "serve":
                await Serve.RunAsync(args[words.Count..], options);
                return 0;
            case "work":
                return await Work.RunAsync(args[words.Count..], options);
            case "migrate":
                await using (var databases = await OpenAsync(options, stop.Token))
                {
                    var ran = await databases.UpgradeAsync(TimeProvider.System.GetUtcNow(), stop.Token);
                    Console.WriteLine(ran.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", ran)}.");
                }

                return 0;
            case "organisations add":
            case "memberships add":
            case "keys issue":
                await using (var databases = await OpenAsync(options, stop.Token))
                {
                    Console.WriteLine(await ProvisioningVerbs.RunAsync(string.Join(' ', words), options, databases.Platform,
                        TimeProvider.System.GetUtcNow(), stop.Token));
                }

                return 0;
            default:
                Console.WriteLine(Usage);
                return words is ["help"] ? 0 : 2;
        }
    }

    private static Task<Databases> OpenAsync(Options options, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder();
        return OpenDatabases.OpenAsync(builder.Configuration, builder.Environment.IsDevelopment(), options.Has("fresh"), Console.WriteLine,
            ct);
    }
}

/// <summary>What follows a verb: <c>--name value</c> and <c>--flag</c>.</summary>
public sealed class Options(IReadOnlyDictionary<string, string?> values)
{
    public static Options Read(IEnumerable<string> args)
    {
        var values = new Dictionary<string, string?>();
        string? name = null;
        foreach (var arg in args)
        {
            if (arg.StartsWith("--", StringComparison.Ordinal))
            {
                var parts = arg[2..].Split('=', 2);
                (name, values[parts[0]]) = (parts[0], parts.Length == 2 ? parts[1] : null);
            }
            else if (name is not null)
            {
                values[name] = arg;
                name = null;
            }
        }

        return new Options(values);
    }

    public bool Has(string name) => values.ContainsKey(name);

    public string? Find(string name) => values.GetValueOrDefault(name);

    public string Need(string name) => Find(name) ?? throw new InvalidOperationException($"Give --{name}.");

    public DateOnly? Day(string name) => Find(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)
            ? day : throw new InvalidOperationException($"Give --{name} as YYYY-MM-DD.");
}

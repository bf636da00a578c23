using PartnershipEquality.Api.Verbs;
using PartnershipEquality.Bench;

const string Usage = """
    Figures at the size of 320 authorities in 45 partnerships, with 190,000 assignments:

      plan [--day YYYY-MM-DD]   the mornings of reminders: a quiet day, one after two weeks without, a quarter's last and first; or one day
      requests                  a page of assignments, the board, the difference of an import, over HTTP

      --authorities N           a smaller country, at the same size of each partnership
      --folder FOLDER           keeps the filled database there for the next run; without it everything is thrown away
      --connection SETTINGS     more of the program's connection string, such as "Max Auto Prepare=100"
      --plans FILE              writes each statement's whole query plan to the file
    """;

var verb = args.FirstOrDefault() ?? "plan";
var options = Options.Read(args.Skip(1));
if (verb is not ("plan" or "requests"))
{
    Console.WriteLine(Usage);
    return verb == "help" ? 0 : 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = new ConsoleInterrupt(stop);
try
{
    await using var server = await BenchServer.StartAsync(options.Find("folder"), options.Find("connection"), stop.Token);
    var country = new Country(int.TryParse(options.Find("authorities"), out var authorities) ? authorities : Country.Authorities);
    await (verb == "plan"
        ? new PlanRun(server, country, options.Find("plans")).RunAsync(options.Day("day"), stop.Token)
        : new RequestsRun(server, country).RunAsync(stop.Token));
    return 0;
}
catch (OperationCanceledException)
{
    return 130;
}

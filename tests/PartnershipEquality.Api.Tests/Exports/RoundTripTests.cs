using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Exports;

/// <summary>What goes out comes in again as the same plan: the five real ones, each as it went live.</summary>
public sealed class RoundTripTests(RunningApi running)
{
    private static readonly string[] OfTheAction = ["text", "outcome", "measures", "responsible", "resources", "barriers", "stakeholders", "target"];

    public static TheoryData<string> Plans =>
    [
        "city-equality-action-plan-2013.txt", "york-equality-improvement-plan-2011.txt", "melton-esg-action-plan-2014.txt", "borough-equality-action-plan-2022-23.txt",
        "leicestershire-partnership-scheme-2011-2014.txt",
    ];

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_real_plan_exported_as_a_table_imports_as_the_same_plan(string name)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        await using var stream = typeof(RoundTripTests).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        var import = (await council.Admin.UploadAsync(bytes.ToArray(), null, null, fileName: name)).With(HttpStatusCode.Created);
        var scheme = (await council.Admin.PostAsync($"/v1/imports/{import.Text("id")}/apply")).With(HttpStatusCode.Created).Id("schemeId");
        var (startsOn, endsOn) = (import.Text("startsOn"), import.Text("endsOn"));

        foreach (var format in new[] { "csv", "xlsx", "docx" })
        {
            var file = await council.Admin.GetByteArrayAsync($"/v1/exports/schemes/{scheme}.{format}", TestContext.Current.CancellationToken);
            var again = (await council.Admin.UploadAsync(file, startsOn, endsOn, fileName: $"plan.{format}")).With(HttpStatusCode.Created);

            Shape(again).ShouldBe(Shape(import), $"{name} as {format}");
            again.Items("problems").Where(p => p.Text("severity") == "error").Select(p => p.GetRawText()).ShouldBeEmpty();
        }
    }

    private static List<string> Shape(JsonElement import)
    {
        var lines = new List<string>();
        foreach (var theme in import.GetProperty("plan").Items("themes"))
        {
            lines.Add($"{theme.Text("number")} {theme.Text("title")}");
            foreach (var commitment in theme.Items("commitments"))
            {
                lines.Add($"  {commitment.Text("reference")} {commitment.Text("title")} ({string.Join(", ", commitment.Items("related"))})");
                foreach (var action in commitment.Items("actions"))
                {
                    lines.Add($"    {action.Text("reference")} {string.Join(" | ", OfTheAction.Select(field => action.Text(field)))}");
                    lines.AddRange(action.Items("targets").Select(t => $"      {t.Text("kind")} {t.Text("earliest")} {t.Text("dueBy")}"));
                    lines.AddRange(action.Items("milestones").Select(m => $"      - {m.Text("text")} | {m.Text("target")}"));
                }
            }
        }

        return lines;
    }
}

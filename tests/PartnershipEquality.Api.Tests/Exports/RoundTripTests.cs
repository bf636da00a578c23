using System.Net;
using System.Text;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Exports;

/// <summary>What goes out comes in again as the same plan: the five real ones, each as it went live.</summary>
public sealed class RoundTripTests(RunningApi running)
{
    private static readonly string[] OfTheAction = ["text", "outcome", "measures", "responsible", "resources", "barriers", "stakeholders",
        "target"];

    public static TheoryData<string> Plans =>
    [
        "city-equality-action-plan-2013.txt", "york-equality-improvement-plan-2011.txt", "melton-esg-action-plan-2014.txt",
            "borough-equality-action-plan-2022-23.txt",
        "leicestershire-partnership-scheme-2011-2014.txt",
    ];

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task A_real_plan_exported_as_a_table_imports_as_the_same_plan(string name)
    {
        await using var stream = typeof(RoundTripTests).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        await ComesBackAsync(name, bytes.ToArray());
    }

    [Fact]
    public async Task Words_that_another_reading_would_take_apart_come_back_as_they_were() =>
        await ComesBackAsync("awkward 2026.csv", Encoding.UTF8.GetBytes(
        """
        Theme number,Theme,Reference,Commitment,Responsible officer,Action,Outcome,Target date,Milestones
        A,People,Pay,,,,,,
        A,People,1.1,Fair pay,HR / SE,"and so on, and then

          publish it twice
        • once",Less,Dec 2013 - Completed,"Draft | agreed | May 2027
        Final"
        A,People,1.1,Fair pay,,1) count 2) tell 3) N/A,,,
        A,People,2,fair work,,By June 2027 we will train,• more,see 1.1,
        IV,Places we share,1.10,,Officer (SE),Totals: count them,,ongoing,
        IV,Places we share,1.10,,,Action 2: Count them again,,,
        ,More places.,5,Objective,,Action,Outcome,,
        """));

    private async Task ComesBackAsync(string name, byte[] bytes)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var import = (await council.Admin.UploadAsync(bytes, null, null, "inForce", name)).With(HttpStatusCode.Created);
        import.Items("problems").Where(p => p.Text("severity") == "error").Select(p => p.GetRawText()).ShouldBeEmpty();
        var scheme = (await council.Admin.PostAsync($"/v1/imports/{import.Text("id")}/apply")).With(HttpStatusCode.Created).Id("schemeId");
        var (startsOn, endsOn) = (import.Text("startsOn"), import.Text("endsOn"));

        foreach (var format in new[] { "csv", "xlsx", "docx" })
        {
            var file = await council.Admin.GetByteArrayAsync($"/v1/exports/schemes/{scheme}.{format}",
                TestContext.Current.CancellationToken);
            var again = (await council.Admin.UploadAsync(file, startsOn, endsOn, fileName: $"plan.{format}")).With(HttpStatusCode.Created);

            Shape(again).ShouldBe(Shape(import), $"{name} as {format}");
            again.Items("problems").Where(p => p.Text("severity") == "error").Select(p => p.GetRawText()).ShouldBeEmpty();

            // Meant for the scheme that it came out of, it would change nothing there.
            (await council.Admin.ChangeAsync(HttpMethod.Patch, $"/v1/imports/{again.Text("id")}", new { intoSchemeId = scheme })).With(
                HttpStatusCode.OK);
            (await council.Admin.ReadAsync($"/v1/imports/{again.Text("id")}/difference")).Items("parts").Select(p => p.GetRawText())
                .ShouldBeEmpty($"{name} as {format}");
        }

        // A document says itself what it is and for which years.
        var document = await council.Admin.GetByteArrayAsync($"/v1/exports/schemes/{scheme}.docx", TestContext.Current.CancellationToken);
        var read = (await council.Admin.UploadAsync(document, null, null, fileName: "plan.docx")).With(HttpStatusCode.Created);
        (read.Text("title"), read.Text("startsOn"), read.Text("endsOn")).ShouldBe((import.Text("title"), startsOn, endsOn));
    }

    private static List<string> Shape(JsonElement import)
    {
        var lines = new List<string>();
        foreach (var theme in import.GetProperty("plan").Items("themes"))
        {
            lines.Add($"{theme.Text("number")} {theme.Text("title")}");
            foreach (var commitment in theme.Items("commitments"))
            {
                lines.Add($"  {commitment.Text("reference")} {commitment.Text("title")} " +
                    $"({string.Join(", ", commitment.Items("related"))})");
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

using System.Net;
using System.Text;
using System.Text.Json;
using PartnershipEquality.Client;

namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>The C# client against the live API.</summary>
public sealed class CSharpClientTests(RunningApi running)
{
    [Fact]
    public async Task Every_operation_of_the_document_has_a_method_under_its_name()
    {
        var document = JsonDocument.Parse(await running.Api.Client()
            .GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).RootElement;
        var methods = typeof(EqualityClient).GetMethods().Select(m => m.Name).ToHashSet();
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject())
            .Select(o => $"{o.Value.GetProperty("operationId").GetString()}Async").Where(name => !methods.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_walked_page_by_page_while_it_is_read()
    {
        var (council, _) = await CouncilAsync();
        var way = new OnTheWay(running.Api);
        using var client = way.Client(council.Keys["viewer"]);
        var list = client.ListAssignmentsAsync(new ListAssignmentsQuery { Limit = 2 });

        var read = new List<AssignmentRow>();
        await foreach (var row in list)
        {
            read.Add(row);
            way.Carried.Count.ShouldBe(read.Count <= 2 ? 1 : 2);
        }

        read.Select(a => a.Reference).ShouldBe(["1.1/1", "1.2/1", "1.3/1"]);
        read.ShouldAllBe(a => a.Status == AssignmentStatus.NotStarted && a.DueBy == new DateOnly(2027, 3, 31));
        var first = await list.PageAsync(cancellationToken: TestContext.Current.CancellationToken);
        (await list.PageAsync(first.NextCursor, TestContext.Current.CancellationToken)).Items.Single().Reference.ShouldBe("1.3/1");
    }

    [Fact]
    public async Task A_change_is_made_under_the_tag_of_what_was_read_and_only_of_the_fields_that_are_said()
    {
        var ct = TestContext.Current.CancellationToken;
        var (council, _) = await CouncilAsync();
        using var client = new OnTheWay(running.Api).Client(council.Keys["admin"]);
        var (_, first) = await client.GetSettingsAsync(ct);
        (await client.GetSettingsIfChangedAsync(first, ct)).ShouldBeNull();

        var (named, second) = await client.ChangeSettingsAsync(
            new SettingsPatch { MailReplyTo = "equality@example.org", MailFromName = "Equality" }, first, cancellationToken: ct);
        (named.MailReplyTo, named.MailFromName).ShouldBe(("equality@example.org", "Equality"));
        (await client.GetSettingsIfChangedAsync(first, ct)).ShouldNotBeNull().ETag.ShouldBe(second);
        var (cleared, _) = await client.ChangeSettingsAsync(new SettingsPatch { MailFromName = null }, second, cancellationToken: ct);
        (cleared.MailReplyTo, cleared.MailFromName).ShouldBe(("equality@example.org", null));

        var stale = await Should.ThrowAsync<ProblemException>(
            () => client.ChangeSettingsAsync(new SettingsPatch { MailReplyTo = null }, first, cancellationToken: ct));
        (stale.Status, stale.Code).ShouldBe((HttpStatusCode.PreconditionFailed, "version-stale"));
    }

    [Fact]
    public async Task A_refusal_names_its_code_and_the_fields_that_are_wrong()
    {
        var (council, plan) = await CouncilAsync();
        using var client = new OnTheWay(running.Api).Client(council.Keys["officer"]);
        var problem = await Should.ThrowAsync<ProblemException>(() => client.RecordProgressAsync(
            IdOf(plan, council), new ProgressEntry { Status = AssignmentStatus.NotApplicable },
                cancellationToken: TestContext.Current.CancellationToken));
        (problem.Status, problem.Code).ShouldBe((HttpStatusCode.BadRequest, "validation"));
        problem.Errors.ShouldHaveSingleItem().Pointer.ShouldBe("#/reason");
        problem.Message.ShouldContain("#/reason");
    }

    [Fact]
    public async Task A_plan_goes_in_as_a_file_and_comes_out_as_one()
    {
        var ct = TestContext.Current.CancellationToken;
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        using var client = new OnTheWay(running.Api).Client(council.Keys["admin"]);
        var plan = Encoding.UTF8.GetBytes(Plan.Of(new Plan.Row("1.1", "Review every policy", "31 March 2027")));
        var (import, _) = await client.UploadImportAsync(new FileToSend("plan.csv", plan), title: "Our plan", startsOn: "2026-04-01",
            endsOn: "2029-03-31", cancellationToken: ct);
        import.Status.ShouldBe(ImportStatus.Read);
        var applied = await client.ApplyImportAsync(import.Id, null, cancellationToken: ct);

        await using (var word = await client.ExportSchemeAsync(applied.SchemeId, "docx", cancellationToken: ct))
        {
            word.FileName.ShouldNotBeNull().ShouldEndWith(".docx");
            using var bytes = new MemoryStream();
            await word.CopyToAsync(bytes, ct);
            bytes.ToArray()[..2].ShouldBe("PK"u8.ToArray());
        }

        await using var csv = await client.ExportSchemeAsync(applied.SchemeId, "csv", cancellationToken: ct);
        csv.ContentType.ShouldBe("text/csv");
        (await new StreamReader(csv.Content).ReadToEndAsync(ct)).ShouldContain("Review every policy");
    }

    [Fact]
    public async Task An_export_is_read_row_by_row_and_one_that_was_cut_short_is_no_export()
    {
        var ct = TestContext.Current.CancellationToken;
        var (council, _) = await CouncilAsync();
        using var client = new OnTheWay(running.Api).Client(council.Keys["viewer"]);
        string whole;
        await using (var export = await client.ExportAssignmentsAsync("ndjson", cancellationToken: ct))
        {
            export.Position.ShouldNotBeNullOrEmpty();
            (await export.RowsAsync<AssignmentRow>(ct).Select(r => r.Reference).ToListAsync(ct)).ShouldBe(["1.1/1", "1.2/1", "1.3/1"]);
        }

        await using (var export = await client.ExportAssignmentsAsync("ndjson", cancellationToken: ct))
        {
            whole = await new StreamReader(export.Content).ReadToEndAsync(ct);
        }

        var half = whole[..whole.LastIndexOf("{\"end\"", StringComparison.Ordinal)];
        using var unlucky = new OnTheWay(running.Api,
            (_, _) => new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(half, Encoding.UTF8, "application/x-ndjson")
            }).Client(null);
        await using var cut = await unlucky.ExportAssignmentsAsync("ndjson", cancellationToken: ct);
        (await Should.ThrowAsync<IOException>(async () => await cut.RowsAsync<AssignmentRow>(ct).CountAsync(ct))).Message.ShouldContain(
            "after 3 rows");
    }

    [Fact]
    public async Task What_the_service_puts_off_is_sent_again_under_the_same_key()
    {
        var (council, plan) = await CouncilAsync();
        var way = new OnTheWay(running.Api, (count, _) => count <= 2
            ? Busy(count == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.ServiceUnavailable, "0") : null);
        using var client = way.Client(council.Keys["officer"]);
        await ReportAsync(client, council, plan);
        way.Carried.Count.ShouldBe(3);
        way.Carried.Select(c => c.Key.ShouldNotBeNull()).Distinct().ShouldHaveSingleItem();
        await ReportAsync(client, council, plan);
        way.Carried.Select(c => c.Key).Distinct().Count().ShouldBe(2, "another report is another intention");
    }

    [Fact]
    public async Task Patience_ends()
    {
        var (council, _) = await CouncilAsync();
        var ct = TestContext.Current.CancellationToken;
        var away = new OnTheWay(running.Api, (_, _) => Busy(HttpStatusCode.ServiceUnavailable, "0"));
        using var client = away.Client(council.Keys["viewer"], new EqualityClientOptions { Attempts = 3 });
        (await Should.ThrowAsync<ProblemException>(() => client.GetMeAsync(ct))).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        away.Carried.Count.ShouldBe(3);

        var tomorrow = new OnTheWay(running.Api, (_, _) => Busy(HttpStatusCode.TooManyRequests, "86400"));
        using var hasty = tomorrow.Client(council.Keys["viewer"]);
        (await Should.ThrowAsync<ProblemException>(() => hasty.GetMeAsync(ct))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        tomorrow.Carried.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_lost_on_the_way_is_asked_for_again_where_that_is_safe()
    {
        var (council, plan) = await CouncilAsync();
        var ct = TestContext.Current.CancellationToken;
        var atOnce = new EqualityClientOptions { FirstPause = TimeSpan.Zero };
        var way = new OnTheWay(running.Api, loses: 1);
        using (var client = way.Client(council.Keys["officer"], atOnce))
        {
            await ReportAsync(client, council, plan);
        }

        way.Carried.Count.ShouldBe(2);
        way.Carried.Select(c => c.Key.ShouldNotBeNull()).Distinct().ShouldHaveSingleItem();
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/progress-updates")).Count.ShouldBe(1, "both were the same report");

        var patching = new OnTheWay(running.Api, loses: 2);
        using var careful = patching.Client(council.Keys["admin"], atOnce);
        var (_, tag) = await careful.GetSettingsAsync(ct);
        await Should.ThrowAsync<HttpRequestException>(
            () => careful.ChangeSettingsAsync(new SettingsPatch { MailReplyTo = "a@example.org" }, tag, cancellationToken: ct));
        patching.Carried.Count.ShouldBe(2, "sent again, it would be refused as changed by somebody else");
    }

    [Fact]
    public async Task A_value_that_is_newer_than_the_client_is_read_and_never_sent()
    {
        var (council, plan) = await CouncilAsync();
        var ct = TestContext.Current.CancellationToken;
        var detail = await council.Viewer.GetStringAsync(plan.Of(council), ct);
        var newer = detail.Replace("\"status\":\"notStarted\"", "\"status\":\"paused\",\"mood\":\"hopeful\"", StringComparison.Ordinal);
        var way = new OnTheWay(running.Api,
            (_, _) => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(newer, Encoding.UTF8, "application/json") });
        using var client = way.Client(council.Keys["officer"]);
        (await client.GetAssignmentAsync(IdOf(plan, council), ct)).Value.Status.ShouldBe(AssignmentStatus.Unrecognised);
        await Should.ThrowAsync<JsonException>(() => client.RecordProgressAsync(IdOf(plan, council),
            new ProgressEntry { Status = AssignmentStatus.Unrecognised }, cancellationToken: ct));
    }

    [Fact]
    public async Task The_key_is_shown_to_no_address_that_holds_a_token_of_its_own()
    {
        var (council, _) = await CouncilAsync();
        var ct = TestContext.Current.CancellationToken;
        var way = new OnTheWay(running.Api);
        using var client = way.Client(council.Keys["admin"]);
        var made = await client.CreateCalendarAsync(new CalendarWanted { Name = "Wall calendar" }, cancellationToken: ct);
        var token = made.Address.Split('/')[^1].Replace(".ics", "", StringComparison.Ordinal);
        await using var calendar = await client.GetCalendarFeedAsync(token, ct);
        (await new StreamReader(calendar.Content).ReadToEndAsync(ct)).ShouldStartWith("BEGIN:VCALENDAR");
        way.Carried.Select(c => c.Authorised).ShouldBe([true, false]);
    }

    internal static Task<ProgressRecorded> ReportAsync(EqualityClient client, TestOrganisation council, LivePlan plan) =>
        client.RecordProgressAsync(IdOf(plan, council), new ProgressEntry { Status = AssignmentStatus.OnTrack, Narrative = "Begun." },
            cancellationToken: TestContext.Current.CancellationToken);

    internal static Guid IdOf(LivePlan plan, TestOrganisation council, string reference = "1.1/1") =>
        Guid.Parse(plan.Of(council, reference).Split('/')[^1]);

    private static HttpResponseMessage Busy(HttpStatusCode status, string retryAfter)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent("busy") };
        answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return answer;
    }

    private async Task<(TestOrganisation Council, LivePlan Plan)> CouncilAsync()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        return (partnership.Authorities[0],
            await partnership.HasPlanAsync(
                [.. Enumerable.Range(1, 3).Select(i => new Plan.Row($"1.{i}", $"Do part {i}", "31 March 2027"))]));
    }
}

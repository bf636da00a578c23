using System.Net;

namespace PartnershipEquality.Api.Tests.Conventions;

/// <summary>A request has one name from the client's log to ours, to the problem and to the audit.</summary>
public sealed class TracingTests(RunningApi running)
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Theory]
    [InlineData("a")]
    [InlineData("0192f6c0-7a5b-7c3e-8a1b-2c3d4e5f6a7b")]
    [InlineData("portal/7.1+build=3@host:~x_y")]
    public async Task A_request_id_is_answered_as_it_was_given(string id) =>
        (await SendAsync("/v1/me", ("X-Request-Id", id))).Id.ShouldBe(id);

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("<script>")]
    [InlineData("a\"b")]
    [InlineData("129")]
    public async Task One_that_is_not_well_formed_is_not_repeated_and_another_is_made(string id)
    {
        var given = id == "129" ? new string('a', 129) : id;
        var (_, first, _) = await SendAsync("/v1/me", ("X-Request-Id", given));
        var (_, second, _) = await SendAsync("/v1/me");

        Guid.TryParse(first, out _).ShouldBeTrue(first);
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task The_callers_trace_goes_on_in_the_answer_the_problem_and_the_audit()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var (parent, subject) = ($"00-{Trace}-00f067aa0ba902b7-01", $"Post {Guid.NewGuid():N}");

        var (response, _, answered) = await SendAsync("/v1/posts/nothing", ("traceparent", parent), council.Lead);
        answered.ShouldStartWith($"00-{Trace}-");
        answered.ShouldEndWith("-01");
        answered.ShouldNotContain("00f067aa0ba902b7");
        (await response.ShouldBeProblemAsync(HttpStatusCode.NotFound)).Text("traceId").ShouldBe(Trace);

        using var made = new HttpRequestMessage(HttpMethod.Post,
            "/v1/posts")
        { Content = System.Net.Http.Json.JsonContent.Create(new { title = subject }) };
        made.Headers.Add("traceparent", parent);
        await (await council.Lead.SendAsync(made, TestContext.Current.CancellationToken)).ShouldBeAsync(HttpStatusCode.Created);
        (await running.Database.TextsAsync("""
            select trace_id from changes where organisation_id = $1 and type = 'post.created'
            """, council.Id)).ShouldBe([Trace]);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("00-00000000000000000000000000000000-00f067aa0ba902b7-01")]
    [InlineData("|old.id.")]
    public async Task A_trace_that_is_not_well_formed_begins_anew(string parent)
    {
        var (response, _, answered) = await SendAsync("/v1/nothing", ("traceparent", parent));

        answered.ShouldMatch("^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-0[01]$");
        (await response.ShouldBeProblemAsync(HttpStatusCode.NotFound)).Text("traceId").ShouldBe(answered.Split('-')[1]);
    }

    private async Task<(HttpResponseMessage Response, string Id, string TraceParent)> SendAsync(string path,
        (string Name, string Value)? header = null, HttpClient? client = null)
    {
        using var nobody = running.Api.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is var (name, value))
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        var response = await (client ?? nobody).SendAsync(request, TestContext.Current.CancellationToken);
        return (response, response.Headers.GetValues("X-Request-Id").Single(), response.Headers.GetValues("traceparent").Single());
    }
}

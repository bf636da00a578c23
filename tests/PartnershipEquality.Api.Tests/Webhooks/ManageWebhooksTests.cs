using System.Net;
using PartnershipEquality.Api.Features.Webhooks;

namespace PartnershipEquality.Api.Tests.Webhooks;

public sealed class ManageWebhooksTests(RunningApi running)
{
    [Fact]
    public async Task The_secret_is_shown_once_and_again_only_as_a_new_one()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var created = (await council.Admin.PostAsync("/v1/webhooks", new
        {
            url = "https://Hooks.example.org/equality",
            eventTypes = new[] { "assignment.*", "scheme.changed", "assignment.*" }
        })).With(HttpStatusCode.Created);
        var (secret, path) = (created.Text("secret")!, $"/v1/webhooks/{created.GetProperty("webhook").Id()}");
        Convert.FromBase64String(secret["whsec_".Length..]).Length.ShouldBe(32);

        var shown = await council.Admin.GetAnswerAsync(path);
        shown.Body.ShouldNotContain("whsec_");
        (await council.Admin.GetAnswerAsync("/v1/webhooks")).Body.ShouldNotContain("whsec_");
        shown.Json.Text("url").ShouldBe("https://hooks.example.org/equality");
        shown.Json.Items("eventTypes").Select(t => t.GetString()).ShouldBe(["assignment.*", "scheme.changed"]);

        var rotated = (await council.Admin.PostAsync($"{path}/rotate-secret", new { overlapHours = 2 })).With(HttpStatusCode.OK);
        rotated.Text("secret").ShouldNotBe(secret);
        rotated.GetProperty("webhook").GetProperty("formerSecretUntil").GetDateTimeOffset().ShouldBe(running.Api.Clock.Now.AddHours(2));
        (await council.Admin.PostAsync($"{path}/rotate-secret", new { overlapHours = 0 })).With(HttpStatusCode.OK).GetProperty("webhook")
            .Text("formerSecretUntil").ShouldBeNull();
        (await council.Admin.PostAsync($"{path}/rotate-secret", new { overlapHours = 169 })).ShouldRefuse(HttpStatusCode.BadRequest,
            "out-of-range", "#/overlapHours");
    }

    [Fact]
    public async Task A_webhook_is_changed_field_by_field_and_deleted_by_who_holds_its_version()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var path = $"/v1/webhooks/{(await council.Admin.PostAsync("/v1/webhooks", new { url = "https://hooks.example.org/", description = " Portal " })).With(HttpStatusCode.Created).GetProperty("webhook").Id()}";
        var tag = (await council.Admin.GetAnswerAsync(path)).Tag;

        var changed = (await council.Admin.AskAsync(HttpMethod.Patch, path,
            new { eventTypes = new[] { "post.*" }, contact = "it@example.org", enabled = false }, tag)).With(HttpStatusCode.OK);
        (changed.Text("description"), changed.Text("contact"), changed.Flag("enabled"),
            changed.Text("disabledReason")).ShouldBe(("Portal", "it@example.org", false, "asked"));
        (await council.Admin.AskAsync(HttpMethod.Patch, path, new { enabled = true }, tag)).ShouldRefuse(HttpStatusCode.PreconditionFailed,
            "version-stale");
        (await council.Admin.AskAsync(HttpMethod.Patch, path, new { enabled = true })).ShouldRefuse(HttpStatusCode.PreconditionRequired,
            "version-missing");
        (await council.Admin.ChangeAsync(HttpMethod.Patch, path, new { eventTypes = (string[]?)null })).ShouldRefuse(
            HttpStatusCode.BadRequest, "required", "#/eventTypes");
        var on = (await council.Admin.ChangeAsync(HttpMethod.Patch, path, new { enabled = true, description = (string?)null })).With(
            HttpStatusCode.OK);
        (on.Text("description"), on.Flag("enabled"), on.TryGetProperty("disabledReason", out _),
            on.Text("disabledAt")).ShouldBe((null, true, false, null));

        (await council.Admin.ChangeAsync(HttpMethod.Delete, path, null)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await council.Admin.GetAnswerAsync(path)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("http://hooks.example.org/", "scheme")]
    [InlineData("https://user:pass@hooks.example.org/", "user-info")]
    [InlineData("https://hooks.example.org:25/", "port")]
    [InlineData("https://127.0.0.1/", "not-public")]
    [InlineData("https://169.254.169.254/latest/meta-data/", "not-public")]
    [InlineData("https://[::ffff:10.0.0.1]/", "not-public")]
    [InlineData("https://localhost/", "not-public")]
    [InlineData("not an address", "format")]
    public async Task An_address_that_is_not_to_be_called_is_refused_when_it_is_named(string url, string code)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        (await council.Admin.PostAsync("/v1/webhooks", new { url })).ShouldRefuse(HttpStatusCode.BadRequest, code, "#/url");
        var path = $"/v1/webhooks/{(await council.Admin.PostAsync("/v1/webhooks", new { url = "https://hooks.example.org/" })).With(HttpStatusCode.Created).GetProperty("webhook").Id()}";
        (await council.Admin.ChangeAsync(HttpMethod.Patch, path, new { url })).ShouldRefuse(HttpStatusCode.BadRequest, code, "#/url");
    }

    [Fact]
    public async Task Types_that_there_are_not_and_contacts_that_are_no_address_are_refused_by_name()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        foreach (var type in new[] { "assignment.dances", "assignments.*", "*", "", "ASSIGNMENT.*" })
        {
            (await council.Admin.PostAsync("/v1/webhooks", new
            {
                url = "https://hooks.example.org/",
                eventTypes = new[] { "scheme.*", type }
            })).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-value", "#/eventTypes/1");
        }

        (await council.Admin.PostAsync("/v1/webhooks", new { url = "https://hooks.example.org/", contact = "nobody" })).ShouldRefuse(
            HttpStatusCode.BadRequest, "format", "#/contact");
        (await council.Admin.PostAsync("/v1/webhooks", new
        {
            url = "https://hooks.example.org/",
            description = "two\nlines"
        })).ShouldRefuse(HttpStatusCode.BadRequest, "format", "#/description");
    }

    [Fact]
    public async Task An_organisation_has_twenty_at_most_even_when_two_are_made_at_once()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var made = await Task.WhenAll(Enumerable.Range(0, CreateWebhook.Most + 4)
            .Select(i => council.Admin.PostAsync("/v1/webhooks", new { url = $"https://hooks.example.org/{i}" })));

        made.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(CreateWebhook.Most);
        made.Where(a => a.Status != HttpStatusCode.Created).ToList()
            .ForEach(a => a.ShouldRefuse(HttpStatusCode.Conflict, "too-many-webhooks"));
    }
}

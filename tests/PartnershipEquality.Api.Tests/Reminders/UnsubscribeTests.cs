using System.Net;
using System.Text.RegularExpressions;
using PartnershipEquality.Api.Tests.Mail;

namespace PartnershipEquality.Api.Tests.Reminders;

/// <summary>
/// People stop daily messages by the link in one, without a password; nobody's work is forgotten for that, and what escalates still reaches
/// them.
/// </summary>
public sealed class UnsubscribeTests(RunningApi running)
{
    [Fact]
    public async Task Who_stops_them_gets_no_more_and_the_lead_does_until_they_are_taken_again()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        await council.RunAsync(new(2026, 12, 3));
        var mail = await File.ReadAllTextAsync(council.Mails.ShouldHaveSingleItem(), TestContext.Current.CancellationToken);
        var link = Regex.Match(mail, @"^List-Unsubscribe:\s+<(?<link>[^>]+)/leave>\r?$", RegexOptions.Multiline).Groups["link"].Value;
        mail.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        var sent = ParsedMail.Read(mail);
        sent.Parts.Count.ShouldBe(2);
        sent.Parts.ShouldAllBe(part => part.Content.Contains(link, StringComparison.Ordinal));
        using var nobody = council.Api.Client();
        var path = new Uri(link).AbsolutePath;

        // A program that only follows the link stops nothing.
        var page = await nobody.GetAnswerAsync(path);
        page.With(HttpStatusCode.OK);
        page.Body.ShouldContain("Stop daily messages?");
        page.Body.ShouldContain(RemindedCouncil.Holder);
        (await HolderAsync(council)).ShouldBeFalse();

        foreach (var _ in new[] { "by one click", "and by the page's button" })
        {
            (await nobody.AskAsync(HttpMethod.Post, $"{path}/leave",
                new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))).With(HttpStatusCode.OK);
        }

        (await HolderAsync(council)).ShouldBeTrue();
        await council.RunAsync(new(2026, 12, 17));
        (await council.Council.Lead.WalkAsync("/v1/digests?day=2026-12-17")).ShouldHaveSingleItem().Text("recipient")
            .ShouldBe(RemindedCouncil.Lead);
        (await council.Council.Lead.WalkAsync("/v1/reminders?owedFrom=2026-12-17")).ShouldHaveSingleItem().Text("why").ShouldNotBeNull()
            .ShouldContain("takes no daily messages");

        (await nobody.PostAsync($"{path}/again")).Body.ShouldContain("Stop daily messages?");
        await council.RunAsync(new(2026, 12, 24));
        (await council.Council.Lead.WalkAsync("/v1/digests?day=2026-12-24")).ShouldHaveSingleItem().Text("recipient")
            .ShouldBe(RemindedCouncil.Holder);
    }

    [Fact]
    public async Task A_link_that_is_not_right_opens_nothing_and_a_right_one_opens_nothing_else()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        await council.RunAsync(new(2026, 12, 3));
        var link = (await running.Database.TextsAsync("""
            select unsubscribe_address from outbox where organisation_id = $1
            """, council.Council.Id)).ShouldHaveSingleItem();
        var path = new Uri(link).AbsolutePath;
        using var nobody = council.Api.Client();

        foreach (var wrong in new[] { path[..^1] + (path[^1] == '0' ? '1'
            : '0'), path + "0", "/v1/digest-messages/x", path.Replace("digest-messages", "calendar", StringComparison.Ordinal) + ".ics" })
        {
            (await nobody.GetAnswerAsync(wrong)).Status.ShouldBe(HttpStatusCode.Unauthorized, wrong);
            (await nobody.PostAsync($"{wrong}/leave")).Status.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.NotFound);
        }

        (await HolderAsync(council)).ShouldBeFalse();
    }

    private static async Task<bool> HolderAsync(RemindedCouncil council)
    {
        var post = (await council.Council.Lead.WalkAsync("/v1/posts")).Single(p => p.Text("title") == "Officer").Id();
        return (await council.Council.Lead.WalkAsync($"/v1/posts/{post}/holders")).ShouldHaveSingleItem().Flag("digestsOff");
    }
}

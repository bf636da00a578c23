using PartnershipEquality.Api.Outside.Mail.Notify;

namespace PartnershipEquality.Api.Tests.Mail.Notify;

public sealed class NotifyMarkdownTests
{
    private const string Ours = "https://equality.example.org";

    [Fact]
    public void Headings_lists_links_and_the_closing_rule_become_Notifys() => NotifyMarkdown.Of("""
        Your equality actions on 3 December 2026

        Dear Ann,

        OVERDUE (1)
        -----------
        Please report.

        * 1.1/1: 3 days overdue
          Publish the profile
          See 1.1/1: https://equality.example.org/v1/assignments/1

        -- 
        Sent on behalf of Blaby.
        """, Ours).ShouldBe("""
        # Your equality actions on 3 December 2026

        Dear Ann,

        ## Overdue (1)

        Please report.

        * 1\.1/1: 3 days overdue
          Publish the profile
          [See 1.1/1](https://equality.example.org/v1/assignments/1)

        ---

        Sent on behalf of Blaby.

        """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("# Not a heading", @"\# Not a heading")]
    [InlineData("1. Not a list", @"1\. Not a list")]
    [InlineData("- nor this", @"\- nor this")]
    [InlineData("--- nor a rule", @"\--- nor a rule")]
    [InlineData("^ no quotation", "\u2060^ no quotation")]
    [InlineData("• no bullet", "\u2060• no bullet")]
    [InlineData("=== no underline", "\u2060=== no underline")]
    [InlineData("[click](http://evil.example)", @"\[click\](http://evil.example)")]
    [InlineData("a | b | c", @"a \| b \| c")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("Train staff: https://evil.example/x", "Train staff: https://evil.example/x")]
    [InlineData("Train staff: https://equality.example.org.evil.example/x", "Train staff: https://equality.example.org.evil.example/x")]
    [InlineData("see https://council.example/a_b-c?d=[1] for more", "see https://council.example/a_b-c?d=[1] for more")]
    [InlineData("50% * 2 - 1 = 99 (about)", "50% * 2 - 1 = 99 (about)")]
    public void What_people_wrote_stays_what_they_wrote(string written, string marked) =>
        NotifyMarkdown.Of($"Title\n\n* Action 1: due\n  {written}\n", Ours).ShouldBe($"# Title\n\n* Action 1: due\n  {marked}\n");

    [Fact]
    public void No_line_is_indented_so_far_that_it_would_be_code() =>
        NotifyMarkdown.Of("Title\n\n        deep\n* item\n        deeper\n", Ours).Split('\n')
            .ShouldAllBe(line => !line.StartsWith("    ", StringComparison.Ordinal));
}

using Microsoft.Extensions.Time.Testing;
using PartnershipEquality.Api.Outside.Mail;

namespace PartnershipEquality.Api.Tests.Mail;

/// <summary>One message, whichever way it leaves.</summary>
public sealed class MimeMailTests : IDisposable
{
    private static readonly string Leave = $"https://equality.example.org/digests/{new string('a', 120)}";

    private readonly string _folder = Directory.CreateTempSubdirectory("mime-").FullName;

    [Fact]
    public async Task The_server_and_the_folder_get_the_same_message_to_the_letter()
    {
        var mail = SampleMail.Message() with { UnsubscribeAddress = Leave };
        var time = new FakeTimeProvider(StoppedClock.Start);
        await using var server = new LoopbackMailServer();

        await new SmtpTransport(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, StartTls = false }, time).SendAsync(mail,
            TestContext.Current.CancellationToken);
        await new PickupFolderTransport(_folder, time).SendAsync(mail, TestContext.Current.CancellationToken);

        var file = await File.ReadAllTextAsync(Directory.GetFiles(_folder).ShouldHaveSingleItem(), TestContext.Current.CancellationToken);
        server.Taken.ShouldHaveSingleItem().TrimEnd().ShouldBe(file.TrimEnd());
        var read = ParsedMail.Read(file);
        read.Headers.Select(h => h.Name.ToUpperInvariant()).Order().ShouldBe(
            ["AUTO-SUBMITTED", "CONTENT-TYPE", "DATE", "FROM", "LIST-UNSUBSCRIBE", "LIST-UNSUBSCRIBE-POST", "MESSAGE-ID", "MIME-VERSION",
                "REPLY-TO", "SUBJECT", "TO"]);
        read["List-Unsubscribe"].Trim().ShouldBe($"<{Leave}/leave>");
        read["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
    }

    [Fact]
    public async Task What_is_sent_again_is_the_same_message_and_what_cannot_be_stopped_offers_no_way_to()
    {
        await using var server = new LoopbackMailServer();
        var transport = new SmtpTransport(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, StartTls = false },
            new FakeTimeProvider(StoppedClock.Start));

        await transport.SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken);
        await transport.SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken);

        server.Taken.Count.ShouldBe(2);
        server.Taken[0].ShouldBe(server.Taken[1]);
        server.Taken[0].ShouldNotContain("List-Unsubscribe");
        server.Taken[0].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal)
            .ShouldContain("Subject: 3 overdue: your equality actions on 23 November 2026\r\n", Case.Sensitive,
                "plain words are readable as they stand");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

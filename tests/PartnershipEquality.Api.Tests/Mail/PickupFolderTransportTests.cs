using System.Globalization;
using PartnershipEquality.Api.Outside.Mail;

namespace PartnershipEquality.Api.Tests.Mail;

public sealed class PickupFolderTransportTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"pickup-{Guid.NewGuid():N}");
    private readonly PickupFolderTransport _transport;

    public PickupFolderTransportTests() => _transport = new PickupFolderTransport(_folder, new StoppedClock());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_file_reads_back_as_what_was_sent()
    {
        var longSubject = string.Concat(Enumerable.Repeat("Égalité für alle 👪 ", 12)).Trim();
        var mail = SampleMail.Message(subject: longSubject, text: string.Concat(Enumerable.Repeat("Ünïcode line\n", 300)));

        await _transport.SendAsync(mail, TestContext.Current.CancellationToken);

        var raw = await File.ReadAllTextAsync(Directory.GetFiles(_folder).ShouldHaveSingleItem(), TestContext.Current.CancellationToken);
        var read = ParsedMail.Read(raw);
        read["Subject"].ShouldBe(longSubject);
        read["From"].ShouldBe("\"Blaby District Council, Equality\" <equality@example.org>");
        read["To"].ShouldBe("Siân Ó Briain <ann.example@blaby.example.org>");
        read["Reply-To"].ShouldBe("lead@blaby.example.org");
        read["Message-ID"].ShouldBe(mail.MessageId);
        read["Auto-Submitted"].ShouldBe("auto-generated");
        DateTimeOffset.ParseExact(read["Date"], "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture)
            .ShouldBe(new StoppedClock().GetUtcNow());
        read.Parts.Select(part => part.Type).ShouldBe(["text/plain; charset=utf-8", "text/html; charset=utf-8"]);
        read.Parts[0].Content.ReplaceLineEndings("\n").ShouldBe(mail.Text);
        read.Parts[1].Content.ShouldBe(mail.Html);
    }

    [Fact]
    public async Task A_file_is_plain_ascii_with_short_lines_that_end_as_mail_demands()
    {
        await _transport.SendAsync(
            SampleMail.Message(subject: string.Concat(Enumerable.Repeat("Égalité für alle 👪 ", 12)).Trim(), html: new string('é', 5000)),
                TestContext.Current.CancellationToken);

        var raw = await File.ReadAllTextAsync(Directory.GetFiles(_folder).Single(), TestContext.Current.CancellationToken);
        raw.All(char.IsAscii).ShouldBeTrue();
        raw.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        raw.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\r');
        raw.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
    }

    [Fact]
    public async Task Sending_again_replaces_and_another_message_does_not()
    {
        await _transport.SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken);
        await _transport.SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken);
        Directory.GetFiles(_folder).ShouldHaveSingleItem().ShouldEndWith(".eml");

        await _transport.SendAsync(SampleMail.Message(messageId: "<DIGEST.0199a.2026-11-23@equality.example.org>"),
            TestContext.Current.CancellationToken);

        Directory.GetFiles(_folder).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_id_cannot_leave_the_folder()
    {
        await _transport.SendAsync(SampleMail.Message(messageId: "<..@..>"), TestContext.Current.CancellationToken);

        Directory.GetFiles(_folder).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_domain_outside_ascii_travels_as_punycode()
    {
        await _transport.SendAsync(SampleMail.Message(to: "ann@bücher.example", toName: ""), TestContext.Current.CancellationToken);

        var raw = await File.ReadAllTextAsync(Directory.GetFiles(_folder).Single(), TestContext.Current.CancellationToken);
        ParsedMail.Read(raw)["To"].ShouldBe("ann@xn--bcher-kva.example");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again_later()
    {
        await File.WriteAllTextAsync(_folder, "a file where the folder should be", TestContext.Current.CancellationToken);
        try
        {
            var refused = await Should.ThrowAsync<MailRefusedException>(
                () => _transport.SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken));

            refused.Permanent.ShouldBeFalse();
        }
        finally
        {
            File.Delete(_folder);
        }
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);
    }
}

using PartnershipEquality.Api.Outside.Mail;

namespace PartnershipEquality.Api.Tests.Mail;

public sealed class SmtpTransportTests
{
    [Fact]
    public async Task A_message_arrives_as_it_was_sent()
    {
        await using var server = new LoopbackMailServer();
        var mail = SampleMail.Message(subject: "Überfällig: " + string.Concat(Enumerable.Repeat("Maßnahmen ", 15)).Trim());

        await Transport(server).SendAsync(mail, TestContext.Current.CancellationToken);

        var read = ParsedMail.Read(server.Taken.ShouldHaveSingleItem());
        read["Subject"].ShouldBe(mail.Subject);
        read["Message-ID"].ShouldBe(mail.MessageId);
        read["Auto-Submitted"].ShouldBe("auto-generated");
        read["To"].ShouldContain("Siân Ó Briain");
        read["From"].ShouldContain("<equality@example.org>");
        read["Reply-To"].ShouldBe("lead@blaby.example.org");
        read["Content-Type"].ShouldStartWith("multipart/alternative");
        read.Parts.Select(part => part.Type).ShouldBe(["text/plain; charset=utf-8", "text/html; charset=utf-8"]);
        read.Parts[0].Content.ReplaceLineEndings("\n").ShouldBe(mail.Text);
        read.Parts[1].Content.ShouldBe(mail.Html);
        server.Commands.ShouldContain("MAIL FROM:<equality@example.org>");
        server.Commands.ShouldContain("RCPT TO:<ann.example@blaby.example.org>");
    }

    [Fact]
    public async Task It_logs_in_when_told_to()
    {
        await using var server = new LoopbackMailServer();
        var transport = new SmtpTransport(new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = server.Port,
            StartTls = false,
            User = "user",
            Password = "secret",
        }, TimeProvider.System);

        await transport.SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken);

        server.Commands.ShouldContain(line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
        server.Commands.ShouldContain("c2VjcmV0");
        server.Taken.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 No such user", true, true)]
    [InlineData("RCPT", "553 5.1.3 Bad address", true, true)]
    [InlineData("RCPT", "550 5.7.1 Sender blocked", false, false)]
    [InlineData("RCPT", "450 4.2.1 Try again later", false, false)]
    [InlineData("RCPT", "452 4.2.2 Mailbox full", false, false)]
    [InlineData("content", "554 5.6.0 Content refused", true, false)]
    [InlineData("content", "451 4.3.0 Try again later", false, false)]
    [InlineData("MAIL", "530 5.7.0 Must issue a STARTTLS command first", false, false)]
    [InlineData("EHLO", "421 4.3.2 Shutting down", false, false)]
    [InlineData("connect", "421 4.3.2 Too busy", false, false)]
    public async Task A_refusal_says_whether_trying_again_helps_and_whose_fault_it_is(
        string command, string answer, bool permanent, bool addressRefused)
    {
        await using var server = new LoopbackMailServer((command, answer));

        var refused = await Should.ThrowAsync<MailRefusedException>(
            () => Transport(server).SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken));

        (refused.Permanent, refused.AddressRefused).ShouldBe((permanent, addressRefused), refused.Message);
    }

    [Fact]
    public async Task A_wrong_password_writes_nobody_off()
    {
        await using var server = new LoopbackMailServer(
            ("password", "535 5.7.8 Wrong password"), ("RCPT", "554 5.7.1 Relay access denied"));
        var transport = new SmtpTransport(new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = server.Port,
            StartTls = false,
            User = "user",
            Password = "wrong",
        }, TimeProvider.System);

        var refused = await Should.ThrowAsync<MailRefusedException>(
            () => transport.SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken));

        (refused.Permanent, refused.AddressRefused).ShouldBe((false, false), refused.Message);
    }

    [Fact]
    public async Task Without_encryption_offered_nothing_is_sent_where_it_is_demanded()
    {
        await using var server = new LoopbackMailServer();
        var transport = new SmtpTransport(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, StartTls = true }, TimeProvider.System);

        var refused = await Should.ThrowAsync<MailRefusedException>(
            () => transport.SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken));

        refused.Permanent.ShouldBeFalse();
        server.Commands.ShouldNotContain(line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_in_time()
    {
        await using var server = new LoopbackMailServer(("silent", ""));
        var transport = new SmtpTransport(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, StartTls = false, TimeoutSeconds = 1 },
            TimeProvider.System);

        var refused = await Should.ThrowAsync<MailRefusedException>(
            () => transport.SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));

        refused.Permanent.ShouldBeFalse();
        refused.Message.ShouldContain("1 seconds");
    }

    [Fact]
    public async Task No_server_at_all_is_tried_again_later()
    {
        var server = new LoopbackMailServer();
        var transport = Transport(server);
        await server.DisposeAsync();

        var refused = await Should.ThrowAsync<MailRefusedException>(
            () => transport.SendAsync(SampleMail.Message(), TestContext.Current.CancellationToken));

        refused.Permanent.ShouldBeFalse();
    }

    [Fact]
    public async Task Being_told_to_stop_is_no_refusal()
    {
        await using var server = new LoopbackMailServer(("silent", ""));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => Transport(server).SendAsync(SampleMail.Message(), stop.Token));
    }

    private static SmtpTransport Transport(LoopbackMailServer server) =>
        new(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, StartTls = false, TimeoutSeconds = 5 }, TimeProvider.System);
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using PartnershipEquality.Api.Outside.Webhooks;
using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Api.Tests.Webhooks;

/// <summary>
/// What is called and what is not, and how long anybody can keep us: names and lines are given here, the rest is as it runs.
/// </summary>
public sealed class WebhookSenderTests
{
    private static readonly IPAddress SomewherePublic = IPAddress.Parse("93.184.215.14");

    [Fact]
    public async Task A_name_that_leads_elsewhere_a_moment_later_gains_nothing()
    {
        await using var receiver = await EventReceiver.StartAsync();
        var leadsTo = SomewherePublic;
        var dialled = new ConcurrentQueue<IPAddress>();
        using var sender = Sender(_ => [leadsTo], dialled, new Uri(receiver.Address).Port);
        // The receiver ends the connection, so that the next event has to look the name up again.
        receiver.Answer = (_, http) =>
        {
            http.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        };
        (await SendAsync(sender, "http://hooks.example.org/")).Status.ShouldBe(200);

        leadsTo = IPAddress.Loopback;
        var refused = await SendAsync(sender, "http://hooks.example.org/");

        (refused.Status, refused.Error).ShouldBe((null, "Its name leads to no address of the public internet."));
        dialled.ToArray().ShouldBe([SomewherePublic], "what was checked is what is called");
        receiver.Events.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("10.1.2.3", "192.168.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fd00::1", "fe80::1")]
    public async Task A_name_that_leads_into_a_private_network_is_not_called(params string[] addresses)
    {
        var dialled = new ConcurrentQueue<IPAddress>();
        using var sender = Sender(_ => [.. addresses.Select(IPAddress.Parse)], dialled, 1);

        (await SendAsync(sender, "https://hooks.example.org/")).Error.ShouldBe("Its name leads to no address of the public internet.");
        (await SendAsync(sender,
            $"https://{(addresses[0].Contains(':', StringComparison.Ordinal) ? $"[{addresses[0]}]" : addresses[0])}/")).Error.ShouldBe(
                "Its name leads to no address of the public internet.");
        dialled.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_names_addresses_only_public_ones_are_called_each_in_turn()
    {
        await using var receiver = await EventReceiver.StartAsync();
        var dialled = new ConcurrentQueue<IPAddress>();
        var dead = IPAddress.Parse("1.1.1.1");
        using var sender = Sender(_ => [IPAddress.Loopback, dead, SomewherePublic], dialled, new Uri(receiver.Address).Port, dead);

        (await SendAsync(sender, "http://hooks.example.org/")).Status.ShouldBe(204);
        dialled.ToArray().ShouldBe([dead, SomewherePublic]);
    }

    [Fact]
    public async Task A_redirect_to_the_machine_itself_is_not_followed()
    {
        await using var receiver = await EventReceiver.StartAsync();
        receiver.Answer = (received, http) =>
        {
            http.Response.Headers.Location = "http://127.0.0.1:5432/";
            http.Response.Headers.SetCookie = "a=b";
            return EventReceiver.Status(307)(received, http);
        };
        var dialled = new ConcurrentQueue<IPAddress>();
        using var sender = Sender(_ => [SomewherePublic], dialled, new Uri(receiver.Address).Port);

        (await SendAsync(sender, "http://hooks.example.org/")).Status.ShouldBe(307);
        await SendAsync(sender, "http://hooks.example.org/");
        dialled.Distinct().ToArray().ShouldBe([SomewherePublic]);
        receiver.Events.ShouldAllBe(e => !e.Headers.ContainsKey("cookie"));
    }

    [Fact]
    public async Task A_name_that_there_is_not_is_said_to_be_none()
    {
        using var none = Sender(_ => [], new(), 1);
        using var unknown = Sender(_ => throw new SocketException((int)SocketError.HostNotFound), new(), 1);
        (await SendAsync(none, "https://hooks.example.org/")).Error.ShouldBe("Its name cannot be found.");
        (await SendAsync(unknown, "https://hooks.example.org/")).Error.ShouldBe("Its name cannot be found.");
    }

    [Fact]
    public async Task An_answer_that_never_ends_costs_its_first_line()
    {
        await using var receiver = await EventReceiver.StartAsync();
        receiver.Answer = async (_, http) =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(new byte[65_536], http.RequestAborted);
            }
        };
        using var sender = Sender(_ => [SomewherePublic], new(), new Uri(receiver.Address).Port);

        var outcome = await SendAsync(sender, "http://hooks.example.org/");
        (outcome.Status, outcome.Error).ShouldBe((200, null));
        outcome.Took.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("", "There was no answer within 1 seconds.")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ", "There was no answer within 1 seconds.")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", "Its answer is no HTTP that can be read.")]
    [InlineData("HUGE", "Its answer is no HTTP that can be read.")]
    [InlineData("CLOSE", "The connection ended before there was an answer.")]
    public async Task Whoever_keeps_us_waiting_or_answers_nonsense_is_left_within_the_time(string says, string error)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var answering = AnswerAsync(listener, says, stop.Token);
        using var sender = Sender(_ => [SomewherePublic], new(), ((IPEndPoint)listener.LocalEndpoint).Port,
            timeoutSeconds: says is "" or "HTTP/1.1 200 OK\r\nX-Slow: " ? 1 : 20);

        var outcome = await SendAsync(sender, "http://hooks.example.org/");

        (outcome.Status, outcome.Error).ShouldBe((null, error));
        outcome.Took.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        await stop.CancelAsync();
        await answering;
    }

    private static async Task AnswerAsync(TcpListener listener, string says, CancellationToken stop)
    {
        try
        {
            using var client = await listener.AcceptTcpClientAsync(stop);
            await using var stream = client.GetStream();
            await stream.ReadAtLeastAsync(new byte[64], 64, cancellationToken: stop);
            if (says == "CLOSE")
            {
                return;
            }

            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(says == "HUGE"
                ? $"HTTP/1.1 200 OK\r\nX-Huge: {new string('x', 100_000)}\r\n\r\n" : says), stop);
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // Told to end, or hung up on, as it should be.
        }
    }

    private static Task<SendingOutcome> SendAsync(WebhookSender sender, string url) =>
        sender.SendAsync(new OutgoingEvent(url, "evt_1", "{}", [WebhookSignature.NewSecret()]), TestContext.Current.CancellationToken);

    /// <summary>Names lead where the test says, and a line to a public address ends at the loopback port.</summary>
    private static WebhookSender Sender(Func<string, IPAddress[]> names, ConcurrentQueue<IPAddress> dialled, int port,
        IPAddress? dead = null, int timeoutSeconds = 20)
    {
        var options = new WebhookOptions { TimeoutSeconds = timeoutSeconds };
        return new WebhookSender(options, new PublicConnections(options, (host, _) => Task.FromResult(names(host)), (address, _, ct) =>
        {
            dialled.Enqueue(address);
            return address.Equals(dead)
                ? throw new SocketException((int)SocketError.ConnectionRefused) : PublicConnections.DialAsync(IPAddress.Loopback, port, ct);
        }), TimeProvider.System);
    }
}

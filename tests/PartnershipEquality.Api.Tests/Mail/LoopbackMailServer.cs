using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PartnershipEquality.Api.Tests.Mail;

/// <summary>A mail server that speaks just enough SMTP, keeps what it takes and refuses as told.</summary>
internal sealed class LoopbackMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, string> _refusals;
    private readonly Task _serving;

    /// <param name="refusals">Answers instead of yes, by command or by the whole line: "RCPT" -> "550 5.1.1 No such user".</param>
    public LoopbackMailServer(params (string Command, string Answer)[] refusals)
    {
        _refusals = refusals.ToDictionary(refusal => refusal.Command, refusal => refusal.Answer);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What is done while whoever sent a message waits to hear that it was taken.</summary>
    public Func<Task>? BeforeYes { get; init; }

    public List<string> Commands { get; } = [];

    public List<string> Taken { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await ConverseAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or SocketException
            || _stop.IsCancellationRequested)
        {
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        if (_refusals.ContainsKey("silent"))
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        await writer.WriteLineAsync(_refusals.GetValueOrDefault("connect", "220 loopback"));
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            Commands.Add(line);
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            if (_refusals.TryGetValue(line, out var refusal) || _refusals.TryGetValue(command, out refusal))
            {
                await writer.WriteLineAsync(refusal);
                if (refusal.StartsWith("421", StringComparison.Ordinal))
                {
                    // Says that the server closes the connection, and it does (RFC 5321, 4.2.2).
                    return;
                }
            }
            else if (command == "EHLO")
            {
                await writer.WriteLineAsync("250-loopback\r\n250 AUTH LOGIN");
            }
            else if (command == "AUTH")
            {
                if (line.Split(' ').Length == 2)
                {
                    await writer.WriteLineAsync("334 VXNlcm5hbWU6");
                    Commands.Add(await reader.ReadLineAsync(_stop.Token) ?? "");
                }

                await writer.WriteLineAsync("334 UGFzc3dvcmQ6");
                Commands.Add(await reader.ReadLineAsync(_stop.Token) ?? "");
                await writer.WriteLineAsync(_refusals.GetValueOrDefault("password", "235 in"));
            }
            else if (command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                await TakeAsync(reader);
                await (BeforeYes?.Invoke() ?? Task.CompletedTask);
                await writer.WriteLineAsync(_refusals.GetValueOrDefault("content", "250 taken"));
            }
            else
            {
                await writer.WriteLineAsync(command == "QUIT" ? "221 bye" : "250 ok");
            }
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            message.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        Taken.Add(message.ToString());
    }
}

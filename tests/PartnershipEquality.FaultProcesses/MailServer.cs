using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PartnershipEquality.FaultProcesses;

/// <summary>
/// A mail server for many at once. What it takes is on disk before it says yes, one line each: when, which Message-ID
/// and for whom; then it hesitates, so that the moment between its yes and the sender's commit can be met.
/// </summary>
internal sealed class MailServer(FileStream taken, int longestPause)
{
    private readonly Lock _writing = new();

    public static async Task RunAsync(int port, string file, int longestPause)
    {
        await using var taken = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
        var server = new MailServer(taken, longestPause);
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        Console.WriteLine($"listening on {((IPEndPoint)listener.LocalEndpoint).Port}");
        while (true)
        {
            _ = server.ConverseAsync(await listener.AcceptTcpClientAsync());
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        try
        {
            using var _ = client;
            client.NoDelay = true;
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 loopback");
            var recipient = "";
            while (await reader.ReadLineAsync() is { } line)
            {
                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "RCPT":
                        recipient = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        Take(await MessageIdAsync(reader), recipient);
                        await Task.Delay(Random.Shared.Next(longestPause + 1));
                        await writer.WriteLineAsync("250 taken");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Whoever sent was killed; what was not taken whole was not taken.
        }
    }

    /// <summary>Reads a message to its end; half a message is none.</summary>
    private static async Task<string> MessageIdAsync(StreamReader reader)
    {
        var id = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == ".")
            {
                return id;
            }

            if (id.Length == 0 && line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))
            {
                id = line["Message-ID:".Length..].Trim();
            }
        }

        throw new IOException("The message has no end.");
    }

    private void Take(string messageId, string recipient)
    {
        lock (_writing)
        {
            taken.Write(Encoding.UTF8.GetBytes($"{DateTime.UtcNow.Ticks}\t{messageId}\t{recipient}\n"));
            taken.Flush(flushToDisk: true);
        }
    }
}

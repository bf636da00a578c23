using System.Net;
using System.Net.Sockets;
using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Api.Outside.Webhooks;

/// <summary>The addresses that a name leads to just now.</summary>
public delegate Task<IPAddress[]> NameLookup(string host, CancellationToken ct);

/// <summary>Opens a connection to an address that has been checked.</summary>
public delegate Task<Stream> Dial(IPAddress address, int port, CancellationToken ct);

/// <summary>A name that leads nowhere but into our own network, or to the machine itself.</summary>
public sealed class NotPublicException(string host) : IOException($"{host} leads to no address of the public internet.");

/// <summary>
/// Connects to names that others chose. Each connection looks its name up, and goes to one of the addresses that were
/// found and checked, so that a name which leads elsewhere a moment later gains nothing by it.
/// </summary>
public sealed class PublicConnections(WebhookOptions options, NameLookup lookUp, Dial dial)
{
    /// <summary>An address that does not answer at all leaves time for the name's next one.</summary>
    private static readonly TimeSpan ForOneOfSeveral = TimeSpan.FromSeconds(5);

    public static async Task<Stream> DialAsync(IPAddress address, int port, CancellationToken ct)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var address) ? [address] : await lookUp(host, ct);
        var open = found.Where(a => options.AllowPrivateAddresses || PublicNetwork.IsPublic(a)).ToList();
        if (open.Count == 0)
        {
            throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new NotPublicException(host);
        }

        for (var i = 0; ; i++)
        {
            var isLast = i + 1 == open.Count;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(isLast ? Timeout.InfiniteTimeSpan : ForOneOfSeveral);
            try
            {
                return await dial(open[i], port, limit.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException && !isLast && !ct.IsCancellationRequested)
            {
                // The name has another address; the last one's trouble is told.
            }
        }
    }
}

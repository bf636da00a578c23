using Notify.Client;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Outside.Mail.Notify;

/// <summary>GOV.UK Notify, as every organisation's account shares it: one pool of connections.</summary>
public sealed class NotifyService(NotifyOptions options, PublicAddress links) : IDisposable
{
    private readonly SocketsHttpHandler _sockets = new() { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

    public NotifyTransport Of(string apiKey, Guid template, Guid? replyTo)
    {
        var http = new HttpClient(_sockets, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds) };
        // The library sends to the real service unless told otherwise after it is made.
        var wrapper = new HttpClientWrapper(http);
        var client = new NotificationClient(wrapper, apiKey);
        wrapper.BaseAddress = new Uri(options.BaseUrl);
        return new NotifyTransport(client, template, replyTo, links.Root, http.Timeout);
    }

    public void Dispose() => _sockets.Dispose();
}

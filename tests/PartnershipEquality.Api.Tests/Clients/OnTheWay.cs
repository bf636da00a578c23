using PartnershipEquality.Api.Tests.OpenApi;
using PartnershipEquality.Client;

namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>The network between a client and the API, where things happen to requests; it remembers what it carried.</summary>
/// <param name="api">Whom it leads to.</param>
/// <param name="instead">What is answered in the API's place, by the request's number and itself; null to pass it on.</param>
/// <param name="loses">The number of the request whose answer is lost after the API has given it; none when 0.</param>
internal sealed class OnTheWay(ApiInstance api, Func<int, HttpRequestMessage, HttpResponseMessage?>? instead = null, int loses = 0)
    : DelegatingHandler(new ContractHandler(new SocketsHttpHandler(), api.Address))
{
    private int _carried;

    public List<(string Method, string Path, string? Key, bool Authorised)> Carried { get; } = [];

    public EqualityClient Client(string? key, EqualityClientOptions? options = null) =>
        new(api.Address, key, options, new HttpClient(this, disposeHandler: false));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var count = Interlocked.Increment(ref _carried);
        lock (Carried)
        {
            Carried.Add((request.Method.Method, request.RequestUri!.AbsolutePath,
                request.Headers.TryGetValues("Idempotency-Key", out var keys)
                    ? keys.Single() : null, request.Headers.Authorization is not null));
        }

        if (instead?.Invoke(count, request) is { } answer)
        {
            answer.RequestMessage = request;
            return answer;
        }

        var carriedBack = await base.SendAsync(request, cancellationToken);
        return count == loses ? throw new HttpRequestException("The line went dead.") : carriedBack;
    }
}

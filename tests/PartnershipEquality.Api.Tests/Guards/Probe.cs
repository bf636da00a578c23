using System.Net.Http.Json;
using System.Text;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>What an organisation that does not own it gets from a probe's request, with the owner's real ids in it.</summary>
public enum Others
{
    /// <summary>404: what belongs to others is not there.</summary>
    FindNothing,

    /// <summary>Success with their own things, and none of the owner's marks in it.</summary>
    GetTheirOwn,

    /// <summary>The answer holds nothing of anybody's.</summary>
    GetTheSame,

    /// <summary>By design they read it as its owner does.</summary>
    SeeIt,

    /// <summary>403 not-the-owner: they see it, and may not have this of it.</summary>
    MayNot,

    /// <summary>403 authorities-only: a partnership has nothing of the kind.</summary>
    HaveNone,

    /// <summary>400: an id in the body is not theirs to name.</summary>
    MayNotName,
}

/// <summary>One way of calling one endpoint, with real ids of its owner's.</summary>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Owner">Whose the ids are; its admin succeeds.</param>
/// <param name="PrepareAsync">Makes what the request needs, anew each time.</param>
/// <param name="Others">What everybody else gets.</param>
/// <param name="Except">Who gets something else by design; null for those who get the same as everybody.</param>
/// <param name="What">What tells it from the endpoint's other probes.</param>
public sealed record Probe(
    string Endpoint,
    Func<ProbeWorld, TestOrganisation> Owner,
    Func<ProbeWorld, Task<Prepared>> PrepareAsync,
    Others Others,
    Func<ProbeWorld, TestOrganisation, Others?>? Except = null,
    string? What = null)
{
    public Others For(ProbeWorld world, TestOrganisation other) => Except?.Invoke(world, other) ?? Others;

    public override string ToString() => What is null ? Endpoint : $"{Endpoint}: {What}";
}

/// <summary>
/// A request that would succeed for its owner, to be sent as often as wanted, and texts that only the owner's answer may hold.
/// </summary>
public sealed record Prepared(Func<HttpRequestMessage> Request, params string[] Marks)
{
    public static Prepared Get(string path, params string[] marks) => new(() => new HttpRequestMessage(HttpMethod.Get, path), marks);

    public static Prepared Send(HttpMethod method, string path, object? body, string? ifMatch = null) => new(() =>
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return request;
    });

    /// <summary>A form with one file and any number of fields.</summary>
    public static Prepared Form(string path, string fileName, string content, params (string Name, string Value)[] fields) => new(() =>
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", fileName } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
    });
}

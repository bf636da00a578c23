using System.Text;
using System.Text.RegularExpressions;

namespace PartnershipEquality.Api.Tests.Mail;

/// <summary>A message read back as a mail program would: headers unfolded and decoded, parts decoded.</summary>
internal sealed partial class ParsedMail
{
    private ParsedMail(IReadOnlyList<(string Name, string Value)> headers, string body)
    {
        Headers = headers;
        Body = body;
    }

    public IReadOnlyList<(string Name, string Value)> Headers { get; }

    private string Body { get; }

    public string this[string name] =>
        Headers.Single(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public IReadOnlyList<(string Type, string Content)> Parts
    {
        get
        {
            var boundary = BoundaryPattern().Match(this["Content-Type"]).Groups[1].Value;
            var parts = Body.Split($"--{boundary}");
            parts[^1].Trim().ShouldBe("--");
            return [.. parts[1..^1].Select(part => Read(part.TrimStart('\r', '\n')))
                .Select(part => (part["Content-Type"], part.Decoded()))];
        }
    }

    public static ParsedMail Read(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var unfolded = raw[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        var headers = unfolded.Split("\r\n").Select(line => line.Split(": ", 2)).Select(pair => (pair[0], Decode(pair[1])));
        return new ParsedMail([.. headers], raw[(end + 4)..]);
    }

    private string Decoded()
    {
        this["Content-Transfer-Encoding"].ShouldBe("base64");
        return Encoding.UTF8.GetString(Convert.FromBase64String(Body));
    }

    private static string Decode(string value)
    {
        var joined = BetweenWordsPattern().Replace(value, "?==?");
        return EncodedWordPattern().Replace(joined, word => word.Groups[1].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value))
            : Uri.UnescapeDataString(word.Groups[2].Value.Replace('_', ' ').Replace('=', '%')));
    }

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex BoundaryPattern();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWordsPattern();

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWordPattern();
}

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>Small files kept with the tests, since nothing here can write their formats.</summary>
internal static class Sample
{
    public static byte[] Of(string name)
    {
        using var stream = typeof(Sample).Assembly.GetManifestResourceStream($"Samples/{name}") ?? throw new FileNotFoundException(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

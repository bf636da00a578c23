namespace PartnershipEquality.EmbeddedPostgres.Tests;

/// <summary>A folder for one test, that the server's user may enter; deleted at its end.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"embedded-postgres-test-{Guid.NewGuid():N}");

    public TestFolder() => Directory.CreateDirectory(Path);

    public EmbeddedPostgresOptions Options => new(Path) { AllowNpm = false, ForTests = true };

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

namespace PartnershipEquality.EmbeddedPostgres;

/// <summary>Where a private PostgreSQL keeps its data, and how it is found and started.</summary>
/// <param name="Folder">Holds the cluster, its password and its log; made when it does not exist.</param>
public sealed record EmbeddedPostgresOptions(string Folder)
{
    /// <summary>Start over: what an earlier server kept in the folder is deleted first.</summary>
    public bool Fresh { get; init; }

    /// <summary>Look for the server's programs in these folders only, instead of PATH and the usual places.</summary>
    public IReadOnlyList<string>? BinaryFolders { get; init; }

    /// <summary>Bring the programs by <c>npm pack</c> when this machine has none.</summary>
    public bool AllowNpm { get; init; } = true;

    /// <summary>Trade durability for speed: after a power cut the data is worthless.</summary>
    public bool ForTests { get; init; }

    /// <summary>
    /// Listen here and nowhere else, so that a server can come back under the address its clients hold; any free port unless said.
    /// </summary>
    public int? Port { get; init; }

    /// <summary>Told, in plain sentences, what takes time and what is done differently from what was asked.</summary>
    public Action<string>? Log { get; init; }
}

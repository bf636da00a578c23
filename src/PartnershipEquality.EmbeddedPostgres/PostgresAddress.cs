using Npgsql;

namespace PartnershipEquality.EmbeddedPostgres;

/// <summary>Where a private server answers, and the one password of its superuser and of every role made there.</summary>
/// <param name="Host">The name or address of its machine.</param>
/// <param name="Port">The port that it listens on.</param>
/// <param name="Password">Made at random with its data.</param>
public sealed record PostgresAddress(string Host, int Port, string Password)
{
    /// <summary>What Npgsql needs to reach a database as one of the roles.</summary>
    public string ConnectionString(string database, string user) => new NpgsqlConnectionStringBuilder
    {
        Host = Host,
        Port = Port,
        Database = database,
        Username = user,
        Password = Password,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}

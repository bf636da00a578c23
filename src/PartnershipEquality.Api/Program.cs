using PartnershipEquality.Api.Verbs;
using PartnershipEquality.EmbeddedPostgres;

try
{
    return await Verb.RunAsync(args);
}
catch (OperationCanceledException)
{
    // Stopped while it was still starting; what it had begun has been stopped with it.
    return 130;
}
catch (Exception e) when (e is InvalidOperationException or PostgresNotFoundException or PartnershipEquality.Domain.Refusal
    or Npgsql.NpgsqlException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

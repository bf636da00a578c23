using Docker.DotNet;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using PartnershipEquality.EmbeddedPostgres;
using Testcontainers.PostgreSql;

namespace PartnershipEquality.Api.Tests;

/// <summary>
/// The one PostgreSQL of a test run: a container where an engine answers, the embedded one where none does or the image cannot be pulled.
/// </summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private const string Image = "postgres:17";

    private readonly IAsyncDisposable _server;

    private SharedPostgres(PostgresAddress address, IAsyncDisposable server) => (Address, this._server) = (address, server);

    public PostgresAddress Address { get; }

    public static async Task<SharedPostgres> StartAsync(Action<string> say)
    {
        PostgreSqlContainer? container = null;
        try
        {
            var password = Guid.NewGuid().ToString("N");
            // What the tests write is not worth a disk's time, and each of their databases has connections of its own.
            container = new PostgreSqlBuilder(Image).WithUsername("postgres").WithPassword(password)
                .WithCommand("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=500")
                    .Build();
            await container.StartAsync();
            say($"The tests run on {Image} in a container.");
            return new SharedPostgres(new PostgresAddress(container.Hostname,
                container.GetMappedPublicPort(PostgreSqlBuilder.PostgreSqlPort), password), container);
        }
        catch (Exception e) when (e is DockerUnavailableException or DockerApiException or ContainerNotRunningException)
        {
            if (container is not null)
            {
                await container.DisposeAsync();
            }

            say($"The tests run on the embedded PostgreSQL, since no container could be had: {FirstLine(e)} " +
                $"{(e.InnerException is null ? "" : FirstLine(e.GetBaseException()))}");
            var embedded = await TestServer.StartAsync();
            return new SharedPostgres(embedded.Postgres.Address, embedded);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();
}

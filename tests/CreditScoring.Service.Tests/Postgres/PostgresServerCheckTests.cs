using CreditScoring.Service.Ports;
using CreditScoring.Service.Postgres;
using CreditScoring.Service.Tests.Given;
using Npgsql;

namespace CreditScoring.Service.Tests.Postgres;

/// <summary>What answers in the place of a server, and is none to keep a record on.</summary>
[TestFixture]
[Category(Tool.Postgres)]
[Category(Tool.PgBouncer)]
public class PostgresServerCheckTests
{
    private string server = "";

    [SetUp]
    public async Task NewDatabase()
    {
        var shared = await SharedPostgres.Server;
        server = shared.Connection(await shared.NewDatabaseAsync());
    }

    [Test]
    public async Task A_pooler_that_lends_connections_by_the_transaction_is_refused_with_what_to_do()
    {
        using var bouncer = await PgBouncer.StartAsync(server, "transaction");
        var refused = Assert.ThrowsAsync<RecordRefused>(() => Open(bouncer.Connection(server)));
        Assert.That(refused!.Message, Does.Contain("pool_mode=session"));
    }

    [Test]
    public async Task A_pooler_that_gives_each_its_own_connection_is_taken()
    {
        using var bouncer = await PgBouncer.StartAsync(server, "session");
        using var record = await Open(bouncer.Connection(server));
        Assert.That((await record.CountsAsync()).Events, Is.Zero);
        await using var lead = await record.LeadAsync("tiers");
        Assert.That(await record.LeadAsync("tiers"), Is.Null);
    }

    [Test]
    public void A_server_that_is_too_old_is_refused()
    {
        var to = new NpgsqlConnectionStringBuilder(server);
        using var old = new Rewriting(to.Port, answer => answer.Replace("server_version\015.", "server_version\013."));
        var refused = Assert.ThrowsAsync<RecordRefused>(() => Open(
            new NpgsqlConnectionStringBuilder(server) { Port = old.Port }.ConnectionString));
        Assert.That(refused!.Message, Does.Contain("PostgreSQL 13").And.Contain("14 or newer"));
    }

    private static Task<PostgresRecord> Open(string connection) =>
        PostgresRecord.OpenAsync(PostgresAddress.Parse(connection, false, false, out _)!);
}

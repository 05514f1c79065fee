using CreditScoring.Documents;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Ports.Rows;
using CreditScoring.Service.Sql;
using Npgsql;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// What a batch adds to everything that has an order (chain, feed, changes, quarantine), as the
/// last thing before the commit: while the one row of <c>head</c> is locked nobody else commits.
/// </summary>
internal sealed class PostgresHead(NpgsqlConnection connection, RecordBatch batch, long number)
{
    private const long PruneEvery = 10_000;

    private readonly long at = batch.At.ToUnixTimeMilliseconds();
    private List<(TurnedAwayEvent Turned, string Hash)> turned = [];

    /// <summary>Claims what is turned away, before the lock: each text once.</summary>
    public async Task TurnAsync(BatchContent content)
    {
        if (batch.Quarantine.Count == 0)
        {
            return;
        }

        var all = batch.Quarantine.Select(each => (each, Hash: each.Hash()))
            .DistinctBy(each => each.Hash).ToList();
        var fresh = (await connection.RowsAsync(row => row.Text(0),
            "INSERT INTO turned SELECT hash FROM unnest($1) AS t(hash) ORDER BY hash "
            + "ON CONFLICT DO NOTHING RETURNING hash",
            [all.Column(each => each.Hash)])).ToHashSet();
        turned = [.. all.Where(each => fresh.Contains(each.Hash))];
        foreach (var (each, hash) in turned)
        {
            content.Quarantine(each.Id, each.Reason, hash, batch.At);
        }
    }

    public async Task CloseAsync(string content, int newEvents, int newFiles)
    {
        var (link, hash, feed, changes, quarantine) = (await connection.RowsAsync(
            row => (row.Long(0), row.Text(1), row.Long(2), row.Long(3), row.Long(4)),
            "SELECT link, hash, feed, changes, quarantine FROM head FOR UPDATE")).Single();
        var next = Link.After(link + 1, hash, number, batch.At, content);
        var advised = batch.Files.Select(each => each.Advice).OfType<Advice>().ToList();
        List<NpgsqlBatchCommand> said =
        [
            Say("INSERT INTO chain VALUES ($1, $2, $3, $4, $5, $6)",
                next.Number, number, at, next.Algorithm, next.Content, next.Hash),
            Say("UPDATE head SET link = $1, hash = $2, feed = $3, changes = $4, quarantine = $5, "
                + "events = events + $6, files = files + $7, recorded = greatest(recorded, $8)",
                next.Number, next.Hash, feed + advised.Count, changes + batch.Files.Count,
                quarantine + turned.Count, newEvents, newFiles, at),
        ];
        Feed(said, advised, feed);
        Changes(said, changes);
        Quarantine(said, quarantine);
        Rows(said);
        await connection.RunAsync(said);
    }

    private void Rows(List<NpgsqlBatchCommand> said)
    {
        said.AddRange(batch.ForgetSecretsOf.Select(target => Say(ActSql.Forget, target)));
        foreach (var kind in RowKinds.All)
        {
            said.AddRange(kind.Of(batch).Select(cells => Say(RowSql.Add(kind), [.. cells, number, at])));
        }
    }

    private static void Feed(List<NpgsqlBatchCommand> said, List<Advice> advised, long feed)
    {
        if (advised.Count > 0)
        {
            said.Add(Say("INSERT INTO feed SELECT $4 + place, kind, subject, number "
                + "FROM unnest($1, $2, $3) WITH ORDINALITY AS f(kind, subject, number, place)",
                advised.Column(each => each.Subject.Kind), advised.Column(each => each.Subject.Id),
                advised.Column(each => each.Number), feed));
        }
    }

    private void Changes(List<NpgsqlBatchCommand> said, long changes)
    {
        if (batch.Files.Count > 0)
        {
            said.Add(Say("INSERT INTO changes SELECT $3 + place, kind, subject "
                + "FROM unnest($1, $2) WITH ORDINALITY AS c(kind, subject, place)",
                batch.Files.Column(each => each.File.Subject.Kind),
                batch.Files.Column(each => each.File.Subject.Id), changes));
        }

        var last = changes + batch.Files.Count;
        if (last / PruneEvery > changes / PruneEvery)
        {
            said.Add(Say("DELETE FROM changes WHERE position <= $1", last - ChangedStandings.Remembered));
        }
    }

    private void Quarantine(List<NpgsqlBatchCommand> said, long quarantine)
    {
        if (turned.Count > 0)
        {
            said.Add(Say("INSERT INTO quarantine SELECT $9 + place, source, id, reason, flaws, "
                + "body, hash, $7, $8 FROM unnest($1, $2, $3, $4, $5, $6) WITH ORDINALITY "
                + "AS q(source, id, reason, flaws, body, hash, place)",
                turned.Column(each => Columns.Octets(each.Turned.Id.Source)),
                turned.Column(each => Columns.Octets(each.Turned.Id.Id)),
                turned.Column(each => each.Turned.Reason),
                turned.Column(each => Columns.Octets(each.Turned.Flaws)),
                turned.Column(each => EscapedUtf8.Octets(each.Turned.Text)),
                turned.Column(each => each.Hash), number, at, quarantine));
        }
    }
}

using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Npgsql;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// What one batch adds to events and files, each table in one statement.
/// </summary>
internal sealed class PostgresKeeping(RecordBatch batch, long number)
{
    private readonly long at = batch.At.ToUnixTimeMilliseconds();

    public List<NpgsqlBatchCommand> Statements()
    {
        var said = new List<NpgsqlBatchCommand>();
        Filings(said);
        Waiting(said);
        Replays(said);
        Books(said);
        if (batch.Files.Count > 0)
        {
            Files(said);
            Standings(said);
            said.AddRange(new PostgresListings(batch).Statements());
            Ledger(said);
            History(said);
            Recommendations(said);
        }

        return said;
    }

    private void Filings(List<NpgsqlBatchCommand> said)
    {
        var rows = batch.Filings.ToList();
        if (rows.Count > 0)
        {
            said.Add(Say("INSERT INTO filings (kind, subject, source, id, batch, recorded_at) "
                + "SELECT *, $5, $6 FROM unnest($1, $2, $3, $4)",
                rows.Column(row => row.Subject.Kind), rows.Column(row => row.Subject.Id),
                rows.Column(row => row.Id.Source), rows.Column(row => row.Id.Id), number, at));
        }
    }

    private void Waiting(List<NpgsqlBatchCommand> said)
    {
        var waits = batch.Filed
            .Where(each => each is { Files.Count: 0, ActsOn: not null }).ToList();
        if (waits.Count > 0)
        {
            said.Add(Say("INSERT INTO waiting SELECT *, $5 FROM unnest($1, $2, $3, $4)",
                waits.Column(each => each.ActsOn!.Value.Source),
                waits.Column(each => each.ActsOn!.Value.Id),
                waits.Column(each => each.Id.Source), waits.Column(each => each.Id.Id), at));
        }

        if (batch.Released.Count > 0)
        {
            said.Add(Say("DELETE FROM waiting w USING unnest($1, $2, $3, $4) "
                + "AS k(target_source, target_id, source, id) "
                + "WHERE (w.target_source, w.target_id, w.source, w.id) "
                + "= (k.target_source, k.target_id, k.source, k.id)",
                batch.Released.Column(each => each.Target.Source),
                batch.Released.Column(each => each.Target.Id),
                batch.Released.Column(each => each.Id.Source),
                batch.Released.Column(each => each.Id.Id)));
        }
    }

    private void Replays(List<NpgsqlBatchCommand> said)
    {
        if (batch.Replays.Count > 0)
        {
            said.Add(Say("INSERT INTO replays (item, outcome, flaws, batch, recorded_at) "
                + "SELECT item, outcome, flaws, $4, $5 FROM unnest($1, $2, $3) WITH ORDINALITY "
                + "AS r(item, outcome, flaws, place) ORDER BY place",
                batch.Replays.Column(each => each.Item),
                batch.Replays.Column(each => each.Outcome),
                batch.Replays.Column(each => Columns.Octets(each.Flaws)), number, at));
        }
    }

    private void Books(List<NpgsqlBatchCommand> said)
    {
        foreach (var book in batch.Books)
        {
            said.Add(Say("INSERT INTO book_texts VALUES ($1, $2, $3, $4)",
                book.Book, book.Packed, number, at));
        }

        foreach (var (book, engines) in batch.PutInUse)
        {
            said.Add(Say("INSERT INTO activations (book, engines, at, batch) VALUES ($1, $2, $3, $4)",
                book, engines, at, number));
        }
    }

    private void Files(List<NpgsqlBatchCommand> said)
    {
        var files = batch.Files.Column(each => each.File);
        said.Add(Say("UPDATE files f SET version = version + 1, region = k.region, "
            + "on_day = k.on_day, changes_on = k.changes_on, judged = k.judged, recorded_at = $8, "
            + "activation = (SELECT max(a.number) FROM activations a WHERE a.book = k.book "
            + "AND a.engines IS NOT DISTINCT FROM k.engines) "
            + ", name = k.name, former_names = k.former_names, industry = k.industry, opens = k.opens, "
            + "due = k.due, due_by = k.due_by, priority = k.priority, times = k.times, listed = true "
            + "FROM unnest($1, $2, $3, $4, $5, $6, $7, $9, $10, $11, $12, $13, $14, $15, $16, $17) "
            + "AS k(kind, subject, region, on_day, changes_on, book, judged, engines, name, former_names, "
            + "industry, opens, due, due_by, priority, times) "
            + "WHERE f.kind = k.kind AND f.subject = k.subject",
            files.Column(each => each.Subject.Kind), files.Column(each => each.Subject.Id),
            files.Column(each => each.Region), files.Column(each => each.On),
            files.Column(each => each.ChangesOn), files.Column(each => each.Basis.Book),
            files.Column(each => each.Judged), at, files.Column(each => each.Basis.Engines),
            files.Column(each => each.Profile.Name),
            files.Column(each => RowValues.FormerNames(each.Profile)),
            files.Column(each => each.Profile.Industry), files.Column(each => each.Window?.Opens),
            files.Column(each => each.Window?.Due), files.Column(each => each.Window?.Regime),
            files.Column(each => each.Window?.Priority),
            files.Column(each => Columns.Plain(each.Window?.TimesPerYear))));
    }

    private void Standings(List<NpgsqlBatchCommand> said)
    {
        var left = batch.Files
            .SelectMany(each => each.Left, (each, regime) => (each.File.Subject, Regime: regime)).ToList();
        if (left.Count > 0)
        {
            said.Add(Say("DELETE FROM standings s USING unnest($1, $2, $3) "
                + "AS k(kind, subject, regime) "
                + "WHERE (s.kind, s.subject, s.regime) = (k.kind, k.subject, k.regime)",
                left.Column(row => row.Subject.Kind), left.Column(row => row.Subject.Id),
                left.Column(row => row.Regime)));
        }

        var rows = batch.Files.SelectMany(each => each.Differing).ToList();
        if (rows.Count > 0)
        {
            said.Add(Say($"INSERT INTO standings ({RowValues.StandingColumns}, recorded_at) SELECT *, "
                + "$13 FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
                + "ON CONFLICT (kind, subject, regime) DO UPDATE SET on_day = excluded.on_day, "
                + "pack = excluded.pack, status = excluded.status, tier = excluded.tier, "
                + "points = excluded.points, changes_on = excluded.changes_on, "
                + "revision = excluded.revision, region = excluded.region, rest = excluded.rest, "
                + "recorded_at = excluded.recorded_at",
                rows.Column(row => row.Subject.Kind), rows.Column(row => row.Subject.Id),
                rows.Column(row => row.Regime), rows.Column(row => row.On),
                rows.Column(row => row.Pack), rows.Column(row => row.Status),
                rows.Column(row => row.Tier), rows.Column(row => Columns.Plain(row.Points)),
                rows.Column(row => row.ChangesOn), rows.Column(row => row.Revision),
                rows.Column(row => row.Region), rows.Column(row => row.Rest), at));
        }
    }

    private void Ledger(List<NpgsqlBatchCommand> said)
    {
        var rows = batch.Files.SelectMany(
            each => each.Posted,
            (each, line) => (each.File.Subject, line.Regime, line.Row, line.Row.Booking)).ToList();
        if (rows.Count > 0)
        {
            said.Add(Say($"INSERT INTO ledger (kind, subject, {RowValues.LedgerColumns}, batch, "
                + "recorded_at) SELECT *, $16, $17 FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, "
                + "$9, $10, $11, $12, $13, $14, $15)",
                rows.Column(row => row.Subject.Kind), rows.Column(row => row.Subject.Id),
                rows.Column(row => row.Regime), rows.Column(row => row.Row.Number),
                rows.Column(row => row.Booking.Entry),
                rows.Column(row => row.Booking.Event.Source),
                rows.Column(row => row.Booking.Event.Id), rows.Column(row => row.Booking.Rule),
                rows.Column(row => Columns.Plain(row.Booking.Points.Value)),
                rows.Column(row => row.Booking.From), rows.Column(row => row.Booking.Until),
                rows.Column(row => row.Booking.Citation), rows.Column(row => row.Booking.Pack),
                rows.Column(row => row.Row.Reverses), rows.Column(row => row.Row.Cause),
                number, at));
        }
    }

    private void History(List<NpgsqlBatchCommand> said)
    {
        var rows = batch.Files
            .SelectMany(each => each.Changes, (each, change) => (each.File, Change: change)).ToList();
        if (rows.Count > 0)
        {
            said.Add(Say("INSERT INTO history (kind, subject, regime, on_day, pack, tier, points, "
                + "cause, batch, recorded_at, was_pack, was_tier) SELECT kind, subject, regime, on_day, "
                + "pack, tier, points, cause, $9, $10, was_pack, was_tier "
                + "FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $11, $12) WITH ORDINALITY AS h(kind, "
                + "subject, regime, on_day, pack, tier, points, cause, was_pack, was_tier, place) "
                + "ORDER BY place",
                rows.Column(row => row.File.Subject.Kind), rows.Column(row => row.File.Subject.Id),
                rows.Column(row => row.Change.Regime), rows.Column(row => row.Change.On),
                rows.Column(row => row.Change.Pack), rows.Column(row => row.Change.Tier),
                rows.Column(row => Columns.Plain(row.Change.Points)),
                rows.Column(row => row.Change.Cause), number, at,
                rows.Column(row => row.Change.WasPack), rows.Column(row => row.Change.WasTier)));
        }
    }

    private void Recommendations(List<NpgsqlBatchCommand> said)
    {
        var rows = batch.Files.Select(each => each.Advice).OfType<Advice>().ToList();
        if (rows.Count > 0)
        {
            said.Add(Say("INSERT INTO recommendations (kind, subject, number, id, content, body, "
                + "batch, recorded_at) SELECT *, $7, $8 FROM unnest($1, $2, $3, $4, $5, $6)",
                rows.Column(row => row.Subject.Kind), rows.Column(row => row.Subject.Id),
                rows.Column(row => row.Number), rows.Column(row => row.Id),
                rows.Column(row => row.Content), rows.Column(row => row.Json), number, at));
        }
    }
}

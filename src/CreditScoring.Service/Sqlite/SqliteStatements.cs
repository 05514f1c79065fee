using CreditScoring.Service.Ports.Rows;
using CreditScoring.Service.Sql;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>
/// What the writing connection says to the database, each sentence prepared once.
/// </summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly List<Statement> all = [];
    private readonly Dictionary<RowKind, Statement> adding = [];

    public Statement Known => field ??= Get($"SELECT {RowValues.EventColumns} FROM events e "
        + "WHERE source = ?1 AND id = ?2");

    public Statement Holders => field ??= Get("SELECT kind, subject FROM filings "
        + "WHERE source = ?1 AND id = ?2");

    public Statement AnyWaiting => field ??= Get("SELECT 1 FROM waiting LIMIT 1");

    public Statement WaitingFor => field ??= Get($"SELECT {RowValues.EventColumns} "
        + "FROM waiting w JOIN events e ON e.source = w.source AND e.id = w.id "
        + "WHERE w.target_source = ?1 AND w.target_id = ?2");

    public Statement FileEvents => field ??= Get($"SELECT {RowValues.EventColumns} "
        + "FROM filings f JOIN events e ON e.source = f.source AND e.id = f.id "
        + "WHERE f.kind = ?1 AND f.subject = ?2");

    public Statement File => field ??= Get($"{SqliteView.Files} WHERE f.kind = ?1 AND f.subject = ?2");

    public Statement FileStandings => field ??= Get($"SELECT {RowValues.StandingColumns} FROM standings "
        + "WHERE kind = ?1 AND subject = ?2");

    public Statement FileLedger => field ??= Get($"SELECT {RowValues.LedgerColumns} FROM ledger "
        + "WHERE kind = ?1 AND subject = ?2 ORDER BY regime, number");

    public Statement LastAdvice => field ??= Get("SELECT number, content FROM recommendations "
        + "WHERE kind = ?1 AND subject = ?2 ORDER BY number DESC LIMIT 1");

    public Statement DueByDay => field ??= Get("SELECT kind, subject FROM files "
        + "WHERE changes_on <= ?1 AND on_day < ?1 LIMIT ?2");

    public Statement DueByBook => field ??= Get("SELECT kind, subject FROM files "
        + "WHERE book < ?1 OR book > ?1 LIMIT ?2");

    public Statement DueUnjudged => field ??= Get("SELECT kind, subject FROM files "
        + "WHERE judged = 0 AND on_day < ?1 LIMIT ?2");

    public Statement AddEvent => field ??= Get("INSERT INTO events (source, id, hash, body, sequence, batch, "
        + "recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING");

    public Statement AddFiling => field ??= Get("INSERT INTO filings (kind, subject, source, id, batch, "
        + "recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    public Statement AddWaiting => field ??= Get("INSERT INTO waiting VALUES (?1, ?2, ?3, ?4, ?5)");

    public Statement EndWaiting => field ??= Get("DELETE FROM waiting WHERE target_source = ?1 "
        + "AND target_id = ?2 AND source = ?3 AND id = ?4");

    public Statement Book => field ??= Get("SELECT number FROM books WHERE hash = ?1 "
        + "AND coalesce(engines, '') = coalesce(?2, '')");

    public Statement AddBook => field ??= Get("INSERT INTO books (hash, engines, recorded_at) "
        + "VALUES (?1, ?2, ?3)");

    public Statement NewestBook => field ??= Get(
        "SELECT book, engines FROM activations ORDER BY number DESC LIMIT 1");

    public Statement WasInUse => field ??= Get("SELECT 1 FROM activations WHERE book = ?1 AND engines IS ?2 "
        + "LIMIT 1");

    public Statement PutInUse => field ??= Get("INSERT INTO activations (book, engines, at, batch) "
        + "VALUES (?1, ?2, ?3, ?4)");

    public Statement BookText => field ??= Get("SELECT 1 FROM book_texts WHERE book = ?1");

    public Statement AddBookText => field ??= Get("INSERT INTO book_texts VALUES (?1, ?2, ?3, ?4)");

    public Statement DueUnlisted => field ??= Get(
        "SELECT kind, subject FROM files WHERE listed = 0 LIMIT ?1");

    public WrittenRow Files => field ??= new WrittenRow(
        Get, SqliteRows.PutFile, "files", SqliteRows.Files, 2, ["changes_on", "book", "judged", "due"]);

    public WrittenRow Listings => field ??= new WrittenRow(
        Get, SqliteRows.PutListing, "listings", SqliteRows.Listings, 3,
        ["tier", "status", "rank", "score", "due", "region", "industry", "name"])
    {
        With = { ["rank"] = ListingSql.WorseOn("?6", "?13") },
    };

    public Statement DropListing => field ??= Get("DELETE FROM listings "
        + "WHERE regime = ?1 AND kind = ?2 AND subject = ?3");

    public Statement DropDuties => field ??= Get("DELETE FROM duties WHERE kind = ?1 AND subject = ?2");

    public Statement AddDuty => field ??= Get(
        "INSERT INTO duties VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
        + "?11, ?12)");

    public Statement DropStanding => field ??= Get("DELETE FROM standings "
        + "WHERE kind = ?1 AND subject = ?2 AND regime = ?3");

    public WrittenRow Standings => field ??= new WrittenRow(
        Get, SqliteRows.PutStanding, "standings", SqliteRows.Standings, 3, ["tier"]);

    public Statement AddLedger => field ??= Get(
        $"INSERT INTO ledger (kind, subject, {RowValues.LedgerColumns}, "
        + "batch, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
        + "?15, ?16, ?17)");

    public Statement AddAdvice => field ??= Get("INSERT INTO recommendations (kind, subject, number, id, "
        + "content, body, batch, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");

    public Statement AddChange => field ??= Get("INSERT INTO changes (kind, subject) VALUES (?1, ?2)");

    public Statement PruneChanges => field ??= Get("DELETE FROM changes "
        + "WHERE position <= (SELECT max(position) FROM changes) - ?1");

    public Statement AddQuarantine => field ??= Get("INSERT INTO quarantine (source, id, reason, flaws, "
        + "body, hash, batch, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
        + "ON CONFLICT (hash) DO NOTHING");

    public Statement AddTurn => field ??= Get(
        "INSERT INTO history (kind, subject, regime, on_day, pack, tier, "
        + "points, cause, batch, recorded_at, was_pack, was_tier) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
        + "?9, ?10, ?11, ?12)");

    public Statement Forget => field ??= Get("UPDATE quarantine SET body = '', flaws = '[]' "
        + "WHERE recorded_at < ?1 AND body <> ''");

    public Statement AddReplay => field ??= Get(
        "INSERT INTO replays (item, outcome, flaws, batch, recorded_at) "
        + "VALUES (?1, ?2, ?3, ?4, ?5)");

    public Statement ForgetSecrets => field ??= Get(ActSql.Forget);

    public Statement LastLink => field ??= Get("SELECT number, hash FROM chain ORDER BY number DESC LIMIT 1");

    public Statement AddLink => field ??= Get("INSERT INTO chain (number, at, algorithm, content, hash) "
        + "VALUES (?1, ?2, ?3, ?4, ?5)");

    public Statement Add(RowKind kind) => adding.TryGetValue(kind, out var known) ? known
        : adding[kind] = Get(RowSql.Add(kind));

    public void Dispose() => all.ForEach(statement => statement.Dispose());

    private Statement Get(string sql)
    {
        var statement = new Statement(connection, sql);
        all.Add(statement);
        return statement;
    }
}

using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>
/// The tables. Every row says when it was recorded, and every key of a file's rows begins with the
/// subject. Days are yyyy-MM-dd, instants are milliseconds since 1970 UTC, decimals are text.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>"CRED": tells our files from others.</summary>
    private const int ApplicationId = 0x43524544;

    private const string Tables = """
        -- Events are added and never changed or removed; (source, id) is theirs for ever.
        CREATE TABLE events (
            source TEXT NOT NULL, id TEXT NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL,
            recorded_at INTEGER NOT NULL, PRIMARY KEY (source, id)) WITHOUT ROWID;

        -- In whose files an event is. A mending event may be filed later than it came.
        CREATE TABLE filings (
            kind TEXT NOT NULL, subject TEXT NOT NULL, source TEXT NOT NULL, id TEXT NOT NULL,
            recorded_at INTEGER NOT NULL, PRIMARY KEY (kind, subject, source, id)) WITHOUT ROWID;
        CREATE INDEX filings_by_event ON filings (source, id);

        -- Mending events whose target has not arrived; a row goes when it has.
        CREATE TABLE waiting (
            target_source TEXT NOT NULL, target_id TEXT NOT NULL, source TEXT NOT NULL,
            id TEXT NOT NULL, recorded_at INTEGER NOT NULL,
            PRIMARY KEY (target_source, target_id, source, id)) WITHOUT ROWID;

        CREATE TABLE books (
            number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, recorded_at INTEGER NOT NULL);

        -- One row a subject: how its file stood when last assessed.
        CREATE TABLE files (
            kind TEXT NOT NULL, subject TEXT NOT NULL, region TEXT, on_day TEXT NOT NULL,
            changes_on TEXT, book INTEGER NOT NULL, judged INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL, PRIMARY KEY (kind, subject)) WITHOUT ROWID;
        CREATE INDEX files_by_turn ON files (changes_on) WHERE changes_on IS NOT NULL;
        CREATE INDEX files_by_book ON files (book);
        CREATE INDEX files_unjudged ON files (on_day) WHERE judged = 0;

        CREATE TABLE standings (
            kind TEXT NOT NULL, subject TEXT NOT NULL, regime TEXT NOT NULL, on_day TEXT NOT NULL,
            pack TEXT, status TEXT, tier TEXT, points TEXT, changes_on TEXT,
            revision INTEGER NOT NULL, region TEXT, rest TEXT NOT NULL,
            recorded_at INTEGER NOT NULL, PRIMARY KEY (kind, subject, regime)) WITHOUT ROWID;
        CREATE INDEX standings_in_order ON standings (regime, kind, subject);
        CREATE INDEX standings_by_tier ON standings (tier, regime, kind, subject);

        -- The points ledger grows and is never edited: what no longer holds is reversed by a row.
        CREATE TABLE ledger (
            kind TEXT NOT NULL, subject TEXT NOT NULL, regime TEXT NOT NULL,
            number INTEGER NOT NULL, entry TEXT NOT NULL, source TEXT NOT NULL, event TEXT NOT NULL,
            rule TEXT NOT NULL, points TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT,
            citation TEXT, pack TEXT NOT NULL, reverses INTEGER, cause TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            PRIMARY KEY (kind, subject, regime, number)) WITHOUT ROWID;

        -- With one writer, positions are given in the order of commits: no reader can miss one.
        CREATE TABLE recommendations (
            position INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL,
            number INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, content TEXT NOT NULL,
            body TEXT NOT NULL, recorded_at INTEGER NOT NULL,
            UNIQUE (kind, subject, number));

        -- The same text with the same flaws is kept once, however often it is sent.
        CREATE TABLE quarantine (
            position INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL,
            reason TEXT NOT NULL, flaws TEXT NOT NULL, body TEXT NOT NULL,
            hash TEXT NOT NULL UNIQUE, recorded_at INTEGER NOT NULL);
        """;

    /// <summary>
    /// Which files were assessed last, in order: a window that is pruned, so that nobody has to be
    /// asked whether it is still needed. Made in older files too, where it begins empty.
    /// </summary>
    private const string Changes = """
        CREATE TABLE IF NOT EXISTS changes (
            position INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL);
        """;

    /// <summary>What each version added, from the first on; a step is never edited.</summary>
    private static readonly string[] Steps =
    [
        Tables, SqliteTrail.Tables, SqliteChain.Tables, SqliteBooks.Tables, SqliteEngines.Tables,
        RowSql.Kinds, SqliteLists.Tables, ShadowSql.Tables("TEXT", "INTEGER"),
        TableSql.Tables("TEXT", "INTEGER", "BLOB"),
    ];

    public static int Version => Steps.Length;

    /// <summary>Makes the tables of a new file; refuses a file that is not ours, or newer.</summary>
    public static void Prepare(SqliteConnection connection, string path)
    {
        var version = Ask(connection, "PRAGMA user_version");
        var owner = Ask(connection, "PRAGMA application_id");
        var isNew = version == 0 && owner == 0
            && Ask(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (isNew || (owner == ApplicationId && version > 0 && version < Version))
        {
            Run(connection, $"BEGIN; {string.Join('\n', Steps.Skip((int)version))} "
                + $"PRAGMA user_version = {Version}; "
                + $"PRAGMA application_id = {ApplicationId}; COMMIT;");
        }
        else if (owner != ApplicationId)
        {
            throw new RecordRefused($"{path} is a database of another program");
        }
        else if (version != Version)
        {
            throw new RecordRefused($"{path} has schema {version}, and this program knows up to "
                + $"{Version}: start the newer program, or name another file");
        }

        Run(connection, Changes);
        var kinds = Names(connection, RowSql.Known);
        if (RowSql.Missing(path, kinds, "TEXT", "INTEGER") is { Length: > 0 } missing)
        {
            Run(connection, $"BEGIN IMMEDIATE; {missing} COMMIT;");
        }

        SqliteIdentity.Prepare(connection);
    }

    /// <summary>Who finds the file locked for a moment waits, instead of failing.</summary>
    public static void BePatient(SqliteConnection connection) =>
        SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, 5000);

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Names(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.Rows(row => row.Text(0));
    }

    public static long Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}

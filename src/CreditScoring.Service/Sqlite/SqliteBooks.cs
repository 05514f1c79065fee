namespace CreditScoring.Service.Sqlite;

/// <summary>
/// The fourth step of the tables: which rule book was in force from when on, the text of each, and how
/// far the instants go that the record has given.
/// </summary>
internal static class SqliteBooks
{
    public const string Tables = """
        -- Rule books in the order in which they were put in use; one may come back later on. Of before
        -- this step only the first use of each is known.
        CREATE TABLE activations (
            number INTEGER PRIMARY KEY, book TEXT NOT NULL, at INTEGER NOT NULL,
            batch INTEGER NOT NULL DEFAULT 0);
        INSERT INTO activations (book, at) SELECT hash, recorded_at FROM books ORDER BY number;

        -- The text of each book, packed; never changed or removed.
        CREATE TABLE book_texts (
            book TEXT PRIMARY KEY, body BLOB NOT NULL, batch INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL) WITHOUT ROWID;

        -- The last instant recorded by the steps before, and the one before which nothing is recorded
        -- any more, since it was answered what was known by then.
        CREATE TABLE instants (
            one INTEGER PRIMARY KEY CHECK (one = 1), recorded INTEGER NOT NULL,
            answered INTEGER NOT NULL);
        INSERT INTO instants SELECT 1, coalesce(max(at), 0), 0 FROM (
            SELECT max(at) AS at FROM chain UNION ALL SELECT max(recorded_at) FROM events
            UNION ALL SELECT max(recorded_at) FROM filings UNION ALL SELECT max(recorded_at) FROM files
            UNION ALL SELECT max(recorded_at) FROM history);
        """;
}

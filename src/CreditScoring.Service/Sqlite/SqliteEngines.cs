namespace CreditScoring.Service.Sqlite;

/// <summary>The fifth step of the tables: by which engines was judged, beside the rule book.</summary>
internal static class SqliteEngines
{
    public const string Tables = """
        -- By what files were judged: a book, and the engines; of before this step these are not known.
        ALTER TABLE books RENAME TO books_before;
        CREATE TABLE books (
            number INTEGER PRIMARY KEY, hash TEXT NOT NULL, engines TEXT, recorded_at INTEGER NOT NULL);
        INSERT INTO books (number, hash, recorded_at) SELECT number, hash, recorded_at FROM books_before;
        DROP TABLE books_before;
        CREATE UNIQUE INDEX books_by_name ON books (hash, coalesce(engines, ''));
        ALTER TABLE activations ADD COLUMN engines TEXT;
        """;
}

using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sqlite;

/// <summary>
/// The third step of the tables: every row that is kept for ever names its batch, every batch is
/// chained, and an event carries its source's running number. With one writer the batches are
/// numbered in the order of commits, so that a batch and its link have one number.
/// </summary>
internal static class SqliteChain
{
    public const string Tables = """
        -- Rows of before the chain carry the batch 0.
        ALTER TABLE events ADD COLUMN sequence INTEGER;
        ALTER TABLE events ADD COLUMN batch INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX events_by_sequence ON events (source, sequence) WHERE sequence IS NOT NULL;
        ALTER TABLE filings ADD COLUMN batch INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE ledger ADD COLUMN batch INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE history ADD COLUMN batch INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE recommendations ADD COLUMN batch INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE quarantine ADD COLUMN batch INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE replays ADD COLUMN batch INTEGER NOT NULL DEFAULT 0;

        CREATE TABLE chain (
            number INTEGER PRIMARY KEY, at INTEGER NOT NULL, algorithm TEXT NOT NULL,
            content TEXT NOT NULL, hash TEXT NOT NULL);
        """;

    public static (long Number, string Hash) Last(SqliteStatements say) =>
        say.LastLink.Rows(row => (row.Long(0), row.Text(1))) is [var last]
            ? last : (0, Link.Nothing);

    public static void Add(SqliteStatements say, Link link) =>
        say.AddLink.Run(link.Number, link.At, link.Algorithm, link.Content, link.Hash);
}

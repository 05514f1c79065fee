namespace CreditScoring.Service.Sqlite;

/// <summary>The second step of the tables: how standings went, and what became of quarantine.</summary>
internal static class SqliteTrail
{
    public const string Tables = """
        -- How a standing went: a row whenever its pack, tier or points differ from the row before.
        CREATE TABLE history (
            position INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL,
            regime TEXT NOT NULL, on_day TEXT NOT NULL, pack TEXT, tier TEXT, points TEXT,
            cause TEXT NOT NULL, recorded_at INTEGER NOT NULL);
        CREATE INDEX history_by_subject ON history (kind, subject, position);
        -- A record of the first version begins its history with where everyone stands.
        INSERT INTO history (kind, subject, regime, on_day, pack, tier, points, cause, recorded_at)
            SELECT kind, subject, regime, on_day, pack, tier, points, 'record:1', recorded_at
            FROM standings;

        -- What came of reading a quarantined event again. An item has left the quarantine when its
        -- event is known; the item itself is never edited or removed.
        CREATE TABLE replays (
            number INTEGER PRIMARY KEY, item INTEGER NOT NULL, outcome TEXT NOT NULL,
            flaws TEXT NOT NULL, recorded_at INTEGER NOT NULL);
        CREATE INDEX replays_by_item ON replays (item);
        """;
}

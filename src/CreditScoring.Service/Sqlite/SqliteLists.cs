namespace CreditScoring.Service.Sqlite;

/// <summary>
/// The seventh step of the tables: what lists over all subjects look for. All of it is made anew from the
/// files; of older ones the next look at them does so.
/// </summary>
internal static class SqliteLists
{
    public const string Tables = """
        -- The register's name and industry of a subject, and the window of its next inspection.
        ALTER TABLE files ADD COLUMN name TEXT;
        ALTER TABLE files ADD COLUMN former_names TEXT;
        ALTER TABLE files ADD COLUMN industry TEXT;
        ALTER TABLE files ADD COLUMN opens TEXT;
        ALTER TABLE files ADD COLUMN due TEXT;
        ALTER TABLE files ADD COLUMN due_by TEXT;
        ALTER TABLE files ADD COLUMN priority TEXT;
        ALTER TABLE files ADD COLUMN times TEXT;
        ALTER TABLE files ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX files_unlisted ON files (listed) WHERE listed = 0;
        CREATE INDEX files_by_due ON files (due, kind, subject) WHERE due IS NOT NULL;

        -- A narrow row a standing, with all by which lists look for it. What is missing is a value behind
        -- or before all others, since nothing comes after NULL.
        CREATE TABLE listings (
            regime TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, tier TEXT, status TEXT,
            rank INTEGER NOT NULL, score REAL NOT NULL, due TEXT NOT NULL, region TEXT, industry TEXT,
            name TEXT NOT NULL, sought TEXT NOT NULL, worse_on TEXT,
            PRIMARY KEY (regime, kind, subject)) WITHOUT ROWID;
        INSERT INTO listings SELECT regime, kind, subject, tier, status, -1,
            coalesce(CAST(points AS REAL), -1000000000), '9999-12-31', region, NULL, '', '', NULL
            FROM standings;
        CREATE INDEX listings_by_tier ON listings (regime, tier, kind, subject);
        CREATE INDEX listings_by_rank ON listings (regime, rank, kind, subject);
        CREATE INDEX listings_by_score ON listings (regime, score, kind, subject);
        CREATE INDEX listings_by_name ON listings (regime, name, kind, subject);
        CREATE INDEX listings_by_due ON listings (regime, due, kind, subject);
        CREATE INDEX listings_by_region ON listings (region, regime, tier, status, kind);
        CREATE INDEX listings_by_industry ON listings (industry) WHERE industry IS NOT NULL;
        CREATE INDEX listings_worse ON listings (worse_on) WHERE worse_on IS NOT NULL;

        -- Duties that are open or were missed.
        CREATE TABLE duties (
            kind TEXT NOT NULL, subject TEXT NOT NULL, regime TEXT NOT NULL, number INTEGER NOT NULL,
            duty TEXT NOT NULL, whose TEXT NOT NULL, source TEXT NOT NULL, id TEXT NOT NULL, opens TEXT,
            due TEXT NOT NULL, state TEXT NOT NULL, region TEXT,
            PRIMARY KEY (kind, subject, regime, number)) WITHOUT ROWID;
        CREATE INDEX duties_by_due ON duties (due, kind, subject, regime, number);

        -- How a standing was before a turn.
        ALTER TABLE history ADD COLUMN was_pack TEXT;
        ALTER TABLE history ADD COLUMN was_tier TEXT;
        UPDATE history SET (was_pack, was_tier) = (f.pack, f.tier) FROM (
            SELECT position, lag(pack) OVER one AS pack, lag(tier) OVER one AS tier FROM history
            WINDOW one AS (PARTITION BY kind, subject, regime ORDER BY position)) AS f
            WHERE f.position = history.position;
        CREATE INDEX history_by_day ON history (regime, on_day);
        CREATE INDEX history_since ON history (on_day);
        """;
}

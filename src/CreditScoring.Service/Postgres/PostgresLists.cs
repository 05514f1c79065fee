namespace CreditScoring.Service.Postgres;

/// <summary>
/// The sixth step of the tables: what lists over all subjects look for. All of it is made anew from the
/// files; of older ones the next look at them does so.
/// </summary>
internal static class PostgresLists
{
    public const string Sql = """
        -- The register's name and industry of a subject, and the window of its next inspection.
        ALTER TABLE files ADD COLUMN name text, ADD COLUMN former_names text,
            ADD COLUMN industry text COLLATE "C", ADD COLUMN opens date, ADD COLUMN due date,
            ADD COLUMN due_by text, ADD COLUMN priority text, ADD COLUMN times numeric,
            ADD COLUMN listed boolean NOT NULL DEFAULT false;
        CREATE INDEX files_unlisted ON files (listed) WHERE NOT listed AND on_day IS NOT NULL;
        CREATE INDEX files_by_due ON files (due, kind, subject) WHERE due IS NOT NULL;

        -- A narrow row a standing, with all by which lists look for it. What is missing is a value behind
        -- or before all others, since nothing comes after NULL.
        CREATE TABLE listings (
            regime text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL,
            subject text COLLATE "C" NOT NULL, tier text COLLATE "C", status text, rank integer NOT NULL,
            score numeric NOT NULL, due date NOT NULL, region text COLLATE "C",
            industry text COLLATE "C", name text COLLATE "C" NOT NULL, sought text COLLATE "C" NOT NULL,
            worse_on date, PRIMARY KEY (regime, kind, subject)) WITH (fillfactor = 80);
        INSERT INTO listings SELECT regime, kind, subject, tier, status, -1,
            coalesce(points, -1000000000), 'infinity', region, NULL, '', '', NULL FROM standings;
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
            kind text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,
            regime text COLLATE "C" NOT NULL, number integer NOT NULL, duty text NOT NULL,
            whose text NOT NULL, source text NOT NULL, id text NOT NULL, opens date, due date NOT NULL,
            state text COLLATE "C" NOT NULL, region text COLLATE "C",
            PRIMARY KEY (kind, subject, regime, number));
        CREATE INDEX duties_by_due ON duties (due, kind, subject, regime, number);

        -- How a standing was before a turn; batches are in the order of commits by their links.
        ALTER TABLE history ADD COLUMN was_pack text, ADD COLUMN was_tier text;
        UPDATE history h SET was_pack = f.pack, was_tier = f.tier FROM (
            SELECT kind, subject, position, lag(pack) OVER one AS pack, lag(tier) OVER one AS tier
            FROM history WINDOW one AS (PARTITION BY kind, subject, regime ORDER BY position)) AS f
            WHERE (f.kind, f.subject, f.position) = (h.kind, h.subject, h.position);
        CREATE INDEX history_by_day ON history (regime, on_day);
        CREATE INDEX history_by_batch ON history (batch, position);
        CREATE INDEX chain_by_instant ON chain (at);
        """;
}

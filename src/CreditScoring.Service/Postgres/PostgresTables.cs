namespace CreditScoring.Service.Postgres;

/// <summary>
/// The first step of the tables. Every key of a file's rows begins with the subject; texts are in
/// the order of their octets, instants are milliseconds since 1970 UTC.
/// </summary>
internal static class PostgresTables
{
    public const string Sql = """
        CREATE SEQUENCE batches;

        -- The end of everything that has an order: who commits locks this one row last, so that
        -- links and positions are given in the order of commits, without a gap.
        CREATE TABLE head (
            one boolean PRIMARY KEY DEFAULT true CHECK (one), link bigint NOT NULL,
            hash text NOT NULL, feed bigint NOT NULL, changes bigint NOT NULL,
            quarantine bigint NOT NULL, events bigint NOT NULL, files bigint NOT NULL);
        INSERT INTO head VALUES (true, 0, '', 0, 0, 0, 0, 0);

        CREATE TABLE chain (
            number bigint PRIMARY KEY, batch bigint NOT NULL, at bigint NOT NULL,
            algorithm text NOT NULL, content text NOT NULL, hash text NOT NULL);

        -- Events are added and never changed or removed; (source, id) is theirs for ever.
        CREATE TABLE events (
            source text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, hash text NOT NULL,
            body text NOT NULL, sequence bigint, batch bigint NOT NULL,
            recorded_at bigint NOT NULL, PRIMARY KEY (source, id));
        CREATE INDEX events_by_sequence ON events (source, sequence) WHERE sequence IS NOT NULL;

        -- In whose files an event is. A mending event may be filed later than it came.
        CREATE TABLE filings (
            kind text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,
            source text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, batch bigint NOT NULL,
            recorded_at bigint NOT NULL, PRIMARY KEY (kind, subject, source, id));
        CREATE INDEX filings_by_event ON filings (source, id);

        -- Mending events whose target has not arrived; a row goes when it has.
        CREATE TABLE waiting (
            target_source text COLLATE "C" NOT NULL, target_id text COLLATE "C" NOT NULL,
            source text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
            recorded_at bigint NOT NULL, PRIMARY KEY (target_source, target_id, source, id));

        -- Rule books in the order in which they were put in use; one may come back later on.
        CREATE TABLE activations (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, book text NOT NULL,
            at bigint NOT NULL);
        CREATE INDEX activations_by_book ON activations (book, number);

        CREATE TABLE workers (
            name text COLLATE "C" PRIMARY KEY, book text NOT NULL, seen_at timestamptz NOT NULL);

        -- One row a subject: how its file stood when last assessed. A row without a day is no file:
        -- somebody held the subject and kept nothing of it.
        CREATE TABLE files (
            kind text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,
            version bigint NOT NULL DEFAULT 0, region text COLLATE "C", on_day date,
            changes_on date, activation bigint, judged boolean, recorded_at bigint,
            PRIMARY KEY (kind, subject)) WITH (fillfactor = 80);
        CREATE INDEX files_by_turn ON files (changes_on) WHERE changes_on IS NOT NULL;
        CREATE INDEX files_by_book ON files (activation) WHERE activation IS NOT NULL;
        CREATE INDEX files_unjudged ON files (on_day) WHERE NOT judged;

        CREATE TABLE standings (
            kind text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,
            regime text COLLATE "C" NOT NULL, on_day date NOT NULL, pack text, status text,
            tier text COLLATE "C", points numeric, changes_on date, revision integer NOT NULL,
            region text COLLATE "C", rest text NOT NULL, recorded_at bigint NOT NULL,
            PRIMARY KEY (kind, subject, regime)) WITH (fillfactor = 80);
        CREATE INDEX standings_in_order ON standings (regime, kind, subject);
        CREATE INDEX standings_by_tier ON standings (tier, regime, kind, subject);

        -- The points ledger grows and is never edited: what no longer holds is reversed by a row.
        CREATE TABLE ledger (
            kind text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,
            regime text COLLATE "C" NOT NULL, number integer NOT NULL, entry text NOT NULL,
            source text NOT NULL, event text NOT NULL, rule text NOT NULL, points numeric NOT NULL,
            from_day date NOT NULL, until_day date, citation text, pack text NOT NULL,
            reverses integer, cause text NOT NULL, batch bigint NOT NULL,
            recorded_at bigint NOT NULL, PRIMARY KEY (kind, subject, regime, number));

        -- How a standing went: a row whenever its pack, tier or points differ from the row before.
        -- The positions of one subject rise in the order of commits, since its file is locked.
        CREATE TABLE history (
            position bigint GENERATED ALWAYS AS IDENTITY, kind text COLLATE "C" NOT NULL,
            subject text COLLATE "C" NOT NULL, regime text NOT NULL, on_day date NOT NULL,
            pack text, tier text, points numeric, cause text NOT NULL, batch bigint NOT NULL,
            recorded_at bigint NOT NULL, PRIMARY KEY (kind, subject, position));

        CREATE TABLE recommendations (
            kind text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,
            number integer NOT NULL, id text NOT NULL, content text NOT NULL, body text NOT NULL,
            batch bigint NOT NULL, recorded_at bigint NOT NULL,
            PRIMARY KEY (kind, subject, number));
        -- Small rows, since they are written while everybody else waits.
        CREATE TABLE feed (
            position bigint PRIMARY KEY, kind text COLLATE "C" NOT NULL,
            subject text COLLATE "C" NOT NULL, number integer NOT NULL);

        -- Which files were assessed last, in order: a window that is pruned.
        CREATE TABLE changes (
            position bigint PRIMARY KEY, kind text COLLATE "C" NOT NULL,
            subject text COLLATE "C" NOT NULL);

        -- The same text with the same flaws is kept once. What was sent may hold anything, also
        -- what no text of PostgreSQL can (U+0000): it is kept as its octets in UTF-8.
        CREATE TABLE turned (hash text PRIMARY KEY);
        CREATE TABLE quarantine (
            position bigint PRIMARY KEY, source bytea NOT NULL, id bytea NOT NULL,
            reason text NOT NULL, flaws bytea NOT NULL, body bytea NOT NULL, hash text NOT NULL,
            batch bigint NOT NULL, recorded_at bigint NOT NULL);

        -- What came of reading it again. An item has left the quarantine when its event is known.
        CREATE TABLE replays (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, item bigint NOT NULL,
            outcome text NOT NULL, flaws bytea NOT NULL, batch bigint NOT NULL,
            recorded_at bigint NOT NULL);
        CREATE INDEX replays_by_item ON replays (item, number);
        """;
}

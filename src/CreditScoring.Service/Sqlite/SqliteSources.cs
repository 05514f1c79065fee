namespace CreditScoring.Service.Sqlite;

/// <summary>Asks for the running numbers of sources, along their index.</summary>
internal static class SqliteSources
{
    public const string All = "SELECT source, min(sequence), max(sequence), "
        + "count(DISTINCT sequence), count(*) FROM events WHERE sequence IS NOT NULL "
        + "GROUP BY source ORDER BY source";

    public const string LastAt = "SELECT max(recorded_at) FROM events "
        + "WHERE source = ?1 AND sequence = ?2";

    public const string Gaps = "SELECT before + 1, sequence - 1 FROM (SELECT sequence, "
        + "lag(sequence) OVER (ORDER BY sequence) AS before FROM events "
        + "WHERE source = ?1 AND sequence IS NOT NULL) WHERE sequence - 1 > before "
        + "ORDER BY sequence LIMIT ?2";
}

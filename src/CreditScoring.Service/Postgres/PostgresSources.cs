using CreditScoring.Service.Ports;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>Asks for the running numbers of sources, along their index.</summary>
internal static class PostgresSources
{
    private const string All = "SELECT source, min(sequence), max(sequence), "
        + "count(DISTINCT sequence), count(*) FROM events WHERE sequence IS NOT NULL "
        + "GROUP BY source ORDER BY source";

    private const string LastAt = "SELECT max(recorded_at) FROM events "
        + "WHERE source = $1 AND sequence = $2";

    private const string Gaps = "SELECT before + 1, sequence - 1 FROM (SELECT sequence, "
        + "lag(sequence) OVER (ORDER BY sequence) AS before FROM events "
        + "WHERE source = $1 AND sequence IS NOT NULL) AS s WHERE sequence - 1 > before "
        + "ORDER BY sequence LIMIT $2";

    public static async Task<IReadOnlyList<SourceNumbers>> OfAsync(
        NpgsqlConnection connection, int gaps)
    {
        var sources = await connection.RowsAsync(
            row => (Source: row.GetString(0), Lowest: row.GetInt64(1), Highest: row.GetInt64(2),
                Distinct: row.GetInt64(3), All: row.GetInt64(4)), All);
        var answer = new List<SourceNumbers>();
        foreach (var each in sources)
        {
            answer.Add(new SourceNumbers(
                each.Source, each.Lowest, each.Highest,
                SourceNumbers.MissingOf(each.Lowest, each.Highest, each.Distinct),
                each.All - each.Distinct,
                (await connection.RowsAsync(
                    row => row.InstantAt(0), LastAt, each.Source, each.Highest)).Single())
            {
                Gaps = await connection.RowsAsync(
                    row => new SequenceGap(row.GetInt64(0), row.GetInt64(1)), Gaps, each.Source,
                    gaps),
            });
        }

        return answer;
    }
}

using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>Asks for the running numbers of sources, along their index.</summary>
internal static class SourceSql
{
    private const string All = "SELECT source, min(sequence), max(sequence), "
        + "count(DISTINCT sequence), count(*) FROM events WHERE sequence IS NOT NULL "
        + "AND source > $1 GROUP BY source ORDER BY source LIMIT $2";

    private const string LastAt = "SELECT max(recorded_at) FROM events WHERE source = $1 AND sequence = $2";

    private const string Gaps = "SELECT before + 1, sequence - 1 FROM (SELECT sequence, "
        + "lag(sequence) OVER (ORDER BY sequence) AS before FROM events "
        + "WHERE source = $1 AND sequence IS NOT NULL) AS s WHERE sequence - 1 > before "
        + "ORDER BY sequence LIMIT $2";

    public static async Task<IReadOnlyList<SourceNumbers>> OfAsync<TRow>(
        ISqlView<TRow> view, string? after, int limit, int gaps)
        where TRow : IRow
    {
        var answer = new List<SourceNumbers>();
        foreach (var each in await view.RowsAsync(
            row => (Source: row.Text(0), Lowest: row.Long(1), Highest: row.Long(2),
                Distinct: row.Long(3), All: row.Long(4)), All,
            after ?? "", (long)limit))
        {
            answer.Add(new SourceNumbers(
                each.Source, each.Lowest, each.Highest,
                SourceNumbers.MissingOf(each.Lowest, each.Highest, each.Distinct), each.All - each.Distinct,
                (await view.RowsAsync(row => row.InstantAt(0), LastAt, each.Source, each.Highest)).Single())
            {
                Gaps = await view.RowsAsync(
                    row => new SequenceGap(row.Long(0), row.Long(1)), Gaps, each.Source, (long)gaps),
            });
        }

        return answer;
    }
}

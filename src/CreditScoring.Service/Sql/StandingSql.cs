using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>The sentence of a list of standings.</summary>
internal static class StandingSql
{
    public static (string Sql, object?[] Values) Of(StandingQuery query)
    {
        var wanted = new Conditions();
        wanted.Add("tier = ", query.Tier);
        wanted.Add("regime = ", query.Regime);
        wanted.Add("kind = ", query.Kind);
        wanted.AddRegion(query.Region);
        if (query.After is { } after)
        {
            wanted.AddAfter("regime, kind, subject", after.Regime, after.Subject.Kind, after.Subject.Id);
        }

        var columns = query.HeadsOnly ? RowValues.TierColumns : RowValues.StandingColumns;
        return (
            $"SELECT {columns} FROM standings {wanted.Where}"
            + $"ORDER BY regime, kind, subject LIMIT {wanted.Value(query.Limit)}", wanted.Values);
    }
}

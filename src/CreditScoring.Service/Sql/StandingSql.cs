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
        if (query.After is { } after && query.Regime == after.Regime && query.Kind == after.Subject.Kind)
        {
            // Of one regime and kind the subject alone is compared, or each page is sought from the first
            // on: of a million a page took four seconds.
            wanted.AddAfter("subject", after.Subject.Id);
        }
        else if (query.After is { } before)
        {
            wanted.AddAfter("regime, kind, subject", before.Regime, before.Subject.Kind, before.Subject.Id);
        }

        var columns = query.HeadsOnly ? RowValues.TierColumns : RowValues.StandingColumns;
        return (
            $"SELECT {columns} FROM standings {wanted.Where}"
            + $"ORDER BY regime, kind, subject LIMIT {wanted.Value(query.Limit)}", wanted.Values);
    }
}

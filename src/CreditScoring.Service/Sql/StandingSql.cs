using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>The sentence of a list of standings.</summary>
internal static class StandingSql
{
    public static (string Sql, object?[] Values) Of(StandingQuery query)
    {
        // Only what is asked for stands in the sentence, so that an index can serve it.
        var clauses = new List<string>();
        var values = new List<object?>();
        Add("tier = ", query.Tier);
        Add("regime = ", query.Regime);
        Add("kind = ", query.Kind);
        Add("region >= ", query.Region);
        // The character after '9': what begins with these digits lies below.
        Add("region < ", query.Region is null ? null : query.Region + ":");
        if (query.After is { } after)
        {
            values.AddRange([after.Regime, after.Subject.Kind, after.Subject.Id]);
            clauses.Add(
                $"(regime, kind, subject) > (${values.Count - 2}, ${values.Count - 1}, ${values.Count})");
        }

        values.Add(query.Limit);
        var which = clauses.Count == 0 ? "" : $"WHERE {string.Join(" AND ", clauses)} ";
        return (
            $"SELECT {(query.HeadsOnly ? RowValues.TierColumns : RowValues.StandingColumns)} "
                + $"FROM standings {which}"
            + $"ORDER BY regime, kind, subject LIMIT ${values.Count}", [.. values]);

        void Add(string clause, string? asked)
        {
            if (asked is not null)
            {
                values.Add(asked);
                clauses.Add($"{clause}${values.Count}");
            }
        }
    }
}

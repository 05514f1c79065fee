using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Rows;

namespace CreditScoring.Service.Sql;

/// <summary>Asks for acts.</summary>
internal static class ActSql
{
    /// <summary>Blanks the secrets of a target $1, which are replaced.</summary>
    public const string Forget = "UPDATE acts SET secret = NULL WHERE target = $1 AND secret IS NOT NULL";

    private static readonly string Columns = RowSql.Columns(RowKinds.Acts);

    /// <summary>Acts that change the register, after the number $1.</summary>
    public static readonly string Register =
        $"SELECT {Columns} FROM acts WHERE number > $1 ORDER BY number LIMIT $2";

    public static (string Sql, object?[] Values) Of(ActQuery query)
    {
        var wanted = new Conditions();
        wanted.Add("position > ", query.After);
        wanted.Add("position < ", query.Before);
        wanted.Add("actor = ", query.Actor);
        wanted.Add("what = ", query.What);
        wanted.Add("target = ", query.Target);
        wanted.AddRegion(query.Region);
        var order = query.LastFirst ? "position DESC" : "position";
        return ($"SELECT {Columns} FROM acts {wanted.Where}"
            + $"ORDER BY {order} LIMIT {wanted.Value(query.Limit)}", wanted.Values);
    }

    public static KeptAct Read<TRow>(TRow row)
        where TRow : IRow => new(
        row.Long(0),
        new Act(row.Text(2), row.Text(3), row.Text(4))
        {
            Number = row.IsNull(1) ? null : row.Long(1),
            Region = row.TextAt(5),
            Body = row.Text(6),
            Secret = row.TextAt(7),
        },
        row.InstantAt(8));
}

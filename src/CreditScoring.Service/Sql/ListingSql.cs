using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>What lists over all subjects look for: how it is kept, and the sentences that ask.</summary>
internal static class ListingSql
{
    /// <summary>Behind all days, where there is none.</summary>
    public static readonly DateOnly NoDay = DateOnly.MaxValue;

    /// <summary>Before all ranks, where there is none.</summary>
    private const int NoRank = -1;

    /// <summary>Before all points, where there are none.</summary>
    private const decimal NoPoints = -1_000_000_000m;

    /// <summary>Characters of a name by which lists are ordered.</summary>
    private const int LongestName = 100;

    private const string Compared = "tier, status, rank, score, due, region, industry, name, sought";

    /// <summary>Of <see cref="Values"/>.</summary>
    public const string Columns = "regime, kind, subject, " + Compared;

    private static readonly string[] Updated = Compared.Split(", ");

    /// <summary>Puts listings, and writes nothing where one is as it was.</summary>
    /// <param name="values">Of the columns of <see cref="Values"/>: VALUES or SELECT.</param>
    /// <param name="day">The day of assessment.</param>
    public static string Put(string values, string day) =>
        $"INSERT INTO listings ({Columns}) {values} "
        + "ON CONFLICT (regime, kind, subject) DO UPDATE SET "
        + string.Join(", ", Updated.Select(each => $"{each} = excluded.{each}"))
        + $", {WorseOn("excluded.rank", day)} WHERE ("
        + string.Join(", ", Updated.Select(each => $"listings.{each}")) + ") IS DISTINCT FROM ("
        + string.Join(", ", Updated.Select(each => $"excluded.{each}")) + ")";

    /// <summary>When it last became worse, where the rank is set.</summary>
    public static string WorseOn(string rank, string day) =>
        $"worse_on = CASE WHEN {rank} = listings.rank THEN listings.worse_on "
        + $"WHEN listings.rank >= 0 AND {rank} > listings.rank THEN {day} END";

    public static object?[] Values(KeptStanding standing, Listing listing, SubjectProfile profile)
    {
        var name = SoughtText.Of(profile.Name ?? "");
        return
        [
            standing.Regime, standing.Subject.Kind, standing.Subject.Id, standing.Tier, standing.Status,
            listing.Rank ?? NoRank, standing.Points ?? NoPoints, listing.Due ?? NoDay, standing.Region,
            profile.Industry, Beginning(name),
            string.Join('\n', profile.FormerNames.Select(SoughtText.Of).Prepend(name)),
        ];
    }

    /// <summary>A page, each listing with its standing and its file.</summary>
    /// <param name="along">Which way to the listings is the shortest, as the engine says it.</param>
    public static (string Sql, object?[] Values) Page(ListQuery query, SqlDialect dialect, string along)
    {
        var (by, down) = (ColumnOf(query.Order), query.Descending ? " DESC" : "");
        var wanted = Wanted(query.Filter, dialect);
        if (query.After is { } after)
        {
            // The regime that all have is left out, so that the rest is sought in the index.
            var key = KeyOf(after, query.Order, wanted, dialect)
                .Where(each => query.Filter.Regime is null || each.Column != "regime")
                .ToList();
            wanted.AddAfter(
                string.Join(", ", key.Select(each => $"l.{each.Column}")), query.Descending,
                [.. key.Select(each => each.Place)]);
        }

        var order = string.Join(", ", new[] { "regime", by, "kind", "subject" }.OfType<string>()
            .Select(each => $"l.{each}{down}"));
        var standing = string.Join(", ", RowValues.TierColumns.Split(", ")
            .Select(each => each == "'{}'" ? each : $"s.{each}"));
        return (
            $"SELECT {standing}, {RowValues.ProfileColumns}, l.due, l.worse_on, l.name, l.rank FROM (SELECT "
            + $"l.regime, l.kind, l.subject, l.due, l.worse_on, l.name, l.rank, l.score "
            + $"FROM listings l{along} {wanted.Where}ORDER BY {order} LIMIT {wanted.Value(query.Limit)}) l "
            + "JOIN standings s ON s.kind = l.kind AND s.subject = l.subject AND s.regime = l.regime "
            + "JOIN files f ON f.kind = l.kind AND f.subject = l.subject "
            + $"ORDER BY {order}", wanted.Values);
    }

    public static ListedRow Row<TRow>(TRow row, ListOrder order)
        where TRow : IRow
    {
        var standing = RowValues.Standing(row);
        var due = row.Day(15);
        return new ListedRow(standing, row.ProfileAt(12))
        {
            Due = due == NoDay ? null : due,
            WorseSince = row.DayAt(16),
            Place = new ListPlace(
                standing.Regime,
                order switch
                {
                    ListOrder.Name => row.Text(17),
                    ListOrder.Points => (standing.Points ?? NoPoints).ToString(CultureInfo.InvariantCulture),
                    ListOrder.Tier => row.Long(18).ToString(CultureInfo.InvariantCulture),
                    ListOrder.Due => due.ToString("O", CultureInfo.InvariantCulture),
                    _ => "",
                },
                standing.Subject),
        };
    }

    /// <summary>What a filter says of the listings l.</summary>
    public static Conditions Wanted(ListFilter filter, SqlDialect dialect)
    {
        var wanted = new Conditions();
        wanted.Add("l.regime = ", filter.Regime);
        wanted.Add("l.kind = ", filter.Kind);
        wanted.AddOneOf("l.tier", filter.Tiers);
        wanted.AddBeginning("l.region", filter.Region, ":");
        wanted.AddBeginning("l.industry", filter.Industry, "\uFFFF");
        wanted.Add("l.status = ", filter.Status);
        wanted.Add("l.worse_on >= ", filter.WorseSince);
        wanted.Add("l.due < ", filter.DueBefore);
        if (filter.PointsFrom is not null || filter.PointsTo is not null)
        {
            wanted.AddAs("l.score >= ", filter.PointsFrom ?? NoPoints + 1, dialect.Number);
            wanted.AddAs("l.score <= ", filter.PointsTo, dialect.Number);
        }

        if (filter.Name is { } name)
        {
            wanted.Say(dialect.Contains("l.sought", wanted.Value(name)));
        }

        return wanted;
    }

    private static IEnumerable<(string? Column, string Place)> KeyOf(
        ListPlace place, ListOrder order, Conditions wanted, SqlDialect dialect)
    {
        yield return ("regime", wanted.Value(place.Regime));
        if (order != ListOrder.Subject)
        {
            var value = wanted.Value(place.ValueBy(order)!);
            yield return (
                ColumnOf(order), order == ListOrder.Points ? $"CAST({value} AS {dialect.Number})" : value);
        }

        yield return ("kind", wanted.Value(place.Subject.Kind));
        yield return ("subject", wanted.Value(place.Subject.Id));
    }

    private static string? ColumnOf(ListOrder order) => order switch
    {
        ListOrder.Name => "name",
        ListOrder.Points => "score",
        ListOrder.Tier => "rank",
        ListOrder.Due => "due",
        _ => null,
    };

    /// <summary>Not in the middle of a character.</summary>
    private static string Beginning(string name) => name.Length <= LongestName ? name
        : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
}

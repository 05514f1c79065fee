using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;

namespace CreditScoring.Service.Sqlite;

/// <summary>
/// The rows of which each file has one, or one a regime, and which are replaced: their columns in the order
/// of the values, the key first, and the sentence that puts a row whose last state is not known.
/// </summary>
internal static class SqliteRows
{
    public static readonly string[] Files =
        ("kind, subject, region, on_day, changes_on, book, judged, recorded_at, name, former_names, "
        + "industry, opens, due, due_by, priority, times").Split(", ");

    public static readonly string[] Standings = [.. RowValues.StandingColumns.Split(", "), "recorded_at"];

    public static readonly string[] Listings = ListingSql.Columns.Split(", ");

    public static string PutFile => $"INSERT OR REPLACE INTO files ({string.Join(", ", Files)}, listed) "
        + $"VALUES ({Places(Files)}, 1)";

    public static string PutStanding => $"INSERT OR REPLACE INTO standings ({string.Join(", ", Standings)}) "
        + $"VALUES ({Places(Standings)})";

    public static string PutListing => ListingSql.Put(
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, CAST(?7 AS REAL), ?8, ?9, ?10, ?11, ?12)", "?13");

    public static object?[] File(KeptFile file, long book, DateTimeOffset at) =>
    [
        file.Subject.Kind, file.Subject.Id, file.Region, file.On, file.ChangesOn, book, file.Judged, at,
        file.Profile.Name, RowValues.FormerNames(file.Profile), file.Profile.Industry, file.Window?.Opens,
        file.Window?.Due, file.Window?.Regime, file.Window?.Priority, file.Window?.TimesPerYear,
    ];

    public static object?[] Standing(KeptStanding each, DateTimeOffset at) =>
    [
        each.Subject.Kind, each.Subject.Id, each.Regime, each.On, each.Pack, each.Status, each.Tier,
        each.Points, each.ChangesOn, each.Revision, each.Region, each.Rest, at,
    ];

    private static string Places(string[] columns) =>
        string.Join(", ", columns.Select((_, at) => $"?{at + 1}"));
}

using System.Text;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;
using CreditScoring.Service.Ports;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>Table rows -> values of the core, and back.</summary>
internal static class Rows
{
    public const string EventColumns = "e.source, e.id, e.body, e.hash, e.recorded_at";

    public const string StandingColumns = "kind, subject, regime, on_day, pack, status, tier, "
        + "points, changes_on, revision, region, rest";

    public const string LedgerColumns = "regime, number, entry, source, event, rule, points, "
        + "from_day, until_day, citation, pack, reverses, cause";

    /// <summary>The same without the rest, which is long and not asked for.</summary>
    public const string TierColumns = "kind, subject, regime, on_day, pack, status, tier, "
        + "points, changes_on, revision, region, '{}'";

    /// <param name="most">Octets of the text; null: all of it.</param>
    public static string QuarantineColumns(int? most) => "position, source, id, "
        + (most is { } cut ? $"substring(body from 1 for {cut})" : "body")
        + ", reason, flaws, recorded_at, octet_length(body)";

    public static T[] Column<TRow, T>(this IReadOnlyCollection<TRow> rows, Func<TRow, T> of) =>
        [.. rows.Select(of)];

    public static byte[] Octets(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Without trailing zeros, which numeric would keep.</summary>
    public static decimal? Plain(decimal? number) =>
        number / 1.0000000000000000000000000000m;

    public static Subject SubjectAt(this NpgsqlDataReader row, int column) =>
        new(row.GetString(column), row.GetString(column + 1));

    public static EventId EventIdAt(this NpgsqlDataReader row, int column) =>
        new(row.GetString(column), row.GetString(column + 1));

    /// <summary>A book and engines, two columns.</summary>
    public static Basis BasisAt(this NpgsqlDataReader row, int column) =>
        new(row.GetString(column), row.TextAt(column + 1));

    public static DateTimeOffset InstantAt(this NpgsqlDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static string OctetsAt(this NpgsqlDataReader row, int column) =>
        Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(column));

    private static string? TextAt(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly Day(this NpgsqlDataReader row, int column) =>
        row.GetFieldValue<DateOnly>(column);

    private static DateOnly? DayAt(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Day(column);

    private static decimal? NumberAt(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetDecimal(column);

    /// <summary>From a column on: <see cref="EventColumns"/>.</summary>
    public static KeptEvent Event(NpgsqlDataReader row, int at = 0) => new(
        row.EventIdAt(at), row.GetString(at + 2), row.GetString(at + 3), row.InstantAt(at + 4));

    /// <summary>From a column on: <see cref="StandingColumns"/>.</summary>
    public static KeptStanding Standing(NpgsqlDataReader row, int at = 0) => new(
        row.SubjectAt(at), row.GetString(at + 2), row.Day(at + 3), row.TextAt(at + 4),
        row.TextAt(at + 5), row.TextAt(at + 6), row.NumberAt(at + 7), row.DayAt(at + 8),
        row.GetInt32(at + 9), row.TextAt(at + 10), row.GetString(at + 11));

    /// <summary>Columns kind, subject, on_day, changes_on, book, engines, judged, region,
    /// recorded_at.</summary>
    public static KeptFile File(NpgsqlDataReader row) => new(
        row.SubjectAt(0), row.Day(2), row.DayAt(3), row.BasisAt(4), row.GetBoolean(6))
    {
        Region = row.TextAt(7),
        RecordedAt = row.InstantAt(8),
    };

    /// <summary>From a column on: <see cref="LedgerColumns"/>.</summary>
    public static PostedRow Ledger(NpgsqlDataReader row, int at = 0)
    {
        var booking = new Booking(
            row.GetString(at + 2), row.EventIdAt(at + 3), row.GetString(at + 5),
            new Points(row.GetDecimal(at + 6)), row.Day(at + 7), row.DayAt(at + 8),
            row.TextAt(at + 9), row.GetString(at + 10));
        return new PostedRow(row.GetString(at), new LedgerEntry(
            row.GetInt32(at + 1), booking, row.IsDBNull(at + 11) ? null : row.GetInt32(at + 11),
            row.GetString(at + 12)));
    }

    public static QuarantineItem Quarantine(NpgsqlDataReader row)
    {
        var (octets, all) = (row.GetFieldValue<byte[]>(3), row.GetInt32(7));
        var text = octets.Length < all ? EscapedUtf8.Beginning(octets) : EscapedUtf8.Text(octets);
        var id = new EventId(row.OctetsAt(1), row.OctetsAt(2));
        return new QuarantineItem(
            row.GetInt64(0), new TurnedAwayEvent(id, text, row.GetString(4), row.OctetsAt(5)), row.InstantAt(6))
        {
            TextOctets = all,
            IsCut = octets.Length < all,
        };
    }

    /// <summary>Columns position, regime, on_day, pack, tier, points, cause, recorded_at.</summary>
    public static RecordedChange Change(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        new StandingChange(row.GetString(1), row.Day(2), row.TextAt(3), row.TextAt(4), row.NumberAt(5),
            row.GetString(6)),
        row.InstantAt(7));
}

using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sqlite;

/// <summary>Table cells -> values of the core, and back.</summary>
internal static class Cells
{
    private const string DayForm = "yyyy-MM-dd";

    public static string Day(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    public static string Decimal(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string? TextAt(this Row row, int column) =>
        row.IsNull(column) ? null : row.Text(column);

    public static DateOnly? DayAt(this Row row, int column) =>
        row.IsNull(column) ? null
            : DateOnly.ParseExact(row.Text(column), DayForm, CultureInfo.InvariantCulture);

    public static decimal? DecimalAt(this Row row, int column) =>
        row.IsNull(column) ? null
            : decimal.Parse(row.Text(column), CultureInfo.InvariantCulture);

    public static DateTimeOffset InstantAt(this Row row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.Long(column));

    public static Subject SubjectAt(this Row row, int column) =>
        new(row.Text(column), row.Text(column + 1));

    /// <summary>A book and engines, two columns.</summary>
    public static Basis BasisAt(this Row row, int column) =>
        new(row.Text(column), row.TextAt(column + 1));

    public static EventId EventIdAt(this Row row, int column) =>
        new(row.Text(column), row.Text(column + 1));

    /// <summary>Columns source, id, body, hash, recorded_at.</summary>
    public static KeptEvent Event(Row row) =>
        new(row.EventIdAt(0), row.Text(2), row.Text(3), row.InstantAt(4));

    public const string StandingColumns = "kind, subject, regime, on_day, pack, status, tier, "
        + "points, changes_on, revision, region, rest";

    /// <summary>The same without the rest, which is long and not asked for.</summary>
    public const string TierColumns = "kind, subject, regime, on_day, pack, status, tier, "
        + "points, changes_on, revision, region, '{}'";

    public static KeptStanding Standing(Row row) => new(
        row.SubjectAt(0), row.Text(2), row.DayAt(3)!.Value, row.TextAt(4), row.TextAt(5),
        row.TextAt(6), row.DecimalAt(7), row.DayAt(8), row.Int(9), row.TextAt(10),
        row.Text(11));

    /// <summary>Columns on_day, changes_on, books.hash, books.engines, judged, region, recorded_at.</summary>
    public static KeptFile File(Row row, Subject subject) =>
        new(subject, row.DayAt(0)!.Value, row.DayAt(1), row.BasisAt(2), row.Long(4) == 1)
        {
            Region = row.TextAt(5),
            RecordedAt = row.InstantAt(6),
        };

    /// <param name="most">Octets of the text; null: all of it.</param>
    public static string QuarantineColumns(int? most) => "position, source, id, "
        + (most is { } cut ? $"substr(CAST(body AS BLOB), 1, {cut})" : "body")
        + ", reason, flaws, recorded_at, length(CAST(body AS BLOB))";

    public static QuarantineItem Quarantine(Row row)
    {
        var octets = row.Octets(3);
        var all = row.Long(7);
        var text = octets.Length < all ? EscapedUtf8.Beginning(octets) : EscapedUtf8.Text(octets);
        return new QuarantineItem(
            row.Long(0), new TurnedAwayEvent(row.EventIdAt(1), text, row.Text(4), row.Text(5)), row.InstantAt(6))
        {
            TextOctets = all,
            IsCut = octets.Length < all,
        };
    }

    /// <summary>What was sent: a text, or octets where it is no UTF-8.</summary>
    public static object Sent(string text) =>
        EscapedUtf8.HasOctets(text) ? EscapedUtf8.Octets(text) : text;

    /// <summary>From column 1 on: regime, on_day, pack, tier, points, cause.</summary>
    public static StandingChange Change(Row row) => new(
        row.Text(1), row.DayAt(2)!.Value, row.TextAt(3), row.TextAt(4), row.DecimalAt(5),
        row.Text(6));

    public const string LedgerColumns = "regime, number, entry, source, event, rule, points, "
        + "from_day, until_day, citation, pack, reverses, cause";

    public static PostedRow Ledger(Row row) => Ledger(row, 0);

    /// <param name="at">The first of its columns.</param>
    public static PostedRow Ledger(Row row, int at)
    {
        var booking = new Booking(
            row.Text(at + 2), row.EventIdAt(at + 3), row.Text(at + 5),
            new Points(row.DecimalAt(at + 6)!.Value), row.DayAt(at + 7)!.Value,
            row.DayAt(at + 8), row.TextAt(at + 9), row.Text(at + 10));
        return new PostedRow(row.Text(at), new LedgerEntry(
            row.Int(at + 1), booking, row.IsNull(at + 11) ? null : row.Int(at + 11),
            row.Text(at + 12)));
    }
}

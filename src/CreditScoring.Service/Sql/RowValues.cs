using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>Rows -> values of the port; and the columns of which each is read, from a column on.</summary>
internal static class RowValues
{
    public const string EventColumns = "e.source, e.id, e.body, e.hash, e.recorded_at";

    public const string StandingColumns = "kind, subject, regime, on_day, pack, status, tier, "
        + "points, changes_on, revision, region, rest";

    /// <summary>The same without the rest, which is long and not asked for.</summary>
    public const string TierColumns = "kind, subject, regime, on_day, pack, status, tier, "
        + "points, changes_on, revision, region, '{}'";

    public const string LedgerColumns = "regime, number, entry, source, event, rule, points, "
        + "from_day, until_day, citation, pack, reverses, cause";

    /// <summary>Of files f.</summary>
    public const string ProfileColumns = "f.name, f.former_names, f.industry";

    /// <summary>Of files f.</summary>
    public const string WindowColumns = "f.opens, f.due, f.due_by, f.priority, f.times";

    public static int Int<TRow>(this TRow row, int column)
        where TRow : IRow => checked((int)row.Long(column));

    public static string? TextAt<TRow>(this TRow row, int column)
        where TRow : IRow => row.IsNull(column) ? null : row.Text(column);

    public static DateOnly? DayAt<TRow>(this TRow row, int column)
        where TRow : IRow => row.IsNull(column) ? null : row.Day(column);

    public static decimal? DecimalAt<TRow>(this TRow row, int column)
        where TRow : IRow => row.IsNull(column) ? null : row.Decimal(column);

    public static DateTimeOffset InstantAt<TRow>(this TRow row, int column)
        where TRow : IRow => DateTimeOffset.FromUnixTimeMilliseconds(row.Long(column));

    public static Subject SubjectAt<TRow>(this TRow row, int column)
        where TRow : IRow => new(row.Text(column), row.Text(column + 1));

    public static EventId EventIdAt<TRow>(this TRow row, int column)
        where TRow : IRow => new(row.Text(column), row.Text(column + 1));

    /// <summary>As far as it could be read of what was turned away.</summary>
    public static EventId SentIdAt<TRow>(this TRow row, int column)
        where TRow : IRow => new(row.SentText(column), row.SentText(column + 1));

    /// <summary>A book and engines, two columns.</summary>
    public static Basis BasisAt<TRow>(this TRow row, int column)
        where TRow : IRow => new(row.Text(column), row.TextAt(column + 1));

    /// <summary><see cref="EventColumns"/>.</summary>
    public static KeptEvent Event<TRow>(TRow row, int at = 0)
        where TRow : IRow =>
            new(row.EventIdAt(at), row.Text(at + 2), row.Text(at + 3), row.InstantAt(at + 4));

    /// <summary><see cref="StandingColumns"/>.</summary>
    public static KeptStanding Standing<TRow>(TRow row)
        where TRow : IRow => new(
        row.SubjectAt(0), row.Text(2), row.Day(3), row.TextAt(4), row.TextAt(5), row.TextAt(6),
        row.DecimalAt(7), row.DayAt(8), row.Int(9), row.TextAt(10), row.Text(11));

    /// <summary>
    /// Columns kind, subject, on_day, changes_on, book, engines, judged, region, recorded_at, listed, those
    /// of <see cref="ProfileColumns"/> and those of <see cref="WindowColumns"/>.
    /// </summary>
    public static KeptFile File<TRow>(TRow row)
        where TRow : IRow => new(row.SubjectAt(0), row.Day(2), row.DayAt(3), row.BasisAt(4), row.Truth(6))
    {
        Region = row.TextAt(7),
        RecordedAt = row.InstantAt(8),
        Listed = row.Truth(9),
        Profile = row.ProfileAt(10),
        Window = row.IsNull(14) ? null : row.WindowAt(13),
    };

    /// <summary><see cref="ProfileColumns"/> from a column on.</summary>
    public static SubjectProfile ProfileAt<TRow>(this TRow row, int column)
        where TRow : IRow => new(
        row.TextAt(column), row.TextAt(column + 1)?.Split('\n') ?? [], row.TextAt(column + 2));

    /// <summary><see cref="WindowColumns"/> from a column on.</summary>
    public static VisitWindow WindowAt<TRow>(this TRow row, int column)
        where TRow : IRow => new(
        row.DayAt(column), row.Day(column + 1), row.TextAt(column + 2), row.TextAt(column + 3),
        row.DecimalAt(column + 4));

    /// <summary>Former names as they are kept: one a line; null: there are none.</summary>
    public static string? FormerNames(SubjectProfile profile) => profile.FormerNames.Count == 0 ? null
        : string.Join('\n', profile.FormerNames.Select(each => each.ReplaceLineEndings(" ")));

    /// <summary><see cref="LedgerColumns"/>.</summary>
    public static PostedRow Ledger<TRow>(TRow row, int at = 0)
        where TRow : IRow
    {
        var booking = new Booking(
            row.Text(at + 2), row.EventIdAt(at + 3), row.Text(at + 5), new Points(row.Decimal(at + 6)),
            row.Day(at + 7), row.DayAt(at + 8), row.TextAt(at + 9), row.Text(at + 10));
        return new PostedRow(row.Text(at), new LedgerEntry(
            row.Int(at + 1), booking, row.IsNull(at + 11) ? null : row.Int(at + 11), row.Text(at + 12)));
    }

    /// <summary>The rows of one file, as they come, by regime.</summary>
    public static Dictionary<string, IReadOnlyList<LedgerEntry>> ByRegime(IEnumerable<PostedRow> rows) => rows
        .GroupBy(line => line.Regime, line => line.Row)
        .ToDictionary(of => of.Key, IReadOnlyList<LedgerEntry> (of) => [.. of]);

    /// <summary>Columns regime, on_day, pack, tier, points, cause.</summary>
    public static StandingChange Change<TRow>(TRow row, int at)
        where TRow : IRow => new(
        row.Text(at), row.Day(at + 1), row.TextAt(at + 2), row.TextAt(at + 3), row.DecimalAt(at + 4),
        row.Text(at + 5));

    /// <summary>Columns position, source, id, body, reason, flaws, recorded_at, octets of the body.</summary>
    public static QuarantineItem Quarantine<TRow>(TRow row)
        where TRow : IRow
    {
        var octets = row.Octets(3);
        var all = row.Long(7);
        var text = octets.Length < all ? EscapedUtf8.Beginning(octets) : EscapedUtf8.Text(octets);
        return new QuarantineItem(
            row.Long(0), new TurnedAwayEvent(row.SentIdAt(1), text, row.Text(4), row.SentText(5)),
            row.InstantAt(6))
        {
            TextOctets = all,
            IsCut = octets.Length < all,
        };
    }

    /// <summary>Columns number, batch, at, algorithm, content, hash.</summary>
    public static Link Link<TRow>(TRow row)
        where TRow : IRow => new(
        row.Long(0), row.Long(1), row.InstantAt(2), row.Text(3), row.Text(4), row.Text(5));

    /// <summary>Columns book, engines, at.</summary>
    public static BookInForce InForce<TRow>(TRow row)
        where TRow : IRow => new(row.BasisAt(0), row.InstantAt(2));
}

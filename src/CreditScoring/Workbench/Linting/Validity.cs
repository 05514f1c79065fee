using CreditScoring.Documents;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// value-out-of-validity: while a pack is in force, its tables must have a row for every day.
/// </summary>
internal static class Validity
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        var first = Day(pack.Manifest?["inForceFrom"]) ?? DateOnly.MinValue;
        var end = Day(pack.Manifest?["repealedFrom"]) ?? DateOnly.MaxValue;
        return pack.Tables.SelectMany(table => table.Groups)
            .SelectMany(rows => Check([.. rows], first, end));
    }

    private static IEnumerable<Flaw> Check(JsonPiece[] rows, DateOnly first, DateOnly end)
    {
        foreach (var row in rows)
        {
            var (from, until) = (WrittenTable.From(row), WrittenTable.Until(row));
            if (until <= from)
            {
                yield return Found(
                    row["until"]!.Place, Severity.Error, "该行失效不晚于生效", "the row ends no later than it begins");
            }
            else if (until <= first || from >= end)
            {
                yield return Found(row[until <= first ? "until" : "from"]!.Place, Severity.Error,
                    "该行的有效期全在规则包施行之外", "the row is the law only while the pack is not");
            }
            else if (until < end && !Covered(rows, until))
            {
                var gap = rows.Any(later => WrittenTable.From(later) > until);
                yield return Found(row["until"]!.Place, gap ? Severity.Error : Severity.Warning,
                    $"从 {until:yyyy-MM-dd} 起没有行接上", $"from {until:yyyy-MM-dd} on no row follows");
            }
            else if (from > first && !Covered(rows, first) && rows.All(
                other => WrittenTable.From(other) >= from))
            {
                yield return Found(row["from"]!.Place, Severity.Warning,
                    $"施行日 {first:yyyy-MM-dd} 到 {from:yyyy-MM-dd} 之间没有行",
                    $"there is no row from {first:yyyy-MM-dd}, when the pack comes into force");
            }
        }
    }

    private static bool Covered(JsonPiece[] rows, DateOnly day) =>
        rows.Any(row => WrittenTable.From(row) <= day && day < WrittenTable.Until(row));

    private static DateOnly? Day(JsonPiece? piece) => piece is null ? null : ObjectReader.DateOf(piece);

    private static Flaw Found(Place place, Severity severity, string zh, string en) => new(
        "value-out-of-validity", place, new Wording(zh, en),
        new Wording("让各行的 from、until 相接", "let each row's from be the until of the one before"))
    {
        Severity = severity,
    };
}

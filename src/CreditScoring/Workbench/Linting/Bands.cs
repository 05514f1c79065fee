using CreditScoring.Documents;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>band-gap, band-overlap: every number falls into exactly one row.</summary>
internal static class Bands
{
    public static IEnumerable<Flaw> Check(WrittenPack pack) =>
        pack.Tables.SelectMany(table => table.Groups.SelectMany(group => Check(pack, table, [.. group])));

    private static IEnumerable<Flaw> Check(WrittenPack pack, WrittenTable table, JsonPiece[] rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            var taken = rows.Take(i).FirstOrDefault(
                earlier => WrittenTable.Meet(earlier, rows[i]) && Takes(earlier, rows[i]));
            if (taken is not null)
            {
                yield return Overlap(table, taken, rows[i]);
            }
        }

        // The highest bound of the stretch of time in which a row stands, with no rest after it.
        var open = rows.LastOrDefault(row => WrittenTable.Bound(row) is not null
            && !rows.Any(rest => WrittenTable.Bound(rest) is null && WrittenTable.Meet(rest, row))
            && !rows.Any(higher => WrittenTable.Meet(higher, row)
                && WrittenTable.Bound(higher)?.Number > WrittenTable.Bound(row)!.Number));
        if (open is not null)
        {
            yield return Gap(pack, table, open);
        }
    }

    /// <summary>Whether an earlier row takes every number that a later one could.</summary>
    private static bool Takes(JsonPiece earlier, JsonPiece later)
    {
        var (first, second) = (WrittenTable.Bound(earlier)?.Number, WrittenTable.Bound(later)?.Number);
        return first is null || (second is not null && (second < first
            || (second == first && !(earlier["upTo"] is null && later["upTo"] is not null))));
    }

    private static Flaw Overlap(WrittenTable table, JsonPiece taken, JsonPiece row)
    {
        var example = WrittenTable.Bound(row)?.Number is { } number
            ? FormattableString.Invariant($"{(row["upTo"] is null ? number - 1 : number)}")
            : table.Banded ? "1" : $"\"{table.KeyOf(row)}\"";
        return new Flaw(
            "band-overlap", row.Place,
            new Wording(
                $"轮不到这一行：{example} 已经归第 {taken.Place.Line} 行",
                $"this row is never reached: {example} belongs to the row on line {taken.Place.Line} "
                    + "already"),
            new Wording("按从小到大排列，每个数只归一行；或用 from、until 分开",
                "let the bounds rise so that each number has one row, or part them by from and until"));
    }

    private static Flaw Gap(WrittenPack pack, WrittenTable table, JsonPiece row)
    {
        var beyond = WrittenTable.Bound(row)!.Number!.Value + (row["below"] is null ? 1 : 0);
        var example = Lookups.Example(pack, table.Name, beyond) ?? FormattableString.Invariant($"{beyond}");
        return new Flaw(
            "band-gap", row.Place,
            new Wording(
                $"这一行以上没有\"其余\"一行：例如 {example} 无法判定",
                $"no row for the rest comes after this one: {example}, for example, cannot be judged"),
            new Wording("最后一行不写 upTo、below", "let the last row have neither upTo nor below"));
    }
}

using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Tables;

namespace CreditScoring.Draws;

/// <summary>A reason for which an object is not in a draw (不入名单), as the profile allows it.</summary>
public sealed record Exclusion(string Reason, Wording Title);

/// <summary>
/// How a place draws (抽取办法): which table of which pack has the shares of its strata, and what is settled
/// beside. Data, under rules/draws; no number of it stands here.
/// </summary>
/// <param name="Name">Such as <c>cn-ha/sampling-share</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="Pack">The folder of the pack.</param>
/// <param name="Order">The strata in the order in which they are drawn.</param>
/// <param name="Exclusions">The reasons for which an object may be left out.</param>
public sealed record DrawProfile(
    string Name, Wording Title, string Pack, IReadOnlyList<string> Order, IReadOnlyList<Exclusion> Exclusions)
{
    /// <summary>The rule without its strata and its floor.</summary>
    public required DrawRule Frame { get; init; }

    /// <summary>The table of shares by stratum, with the days of its rows.</summary>
    public required LawTable Shares { get; init; }

    /// <summary>Null: the profile has no floor.</summary>
    public LawTable? Floors { get; init; }

    /// <summary>The row of the floor.</summary>
    public string? FloorRow { get; init; }

    /// <summary>The rule as it is on a day.</summary>
    /// <param name="missing">The stratum for which no row is in force; null: none is missing.</param>
    public DrawRule? On(DateOnly day, out string? missing)
    {
        var rows = Order.Select(name => (name, row: Row(Shares, name, day))).ToArray();
        missing = rows.FirstOrDefault(each => ShareOf(each.row) is null).name;
        return missing is not null ? null : Frame with
        {
            Strata = [.. rows.Select(each => StratumOf(each.name, each.row))],
            Floor = Floors is null ? null : ShareOf(Row(Floors, FloorRow!, day)),
        };
    }

    /// <summary>What keeps an object from being listed; null: nothing.</summary>
    public LineFlaw? FlawOf(Listed listed) =>
        !listed.IsIn
            ? Unknown(
                listed.Excluded, Exclusions.Select(each => each.Reason), "不入名单的理由", "reason to be left out")
            : Unknown(listed.Stratum, Order, "层", "stratum");

    private static LineFlaw? Unknown(string word, IEnumerable<string> known, string zh, string en)
    {
        var all = known.ToArray();
        return all.Contains(word) ? null : new LineFlaw(
            "value-not-listed", 1,
            new Wording($"没有{zh}“{Spelling.Shown(word)}”", $"there is no {en} '{Spelling.Shown(word)}'"),
            new Wording($"写 {string.Join('、', all)} 之一", $"write one of {string.Join(", ", all)}"));
    }

    private static Stratum StratumOf(string name, TableRow? row) =>
        new(name, ShareOf(row)!.Value, (int?)Cell(row, "least") ?? 1, (int?)Cell(row, "most"));

    private static TableRow? Row(LawTable table, string key, DateOnly day) =>
        table.Rows.FirstOrDefault(row => row.Key == key && row.InForceOn(day));

    private static Share? ShareOf(TableRow? row) => Cell(row, "share") is { } number
        && Share.TryParse(number.ToString("0.#########", CultureInfo.InvariantCulture), out var share, out _)
            ? share : null;

    private static decimal? Cell(TableRow? row, string column) => row is null ? null
        : row.Columns.Index().Where(each => each.Item.Name == column)
            .Select(each => row.Cells[each.Index] as decimal?).FirstOrDefault();
}

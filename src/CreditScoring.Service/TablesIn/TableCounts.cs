using System.Text.RegularExpressions;
using CreditScoring.Documents;

namespace CreditScoring.Service.TablesIn;

/// <summary>What has become of the rows of a table, so far or in all.</summary>
public sealed record TableCounts
{
    /// <summary>Kinds of reasons that are told apart.</summary>
    private const int MostReasons = 40;

    private const int MostLines = 5;

    /// <summary>Rows of data that were read.</summary>
    public long Read { get; init; }

    /// <summary>Portions in which they were handed on.</summary>
    public long Portions { get; init; }

    /// <summary>Of these the ones that are events.</summary>
    public long Events { get; init; }

    /// <summary>Events that the record did not have.</summary>
    public long New { get; init; }

    /// <summary>That it had, with the same content.</summary>
    public long Known { get; init; }

    /// <summary>Whose id it had with other content.</summary>
    public long Conflicts { get; init; }

    /// <summary>That it turned away.</summary>
    public long Turned { get; init; }

    /// <summary>Rows that are no events.</summary>
    public long Rejected { get; init; }

    /// <summary>Rows of other sheets that belong to none of the first.</summary>
    public long Left { get; init; }

    /// <summary>Why rows were rejected, or their events not taken in; the most frequent first.</summary>
    public IReadOnlyList<TableRemark> Reasons { get; init; } = [];

    /// <summary>Rows that are no data.</summary>
    public IReadOnlyList<TableRemark> Skipped { get; init; } = [];

    /// <summary>What else is to be told of rows.</summary>
    public IReadOnlyList<TableRemark> Remarks { get; init; } = [];

    /// <summary>Whether these are all rows.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Subjects that the new events are about.</summary>
    public long Subjects { get; init; }

    /// <summary>Null: it was not looked at.</summary>
    public TableEffect? Effect { get; init; }

    /// <summary>Rows to be mended.</summary>
    public long ToMend => Rejected + Conflicts + Turned;

    /// <summary>With one more row that has a reason.</summary>
    internal TableCounts Because(Wording reason, int line)
    {
        var kind = KindOf(reason);
        var reasons = Reasons.ToList();
        var at = reasons.FindIndex(each => each.What == kind);
        if (at < 0 && reasons.Count >= MostReasons)
        {
            kind = Others;
            at = reasons.FindIndex(each => each.What == kind);
        }

        var was = at < 0 ? new TableRemark(kind, 0, []) : reasons[at];
        var now = was with
        {
            Rows = was.Rows + 1, Lines = was.Lines.Count < MostLines ? [.. was.Lines, line] : was.Lines,
        };
        if (at < 0)
        {
            reasons.Add(now);
        }
        else
        {
            reasons[at] = now;
        }

        return this with { Reasons = [.. reasons.OrderByDescending(each => each.Rows)] };
    }

    private static Wording Others { get; } = new("其他原因", "other reasons");

    /// <summary>Without what is different in each row: its values and numbers.</summary>
    private static Wording KindOf(Wording reason) => new(
        Regex.Replace(Regex.Replace(reason.Zh, "“[^”]*”", "“…”"), "[0-9]{2,}", "…"),
        Regex.Replace(Regex.Replace(reason.En, "'[^']*'", "'…'"), "[0-9]{2,}", "…"));
}

/// <summary>What the new events of a table would change for those whom they are about.</summary>
/// <param name="Day">On which they were judged, without these events and with them.</param>
/// <param name="Judged">So many of the subjects.</param>
/// <param name="Moves">From tier to tier; null: not judged, or it does not stand in the regime.</param>
/// <param name="Movers">Those with another tier, the first of them.</param>
public sealed record TableEffect(
    DateOnly Day, int Judged, IReadOnlyList<TableMove> Moves, IReadOnlyList<TableMover> Movers);

public sealed record TableMove(string Regime, string? Before, string? After, long Subjects);

public sealed record TableMover(
    string Kind, string Subject, string Regime, string? Before, string? After, decimal? PointsBefore,
    decimal? PointsAfter);

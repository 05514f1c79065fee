using CreditScoring.Law.Packs;
using CreditScoring.Law.Tables;

namespace CreditScoring.Workbench.Covering;

/// <summary>A row of a table, and how cases have met it.</summary>
/// <param name="table">The table.</param>
/// <param name="row">The row.</param>
/// <param name="pack">Its pack, whose days in force are all on which the row can be asked for.</param>
public sealed class RowUse(LawTable table, TableRow row, PackManifest pack)
{
    public LawTable Table { get; } = table;

    public TableRow Row { get; } = row;

    public bool Used { get; private set; }

    /// <summary>Whether the row is law on certain days only.</summary>
    public bool IsDated => Row.From is not null || Row.Until is not null;

    /// <summary>First day of its interval, if that is after the pack's own.</summary>
    public DateOnly? First { get; } = row.From > pack.InForceFrom ? row.From : null;

    /// <summary>First day out of its interval, if the pack then still has an answer.</summary>
    public DateOnly? FirstOut { get; } =
        row.Until is { } until && !(pack.RepealedFrom <= until)
            && table.Rows.Any(each => each.Key == row.Key && each.InForceOn(until)) ? until : null;

    public decimal? Edge => Row.UpTo ?? Row.Below;

    /// <summary>A case stands exactly on the band's edge, and another on its other side.</summary>
    public bool EdgeMet => onEdge && (Row.UpTo is null ? Used : beyond);

    /// <summary>
    /// Cases meet the row on the first day of its interval, and its key on the first day out.
    /// </summary>
    public bool DatesMet => (First is null || onFirst) && (FirstOut is null || onFirstOut);

    private bool beyond;
    private bool onEdge;
    private bool onFirst;
    private bool onFirstOut;

    internal void See(TableRow found, decimal? number, DateOnly day)
    {
        Used |= found == Row;
        onFirst |= found == Row && day == First;
        onFirstOut |= found.Key == Row.Key && day == FirstOut;

        // A band of another interval has an edge of its own.
        if (found.Key == Row.Key && Row.InForceOn(day) && number is not null && Edge is not null)
        {
            onEdge |= number == Edge;
            beyond |= number > Edge;
        }
    }
}

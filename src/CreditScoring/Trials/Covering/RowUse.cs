using CreditScoring.Law.Tables;

namespace CreditScoring.Trials.Covering;

/// <summary>A row of a table, and how cases have met it.</summary>
public sealed class RowUse(LawTable table, TableRow row)
{
    public LawTable Table { get; } = table;

    public TableRow Row { get; } = row;

    public bool Used { get; private set; }

    /// <summary>Whether the row is law on certain days only.</summary>
    public bool IsDated => Row.From is not null || Row.Until is not null;

    public decimal? Edge => Row.UpTo ?? Row.Below;

    /// <summary>A case stands exactly on the band's edge, and another on its other side.</summary>
    public bool EdgeMet => onEdge && (Row.UpTo is null ? Used : beyond);

    private bool beyond;
    private bool onEdge;

    internal void See(TableRow found, decimal? number)
    {
        Used |= found == Row;
        if (found.Key == Row.Key && number is not null && Edge is not null)
        {
            onEdge |= number == Edge;
            beyond |= number > Edge;
        }
    }
}

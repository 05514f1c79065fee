namespace CreditScoring.Law.Tables;

/// <summary>Hears what tables answer, where a listener of evaluations wants to.</summary>
public interface ITableListener
{
    /// <summary>
    /// A table was asked for a number (null: it has no bands) on a day and answered with a row.
    /// </summary>
    void Found(LawTable table, TableRow row, decimal? number, DateOnly day);
}

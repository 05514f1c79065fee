using CreditScoring.Service.Ports;

namespace CreditScoring.Service.TablesIn;

/// <summary>The rows of a table that are to be mended, as they stood, with line and reason.</summary>
public sealed class TableToMend(ITableRecord record)
{
    private readonly TablePieces pieces = new(record);

    /// <summary>Its columns; null: nothing is to be mended, or it is gone.</summary>
    public Task<string[]?> ColumnsAsync(HandedTable table) => pieces.HeaderAsync(table.Id);

    /// <summary>The rows, some thousands at a time.</summary>
    public async IAsyncEnumerable<string[]> RowsAsync(HandedTable table)
    {
        var after = 0L;
        while (await pieces.RejectedAsync(table.Id, after) is var (portion, rows))
        {
            foreach (var row in rows)
            {
                yield return row;
            }

            after = portion;
        }
    }
}

using CreditScoring.Documents;
using CreditScoring.Importing.Tables;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// Looks a file through once it is here: its sheets, its first rows, and which mapping fits.
/// </summary>
public sealed class TableReading(ITableRecord record, TableStore store, Shelf shelf)
{
    private readonly TablePieces pieces = new(record);

    /// <returns>Null: somebody else has changed it meanwhile.</returns>
    public async Task<HandedTable?> LookThroughAsync(HandedTable table)
    {
        try
        {
            using var file = await pieces.FileAsync(table);
            var sample = SampledTable.Of(file.Source);
            await pieces.KeepSampleAsync(table.Id, sample);
            var read = await new TableMappings(store).ProposedAsync(table, sample, shelf.Book.Catalogue);
            return await store.KeepAsync(read with { State = TableState.Ready });
        }
        catch (TableException refused)
        {
            return await store.KeepAsync(table with
            {
                State = TableState.Unreadable, Flaws = [.. refused.Flaws.Select(TableFlaw.Of)],
            });
        }
    }
}

namespace CreditScoring.Importing.Tables;

/// <summary>The first rows of a sheet, as they stand there.</summary>
/// <param name="Sheet">Of a text without a name.</param>
internal sealed record SampledSheet(string Sheet, IReadOnlyList<RawRow> Rows);

/// <summary>
/// The first rows of the sheets of a table: enough to find its header, to propose a mapping and to show what
/// becomes of some rows, in a moment, however large the table is.
/// </summary>
internal sealed class SampledTable(string name, IReadOnlyList<SampledSheet> sheets) : TableFile
{
    /// <summary>Rows of a sheet, and cells of it whatever their rows.</summary>
    private const int MostRows = 80, MostCells = 100_000;

    private const int MostSheets = 30;

    public IReadOnlyList<SampledSheet> All { get; } = sheets;

    public override IReadOnlyList<string> Sheets { get; } = [.. sheets.Select(each => each.Sheet)];

    protected override string Name => name;

    /// <exception cref="TableException">The file is no table.</exception>
    public static SampledTable Of(TableSource source)
    {
        using var file = Open(source, new TableForm(null, null, null));
        return new SampledTable(source.Name,
        [
            .. file.Sheets.Take(MostSheets).Select(
                sheet => new SampledSheet(sheet, [.. First(file.Rows(sheet))])),
        ]);
    }

    /// <summary>As a source of the same rows.</summary>
    public TableSource Source => new(name, () => Stream.Null) { Sampled = this };

    public override void Dispose()
    {
        // Nothing is open.
    }

    protected override IEnumerable<RawRow> RowsOf(string sheet) =>
        All.First(each => each.Sheet == sheet).Rows;

    private static IEnumerable<RawRow> First(IEnumerable<RawRow> rows)
    {
        var cells = 0;
        foreach (var row in rows.Take(MostRows))
        {
            yield return row;
            if ((cells += row.Cells.Count) > MostCells)
            {
                yield break;
            }
        }
    }
}

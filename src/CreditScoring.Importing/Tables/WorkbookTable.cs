using CreditScoring.Documents;

namespace CreditScoring.Importing.Tables;

/// <summary>The sheets of an Excel workbook (.xlsx), whoever wrote it.</summary>
internal sealed class WorkbookTable : TableFile
{
    private readonly string name;
    private readonly WorkbookParts parts;
    private SharedTexts? texts;
    private CellFormats? formats;

    private WorkbookTable(string name, WorkbookParts parts)
    {
        this.name = name;
        this.parts = parts;
    }

    public override IReadOnlyList<string> Sheets => parts.Sheets;

    protected override string Name => name;

    public static WorkbookTable Open(TableSource source)
    {
        var octets = source.Open();
        try
        {
            return new WorkbookTable(source.Name, new WorkbookParts(octets, source.Name));
        }
        catch
        {
            octets.Dispose();
            throw;
        }
    }

    public override void Dispose() => parts.Dispose();

    protected override IEnumerable<RawRow> RowsOf(string sheet)
    {
        ReadShared();
        MergedCells merged;
        using (var first = parts.Sheet(sheet))
        {
            // They stand behind all rows, and the rows are wanted one at a time.
            merged = new MergedCells(first);
        }

        using var part = parts.Sheet(sheet);
        foreach (var row in new SheetRows(part, texts!, formats!, merged).Read())
        {
            yield return row;
        }
    }

    private void ReadShared()
    {
        if (texts is null)
        {
            using var shared = parts.Texts;
            using var styles = parts.Styles;
            (texts, formats) = (new SharedTexts(shared), new CellFormats(styles));
        }
    }
}

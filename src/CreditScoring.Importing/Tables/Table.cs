using CreditScoring.Documents;

namespace CreditScoring.Importing.Tables;

/// <summary>A table in a file: the sheet and the header that were found, and the rows under it.</summary>
internal sealed class Table : IDisposable
{
    /// <summary>Sheets in which it is looked for.</summary>
    private const int MostSheets = 30;

    private readonly TableFile file;
    private readonly IEnumerator<RawRow> rest;
    private readonly IReadOnlyList<RawRow> first;

    private Table(
        TableFile file, string name, string sheet, TableHeader header, IReadOnlyList<RawRow> first,
        IEnumerator<RawRow> rest)
    {
        this.file = file;
        this.first = first;
        this.rest = rest;
        (Name, Sheet, Header) = (name, sheet, header);
    }

    /// <summary>What people call its file.</summary>
    public string Name { get; }

    /// <summary>Its sheet; of a text empty.</summary>
    public string Sheet { get; }

    public TableHeader Header { get; }

    /// <exception cref="TableException">It is no table with these columns.</exception>
    public static Table Open(TableSource source, TableForm form, IReadOnlyList<ColumnSought> columns)
    {
        var file = TableFile.Open(source, form);
        try
        {
            return Find(file, source.Name, form, new HeaderSearch(columns, form));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The rows under the header, as they stand. They can be asked for once.</summary>
    public IEnumerable<RawRow> Rows()
    {
        foreach (var row in first)
        {
            yield return row;
        }

        while (rest.MoveNext())
        {
            yield return rest.Current;
        }
    }

    public void Dispose()
    {
        rest.Dispose();
        file.Dispose();
    }

    private static Table Find(TableFile file, string name, TableForm form, HeaderSearch search)
    {
        IReadOnlyList<Flaw>? missing = null;
        foreach (var sheet in SheetsOf(file, name, form))
        {
            var rows = file.Rows(sheet).GetEnumerator();
            var first = new List<RawRow>();
            while (first.Count < HeaderSearch.Depth && rows.MoveNext())
            {
                first.Add(rows.Current);
            }

            if (search.Find(first) is var (header, next))
            {
                Refuse(search.Doubled(header, name).ToArray());
                return new Table(file, name, sheet, header, first[next..], rows);
            }

            rows.Dispose();
            var flaws = search.Missing(first, name);
            missing = missing is null || flaws.Count < missing.Count ? flaws : missing;
        }

        Refuse(missing ?? []);
        throw TableException.Of(
            "table-empty", name, new Wording("没有一行可作表头", "no row can be its header"),
            new Wording("看看表格是否为空", "see whether the table is empty"));
    }

    private static void Refuse(IReadOnlyList<Flaw> flaws)
    {
        if (flaws.Count > 0)
        {
            throw new TableException(flaws);
        }
    }

    private static IEnumerable<string> SheetsOf(TableFile file, string name, TableForm form) =>
        form.Sheet is null || file is CsvTable ? file.Sheets.Take(MostSheets)
        : file.Sheets.Contains(form.Sheet) ? [form.Sheet]
        : throw TableException.Of(
            "sheet-missing", name,
            new Wording(
                $"没有工作表“{form.Sheet}”，有：{string.Join("、", file.Sheets)}",
                $"it has no sheet '{form.Sheet}', but: {string.Join(", ", file.Sheets)}"),
            new Wording("在映射的 sheet 中写其中一个", "write one of these as the sheet of the mapping"));
}

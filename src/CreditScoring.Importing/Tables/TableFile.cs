using CreditScoring.Documents;

namespace CreditScoring.Importing.Tables;

/// <summary>A file with tables in it: its sheets, and the rows of each as they are asked for.</summary>
internal abstract class TableFile : IDisposable
{
    /// <summary>The names of its sheets, in their order; of a text one without a name.</summary>
    public abstract IReadOnlyList<string> Sheets { get; }

    /// <exception cref="TableException">The file is no such table.</exception>
    public static TableFile Open(TableSource source, TableForm form)
    {
        if (source.Sampled is { } sampled)
        {
            return sampled;
        }

        try
        {
            var sample = source.Sample();
            var sort = FileSorts.Of(sample);
            if (FileSorts.Refusal(sort, source.Name) is { } refusal)
            {
                throw refusal;
            }

            return sort == FileSort.Archive ? WorkbookTable.Open(source)
                : IsNamedWorkbook(source.Name) ? throw Unreadable(source.Name, "it is a text, not an archive")
                : CsvTable.Open(source, form, sort == FileSort.Gzip);
        }
        catch (Exception wrong) when (IsOfTheFile(wrong))
        {
            throw Unreadable(source.Name, wrong.Message);
        }
    }

    /// <summary>The rows of a sheet.</summary>
    /// <exception cref="TableException">It cannot be read on.</exception>
    public IEnumerable<RawRow> Rows(string sheet)
    {
        using var rows = RowsOf(sheet).GetEnumerator();
        while (Next(rows))
        {
            yield return rows.Current;
        }
    }

    public abstract void Dispose();

    protected abstract string Name { get; }

    protected abstract IEnumerable<RawRow> RowsOf(string sheet);

    private bool Next(IEnumerator<RawRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception wrong) when (IsOfTheFile(wrong))
        {
            throw Unreadable(Name, wrong.Message);
        }
    }

    /// <summary>What damaged archives, texts and XML make their readers throw.</summary>
    private static bool IsOfTheFile(Exception wrong) => wrong is InvalidDataException
        or System.Xml.XmlException
        or CsvHelper.CsvFormatException or EndOfStreamException or NotSupportedException or FormatException
        or OverflowException or ArgumentException or IndexOutOfRangeException or GuardException;

    private static bool IsNamedWorkbook(string name) =>
        name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase);

    private static TableException Unreadable(string file, string why) => TableException.Of(
        "table-unreadable", file,
        new Wording(
            $"文件 {file} 读不出来，可能已损坏",
            IsNamedWorkbook(file) ? $"the workbook {file} cannot be read: {why}"
                : $"{file} cannot be read: {why}"),
        new Wording(
            "在电子表格中打开，另存为 .xlsx 或 .csv 再试",
            "open it in a spreadsheet and save it as .xlsx or .csv"));
}

/// <summary>A guard that a file ran into: it is made to take up more than any table does.</summary>
internal sealed class GuardException(string message) : Exception(message);

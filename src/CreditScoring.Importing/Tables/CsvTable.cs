using System.IO.Compression;
using CsvHelper;

namespace CreditScoring.Importing.Tables;

/// <summary>A table in a text, plain or under gzip, with commas, tabs or semicolons.</summary>
internal sealed class CsvTable : TableFile
{
    /// <summary>Octets of one row: an open quote would otherwise take in the rest of the file.</summary>
    private const int LongestRow = 4 << 20;

    private readonly string name;
    private readonly CsvReader reader;
    private bool damaged;

    private CsvTable(string name, TextReader text, char delimiter)
    {
        this.name = name;
        reader = CsvReader.Create(text, CsvReaderOptions.Default with
        {
            Separator = delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = _ => damaged = true,
        });
    }

    public override IReadOnlyList<string> Sheets => [""];

    protected override string Name => name;

    public static CsvTable Open(TableSource source, TableForm form, bool isGzip)
    {
        using var first = Octets(source, isGzip);
        var sample = TableSource.Sample(first);
        var encoding = TextEncodings.Of(form.Encoding, sample, source.Name);
        var delimiter = form.Delimiter ?? DelimiterOf(encoding.GetString(sample));
        return new CsvTable(source.Name, new StreamReader(Octets(source, isGzip), encoding), delimiter);
    }

    protected override IEnumerable<RawRow> RowsOf(string sheet)
    {
        while (reader.Read())
        {
            var cells = new Cell[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = new Cell(CellMark.Unmarked(reader.GetString(i)));
            }

            var isDamaged = damaged;
            damaged = false;
            yield return new RawRow((int)reader.LineNumber, cells, isDamaged);
        }
    }

    public override void Dispose() => reader.Dispose();

    private static Stream Octets(TableSource source, bool isGzip) =>
        isGzip ? new GZipStream(source.Open(), CompressionMode.Decompress) : source.Open();

    /// <summary>
    /// Tabs where Excel has written a text in UTF-16, semicolons where commas stand in numbers.
    /// </summary>
    private static char DelimiterOf(string sample)
    {
        var (commas, tabs, semicolons) =
            (sample.AsSpan().Count(','), sample.AsSpan().Count('\t'), sample.AsSpan().Count(';'));
        return tabs > commas && tabs >= semicolons ? '\t' : commas == 0 && semicolons > 0 ? ';' : ',';
    }
}

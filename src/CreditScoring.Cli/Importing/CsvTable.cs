using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// A table in a CSV file, plain or gzip, in the encoding that the mapping states.
/// </summary>
internal sealed class CsvTable : TableFile
{
    private readonly CsvReader reader;
    private bool damaged;

    private CsvTable(TextReader text, char delimiter)
    {
        reader = CsvReader.Create(text, CsvReaderOptions.Default with
        {
            Separator = delimiter,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => damaged = true,
        });
        Header = new TableHeader([.. reader.Headers.ToArray().Select(name => name.Trim())]);
    }

    public override TableHeader Header { get; }

    public static CsvTable Open(string path, string encoding, char delimiter)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Stream bytes = File.OpenRead(path);
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            bytes = new GZipStream(bytes, CompressionMode.Decompress);
        }

        // Bytes that are no characters become U+FFFD, which the door refuses: that row, not all.
        var text = new StreamReader(
            bytes, Encoding.GetEncoding(encoding), detectEncodingFromByteOrderMarks: true);
        return new CsvTable(text, delimiter);
    }

    public override IEnumerable<TableRow> Rows()
    {
        while (reader.Read())
        {
            var fields = new string[reader.FieldCount];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = reader.GetString(i);
            }

            yield return new TableRow(Header, (int)reader.LineNumber, fields, damaged);
            damaged = false;
        }
    }

    public override void Dispose() => reader.Dispose();
}

using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// A table in a CSV file, plain or gzip, in the encoding that the mapping states.
/// </summary>
internal sealed class TableFile : IDisposable
{
    private readonly CsvReader reader;
    private bool damaged;

    private TableFile(TextReader text, char delimiter)
    {
        reader = CsvReader.Create(text, CsvReaderOptions.Default with
        {
            Separator = delimiter,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => damaged = true,
        });
        Header = new TableHeader([.. reader.Headers.ToArray().Select(name => name.Trim())]);
    }

    public TableHeader Header { get; }

    public static TableFile Open(string path, string encoding, char delimiter)
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
        return new TableFile(text, delimiter);
    }

    public IEnumerable<TableRow> Rows()
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

    public void Dispose() => reader.Dispose();
}

namespace CreditScoring.Importing.Tables;

/// <summary>
/// A file of a table, wherever it is: its name, and its octets from the beginning as often as asked.
/// </summary>
/// <param name="Name">What people call it.</param>
/// <param name="Open">Its octets; of a workbook they can be sought in.</param>
internal sealed record TableSource(string Name, Func<Stream> Open)
{
    /// <summary>Octets by which a file is known.</summary>
    public const int SampleLength = 1 << 16;

    /// <summary>Its first rows, where they were taken out of it before; null: it is read.</summary>
    public SampledTable? Sampled { get; init; }

    public static TableSource OfFile(string path) => new(Path.GetFileName(path), () => File.OpenRead(path));

    /// <summary>Its first octets.</summary>
    public byte[] Sample()
    {
        using var octets = Open();
        return Sample(octets);
    }

    public static byte[] Sample(Stream octets)
    {
        var sample = new byte[SampleLength];
        return sample[..octets.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false)];
    }
}

/// <summary>How a table is written, as far as the mapping says.</summary>
/// <param name="Encoding">utf-8, gb18030 or utf-16; null: as the file shows.</param>
/// <param name="Delimiter">What stands between cells; null: as the file shows.</param>
/// <param name="Sheet">The sheet of a workbook; null: the first that has the columns.</param>
/// <param name="HeaderRow">
/// The row that names the columns; null: the first that names all that are read.
/// </param>
/// <param name="HeaderRows">
/// How many rows name them together; null: one, or two where one does not do.
/// </param>
internal sealed record TableForm(
    string? Encoding, char? Delimiter, string? Sheet, int? HeaderRow = null, int? HeaderRows = null);

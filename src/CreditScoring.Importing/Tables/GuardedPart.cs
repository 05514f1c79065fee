using System.Xml;

namespace CreditScoring.Importing.Tables;

/// <summary>
/// A part of a workbook as XML, which unpacks to no more than it may: neither as a whole, nor in one piece of
/// it (a text, an attribute), which the reader would hold in memory.
/// </summary>
internal sealed class GuardedPart : IDisposable
{
    /// <summary>Octets of one piece: a cell of Excel has 32,767 characters at the most.</summary>
    private const long MostOfPiece = 4 << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        // Nothing is fetched from elsewhere, and nothing is expanded.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // What no text may hold is told at its row, by the door.
        CheckCharacters = false,
    };

    private readonly CountedStream octets;

    public GuardedPart(Stream part, long most)
    {
        octets = new CountedStream(part, most, MostOfPiece);
        Xml = XmlReader.Create(octets, Settings);
    }

    public XmlReader Xml { get; }

    /// <summary>The next piece; false: there is none.</summary>
    public bool Read()
    {
        octets.BeginPiece();
        return Xml.Read();
    }

    /// <summary>The next piece at which an element of this name begins, whatever its prefix.</summary>
    public bool ReadTo(string name)
    {
        while (Read())
        {
            if (Xml.NodeType == XmlNodeType.Element && Xml.LocalName == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What the texts within the element at hand say together, without the readings (rPh) that stand above
    /// some.
    /// </summary>
    public string Words()
    {
        if (Xml.IsEmptyElement)
        {
            return "";
        }

        var depth = Xml.Depth;
        var words = "";
        while (Read() && Xml.Depth > depth)
        {
            if (Xml.NodeType == XmlNodeType.Element && Xml.LocalName == "rPh" && !Xml.IsEmptyElement)
            {
                var inner = Xml.Depth;
                while (Read() && Xml.Depth > inner)
                {
                }
            }
            else if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
                or XmlNodeType.SignificantWhitespace
                || (Xml.NodeType == XmlNodeType.Whitespace && Xml.XmlSpace == XmlSpace.Preserve))
            {
                words = words.Length == 0 ? Xml.Value : words + Xml.Value;
            }
        }

        return words;
    }

    public void Dispose()
    {
        Xml.Dispose();
        octets.Dispose();
    }
}

/// <summary>Counts what is read of a stream, as a whole and since a piece began.</summary>
internal sealed class CountedStream(Stream inner, long most, long mostOfPiece) : Stream
{
    private long read;
    private long began;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public void BeginPiece() => began = read;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        read += count;
        return read <= most && read - began <= mostOfPiece ? count
            : throw new GuardException("it unpacks to more than any table of a bureau holds");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

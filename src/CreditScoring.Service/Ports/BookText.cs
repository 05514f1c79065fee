using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CreditScoring.Law.Books;

namespace CreditScoring.Service.Ports;

/// <summary>
/// The text of a rule book as the record keeps it, once a book, so that what was judged by it can be
/// judged by it again.
/// </summary>
/// <param name="Book">The hash by which standings name the book.</param>
/// <param name="Packed">The text in UTF-8, packed with Brotli: some 60 KB for all shipped rules.</param>
public sealed record BookText(string Book, byte[] Packed)
{
    /// <summary>Many times the largest book: what unpacks to more is no book of ours.</summary>
    private const int LargestText = 64 << 20;

    public static BookText Of(string book, string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return new BookText(book, packed.ToArray());
    }

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public string Text() => Encoding.UTF8.GetString(Octets());

    /// <summary>SHA-256 of the text, 64 small hexadecimal digits; of damaged octets, of these.</summary>
    public string Hash()
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(Octets()));
        }
        catch (InvalidDataException)
        {
            return Convert.ToHexStringLower(SHA256.HashData(Packed));
        }
    }

    private byte[] Octets()
    {
        using var packing = new BrotliStream(new MemoryStream(Packed), CompressionMode.Decompress);
        using var text = new MemoryStream();
        var portion = new byte[1 << 16];
        for (int read; (read = packing.Read(portion)) > 0;)
        {
            text.Write(portion, 0, read);
            if (text.Length > LargestText)
            {
                throw new InvalidDataException("it unpacks to more than any rule book has");
            }
        }

        return text.ToArray();
    }
}

/// <summary>
/// From when on a rule book was the one in force, until another one was put in use, or other engines to
/// judge by it.
/// </summary>
public sealed record BookInForce(Basis Basis, DateTimeOffset Since)
{
    /// <summary>Its hash.</summary>
    public string Book => Basis.Book;
}

/// <summary>What the record has said of instants, and so owes.</summary>
/// <param name="Recorded">The last instant that anything in the record bears.</param>
/// <param name="Next">The earliest instant that anything recorded from now on bears: not before what is
/// recorded, and after every instant of which was answered what was known then.</param>
public readonly record struct RecordedInstants(DateTimeOffset Recorded, DateTimeOffset Next)
{
    /// <summary>What is kept now has to bear it: the clock's, or the earliest that is still free.</summary>
    public DateTimeOffset NoEarlierThan(DateTimeOffset now) => now < Next ? Next : now;
}

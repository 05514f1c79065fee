using System.IO.Compression;
using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Service.Backtests;

/// <summary>JSON that is kept packed, as a text.</summary>
internal static class PackedText
{
    public static string Of(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    /// <param name="name">How a fault names it.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static JsonPiece Read(string packed, string name)
    {
        using var packing = new BrotliStream(
            new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        using var text = new StreamReader(packing, Encoding.UTF8);
        return JsonDocumentReader.Read(new SourceText(name, text.ReadToEnd()), out var broken)
            ?? throw new InvalidDataException($"{broken}");
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace CreditScoring.Inbox;

/// <summary>Whether a packed file is whole: a gzip stream that is cut off ends without a word.</summary>
public static class PackedFile
{
    private const int Trailer = 4;

    /// <exception cref="InvalidDataException">
    /// Unpacked, it has not the length that its end says; so is one of several joined files.
    /// </exception>
    public static void Check(string path)
    {
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        using var file = File.OpenRead(path);
        var end = new byte[Trailer];
        file.Seek(-Math.Min(Trailer, file.Length), SeekOrigin.End);
        file.ReadAtLeast(end, Trailer, throwOnEndOfStream: false);
        file.Position = 0;
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        var length = 0L;
        for (var read = unpacked.Read(buffer); read > 0; read = unpacked.Read(buffer))
        {
            length += read;
        }

        if ((length & uint.MaxValue) != BinaryPrimitives.ReadUInt32LittleEndian(end))
        {
            throw new InvalidDataException("the packed file is cut off / 压缩文件不完整");
        }
    }
}

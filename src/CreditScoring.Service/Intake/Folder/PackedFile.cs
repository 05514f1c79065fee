using System.Buffers.Binary;
using System.IO.Compression;

namespace CreditScoring.Service.Intake.Folder;

/// <summary>
/// Whether a packed file is whole, and not too large: a gzip stream that is cut off ends without a word.
/// </summary>
public static class PackedFile
{
    /// <summary>Octets that a file has at most, unpacked: so many that its time is still bounded.</summary>
    public const long Largest = 4L << 30;

    private const int Trailer = 4;

    /// <exception cref="InvalidDataException">
    /// Unpacked, it has not the length that its end says; so is one of several joined files.
    /// </exception>
    /// <exception cref="FileTooLarge">It has more octets than are taken.</exception>
    public static void Check(LaidFile laid, long most = Largest)
    {
        if (laid.State.Size > most)
        {
            throw new FileTooLarge(most);
        }

        if (!laid.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        using var file = laid.Content();
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
            if (length > most)
            {
                throw new FileTooLarge(most);
            }
        }

        if ((length & uint.MaxValue) != BinaryPrimitives.ReadUInt32LittleEndian(end))
        {
            throw new InvalidDataException("the packed file is cut off / 压缩文件不完整");
        }
    }
}

/// <summary>A file with more octets than are taken at once; nothing of it is read.</summary>
public sealed class FileTooLarge(long most) : IOException(
    $"it has more than {most >> 20} MiB unpacked: lay it down in several files / 文件过大，请分成多个文件");

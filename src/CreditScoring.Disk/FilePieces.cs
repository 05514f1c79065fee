namespace CreditScoring.Disk;

/// <summary>The octets of a file in pieces, for who needs no more than one at a time.</summary>
public static class FilePieces
{
    private const int Size = 1 << 16;

    /// <summary>Each piece is good until the next is asked for.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[Size];
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            yield return buffer.AsMemory(0, read);
        }
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using CreditScoring.Importing.Tables;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// The file of a table, its first rows, and the rows that are to be mended, in pieces in the record: any
/// worker goes on with it, and none holds more than a piece in memory.
/// </summary>
internal sealed class TablePieces(ITableRecord record)
{
    private const string File = "file", Sample = "sample", Rejected = "rejected", Header = "header";

    private const int PieceOctets = 1 << 20;

    private static readonly JsonSerializerOptions Form = new() { IgnoreReadOnlyProperties = true };

    /// <summary>Keeps a file as it comes.</summary>
    /// <returns>Its octets and SHA-256; null: it has more than it may.</returns>
    public async Task<(long Octets, string Digest)?> KeepFileAsync(
        string table, Stream octets, long most, CancellationToken gone)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var room = new byte[PieceOctets];
        var (all, number) = (0L, 0L);
        while (await octets.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, gone)
            is > 0 and var read)
        {
            if ((all += read) > most)
            {
                return null;
            }

            hash.AppendData(room, 0, read);
            await record.KeepPieceAsync(new TablePiece(table, File, ++number, room[..read]));
        }

        return (all, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The file on this machine, as long as it is worked with.</summary>
    public async Task<LocalFile> FileAsync(HandedTable table)
    {
        var local = new LocalFile(table.Name);
        try
        {
            await using var to = local.Write();
            for (var after = 0L; await record.PieceAsync(table.Id, File, after) is { } piece;
                after = piece.Number)
            {
                await to.WriteAsync(piece.Octets);
            }
        }
        catch
        {
            local.Dispose();
            throw;
        }

        return local;
    }

    public Task KeepSampleAsync(string table, SampledTable sample) => record.KeepPieceAsync(
        new TablePiece(table, Sample, 1, Packed(JsonSerializer.SerializeToUtf8Bytes(sample.All, Form))));

    /// <summary>Its first rows; null: they are not there (any more).</summary>
    public async Task<SampledTable?> SampleAsync(HandedTable table) =>
        await record.PieceAsync(table.Id, Sample, 0) is { } piece
            && JsonSerializer.Deserialize<SampledSheet[]>(Unpacked(piece.Octets), Form) is { } sheets
            ? new SampledTable(table.Name, sheets) : null;

    /// <summary>The rows of a portion that are to be mended; in the place of those before.</summary>
    public Task KeepRejectedAsync(string table, long portion, IReadOnlyList<string[]> rows) =>
        record.KeepPieceAsync(new TablePiece(
            table, Rejected, portion, Packed(JsonSerializer.SerializeToUtf8Bytes(rows))));

    public Task KeepHeaderAsync(string table, IEnumerable<string> columns) =>
        record.KeepPieceAsync(new TablePiece(
            table, Header, 1, Packed(JsonSerializer.SerializeToUtf8Bytes(columns.ToArray()))));

    /// <summary>The header of what is to be mended; null: nothing is.</summary>
    public async Task<string[]?> HeaderAsync(string table) =>
        await record.PieceAsync(table, Header, 0) is { } piece
            ? JsonSerializer.Deserialize<string[]>(Unpacked(piece.Octets)) : null;

    /// <summary>The rows of the next portion behind one; null: there is none.</summary>
    public async Task<(long Portion, string[][] Rows)?> RejectedAsync(string table, long after) =>
        await record.PieceAsync(table, Rejected, after) is { } piece
            ? (piece.Number, JsonSerializer.Deserialize<string[][]>(Unpacked(piece.Octets))!) : null;

    public async Task ForgetRejectedAsync(string table)
    {
        await record.ForgetPiecesAsync(table, Rejected);
        await record.ForgetPiecesAsync(table, Header);
    }

    /// <summary>The file is not needed any more; what is to be mended stays.</summary>
    public async Task ForgetFileAsync(string table)
    {
        await record.ForgetPiecesAsync(table, File);
        await record.ForgetPiecesAsync(table, Sample);
    }

    private static byte[] Packed(byte[] octets)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(octets);
        }

        return packed.ToArray();
    }

    private static MemoryStream Unpacked(byte[] octets)
    {
        var unpacked = new MemoryStream();
        using var packing = new BrotliStream(new MemoryStream(octets), CompressionMode.Decompress);
        packing.CopyTo(unpacked);
        unpacked.Position = 0;
        return unpacked;
    }
}

/// <summary>A copy of a file that is gone once it is worked with no more.</summary>
internal sealed class LocalFile(string name) : IDisposable
{
    private const string Named = "credit-table-";

    /// <summary>Nobody works with one for so long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly string path = Path.Combine(
        Path.GetTempPath(), Named + RandomNumberGenerator.GetHexString(16, lowercase: true));

    public TableSource Source => new(name, () => File.OpenRead(path));

    /// <summary>
    /// Removes the copies of a process that was killed: they may say of persons what nobody is to find there.
    /// </summary>
    public static void RemoveLost()
    {
        using var fresh = new LocalFile("");
        fresh.Write().Dispose();
        // Files have the time of their disk, whatever the clock of the service says.
        var lost = File.GetLastWriteTimeUtc(fresh.path) - Longest;
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), $"{Named}*")
            .Where(file => File.GetLastWriteTimeUtc(file) < lost))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                // Another user's, who removes it himself.
            }
        }
    }

    public FileStream Write() => new(path, FileMode.CreateNew, FileAccess.Write);

    public void Dispose() => File.Delete(path);
}

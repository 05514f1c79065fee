using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CreditScoring.Disk;
using CreditScoring.Documents;

namespace CreditScoring.Service.RuleShelf;

/// <summary>
/// The rules folder at one moment. It is looked at every few seconds and hardly ever changes: what two looks
/// are compared by is a print of it, and its octets become texts only where somebody is to read them.
/// </summary>
public sealed class FolderLook
{
    private readonly IReadOnlyList<RuleFile> files;

    private FolderLook(IReadOnlyList<RuleFile> files, string? accepted)
    {
        (this.files, Accepted) = (files, accepted);
        Print = PrintOf(files, accepted);
    }

    /// <summary>What accepted-book says; null: there is none.</summary>
    public string? Accepted { get; }

    /// <summary>The same of two looks only where every document and what is accepted were the same.</summary>
    public string Print { get; }

    /// <summary>The documents as they were then, whatever became of them since.</summary>
    public IReadOnlyList<SourceText> Documents => [.. files.Select(each => each.Read())];

    /// <exception cref="IOException">The folder, or a document of it, cannot be read.</exception>
    public static FolderLook At(string folder) => new(RuleFolder.Files(folder), Withdrawal.Accepted(folder));

    private static string PrintOf(IReadOnlyList<RuleFile> files, string? accepted)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(all, accepted is null ? [] : Encoding.UTF8.GetBytes($"={accepted}"));
        foreach (var file in files)
        {
            Add(all, Encoding.UTF8.GetBytes(file.Name));
            Add(all, file.Octets);
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    /// <summary>With its length before it, so that no octet passes from one part into the next.</summary>
    private static void Add(IncrementalHash all, byte[] part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        all.AppendData(length);
        all.AppendData(part);
    }
}

using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>The documents of one pack's folder, by what they are.</summary>
public sealed class PackFiles
{
    /// <summary>Name of the file in which a pack's publication is recorded.</summary>
    public const string PublishedFile = "published.json";

    private readonly SortedDictionary<string, SourceText> files;

    /// <param name="folder">The pack's folder, such as <c>cn/product-quality-points/2024-01-01</c>.</param>
    /// <param name="files">Its documents by path within the folder.</param>
    public PackFiles(string folder, IReadOnlyDictionary<string, SourceText> files)
    {
        Folder = folder;
        this.files = new SortedDictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var (path, source) in files)
        {
            this.files.Add(path, source);
        }
    }

    public string Folder { get; }

    public SourceText Manifest => files["pack.json"];

    public SourceText? Law => files.GetValueOrDefault("law.md");

    public IEnumerable<SourceText> Workflows => Ending(".workflow.json");

    public IEnumerable<SourceText> Tables => files
        .Where(file => file.Key.StartsWith("tables/", StringComparison.Ordinal)
            && file.Key.EndsWith(".json", StringComparison.Ordinal))
        .Select(file => file.Value);

    public IEnumerable<SourceText> Cases => Ending(".cases.json");

    /// <summary>The templates of papers (文书).</summary>
    public IEnumerable<SourceText> Papers => files
        .Where(file => file.Key.StartsWith("notice/", StringComparison.Ordinal)
            && file.Key.EndsWith(".md", StringComparison.Ordinal))
        .Select(file => file.Value);

    /// <summary>The record of the pack's publication, from which on it is frozen; null: not yet.</summary>
    public SourceText? Published => files.GetValueOrDefault(PublishedFile);

    /// <summary>The paths of its documents within the folder, in order.</summary>
    public IEnumerable<string> Paths => files.Keys;

    /// <summary>The document at a path within the folder; null: there is none.</summary>
    public SourceText? At(string path) => files.GetValueOrDefault(path);

    /// <summary>The same folder with one document changed.</summary>
    public PackFiles With(SourceText changed) => new(Folder, files.ToDictionary(
        each => each.Key, each => each.Value.File == changed.File ? changed : each.Value));

    /// <summary>SHA-256 over the documents that can change an outcome; cases and law.md cannot.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, source) in files)
        {
            if (CanChangeAnOutcome(path))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{source.Text}\0"));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether a document at a path within the folder can; cases and law.md cannot.</summary>
    public static bool CanChangeAnOutcome(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal) && path != PublishedFile
        && !path.StartsWith("cases/", StringComparison.Ordinal);

    private IEnumerable<SourceText> Ending(string suffix) => files
        .Where(file => file.Key.EndsWith(suffix, StringComparison.Ordinal)).Select(file => file.Value);
}

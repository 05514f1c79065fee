using CreditScoring.Documents;

namespace CreditScoring.Disk;

/// <summary>A document of a rules folder as it is on disk.</summary>
/// <param name="Name">Its path from the folder, with forward slashes.</param>
/// <param name="Octets">What it holds, not read as text yet.</param>
public sealed record RuleFile(string Name, byte[] Octets)
{
    /// <summary>The document as text, read as any file that a person wrote.</summary>
    public SourceText Read()
    {
        using var text = TextFile.Open(new MemoryStream(Octets));
        return new SourceText(Name, text.ReadToEnd());
    }
}

/// <summary>
/// A folder of rules on disk: every JSON, law.md and official text under it, by its path from the
/// folder.
/// </summary>
public static class RuleFolder
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<SourceText> Read(string folder) =>
        [.. Files(folder).Select(each => each.Read())];

    /// <summary>The documents in octets: for who asks first whether they have changed.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<RuleFile> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(IsRuleDocument)
            .Select(path => (path, name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .OrderBy(each => each.name, StringComparer.Ordinal)
            .Select(each => new RuleFile(each.name, File.ReadAllBytes(each.path))),
    ];

    /// <summary>The rules to use where nobody said: those beside the binaries.</summary>
    public static string BesideTheBinaries => Path.Combine(AppContext.BaseDirectory, "rules");

    private static bool IsRuleDocument(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal)
        || Path.GetFileName(path).Equals("law.md", StringComparison.Ordinal)
        || IsPaper(path) || IsOfficialText(path);

    /// <summary>Templates of papers (文书) stand in a pack's notice/.</summary>
    private static bool IsPaper(string path) => Path.GetExtension(path) is ".md"
        && Path.GetFileName(Path.GetDirectoryName(path)) == "notice";

    /// <summary>
    /// Official texts stand in a pack's texts/, so that quotations can be held against them.
    /// </summary>
    private static bool IsOfficialText(string path) =>
        Path.GetExtension(path) is ".md" or ".txt"
        && Path.GetFileName(Path.GetDirectoryName(path)) == "texts";
}

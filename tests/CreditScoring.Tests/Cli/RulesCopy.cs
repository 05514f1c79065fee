namespace CreditScoring.Tests.Cli;

/// <summary>A copy of the shipped rules that a test may edit.</summary>
internal sealed class RulesCopy : IDisposable
{
    public const string DefaultPack = "cn/product-quality-points/2024-01-01";

    public RulesCopy()
    {
        var shipped = RepositoryFiles.Path("rules");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("rules-").FullName;

    public string Pack => Path.Combine(Folder, DefaultPack);

    public static string ShippedPack => RepositoryFiles.Path($"rules/{DefaultPack}");

    /// <summary>Replaces a text of a file of a pack, which must be there.</summary>
    public void Edit(string file, string was, string becomes, string pack = DefaultPack)
    {
        var path = Path.Combine(Folder, pack, file);
        var text = File.ReadAllText(path);
        if (!text.Contains(was, StringComparison.Ordinal))
        {
            throw new ArgumentException($"{file} does not say {was}");
        }

        File.WriteAllText(path, text.Replace(was, becomes, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

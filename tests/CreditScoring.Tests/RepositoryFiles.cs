using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Tests;

/// <summary>Files of the repository, found upward from where the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>The catalogue of a rules folder, which must be free of flaws.</summary>
    public static EventCatalogue Catalogue(string rules)
    {
        var documents = Directory.GetFiles(Path($"{rules}/events"), "*.json")
            .Select(file => new SourceText(System.IO.Path.GetRelativePath(Root, file), File.ReadAllText(file)));
        return CatalogueReader.TryRead(documents, out var catalogue, out var flaws) ? catalogue!
            : throw new InvalidOperationException(string.Join("\n", flaws));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "CreditScoring.sln")))
        {
            folder = Directory.GetParent(folder)!.FullName;
        }

        return folder;
    }
}

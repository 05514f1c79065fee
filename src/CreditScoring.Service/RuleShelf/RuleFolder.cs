using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.RuleShelf;

/// <summary>Reads the documents of a folder of rules (JSON and Markdown); judges nothing.</summary>
internal static class RuleFolder
{
    private static readonly string[] Endings = [".json", ".md"];

    /// <summary>Every document by its path from the folder, with forward slashes, in order of path.</summary>
    /// <exception cref="IOException">The folder, or a file in it, cannot be read.</exception>
    public static List<SourceText> Read(string folder)
    {
        var root = Path.GetFullPath(folder);
        var found = new List<SourceText>();
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            if (Endings.Contains(Path.GetExtension(file)) && !IsHidden(root, file))
            {
                found.Add(new SourceText(NameOf(root, file), File.ReadAllText(file, Encoding.UTF8)));
            }
        }

        found.Sort((left, right) => string.CompareOrdinal(left.File, right.File));
        return found;
    }

    private static string NameOf(string root, string file) =>
        Path.GetRelativePath(root, file).Replace('\\', '/');

    // Editors and version control keep their own files in folders that begin with a dot.
    private static bool IsHidden(string root, string file) =>
        NameOf(root, file).Split('/').Any(part => part.StartsWith('.'));
}

namespace CreditScoring.Tests.House;

/// <summary>The files of code that people wrote, without what builds leave behind.</summary>
internal static class SourceFiles
{
    public static IEnumerable<string> Under(string folder, string kind = "*.cs") =>
        Directory.EnumerateFiles(folder, kind, SearchOption.AllDirectories)
            .Where(file => !From(folder, file).Split('/').Any(part => part is "bin" or "obj"));

    public static string From(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
}

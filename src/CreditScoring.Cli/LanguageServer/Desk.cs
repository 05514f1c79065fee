using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Workbench.Editing;

namespace CreditScoring.Cli.LanguageServer;

/// <summary>
/// One folder of rules of which an editor has files open: what it shows goes before what is saved.
/// </summary>
internal sealed class Desk(string folder)
{
    private readonly Dictionary<string, string> open = new(StringComparer.Ordinal);
    private volatile EditedRules rules = EditedRules.Of(RuleFolder.Read(folder), SecondEngine.Always());

    public string Folder => folder;

    /// <summary>The rules as they stand now; read from any thread.</summary>
    public EditedRules Rules => rules;

    /// <summary>The file that was opened, changed, saved or closed last.</summary>
    public string Touched { get; private set; } = "";

    /// <summary>The open files with the names that the editor has for them.</summary>
    public IReadOnlyDictionary<string, string> Open
    {
        get
        {
            lock (open)
            {
                return new Dictionary<string, string>(open);
            }
        }
    }

    /// <summary>The rules folder that a path is in; null: it is in none.</summary>
    public static string? FolderOf(string path)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "events")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    public string FileOf(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    /// <summary>What the editor calls a file: as it said, or else by its path.</summary>
    public string UriOf(string file)
    {
        lock (open)
        {
            return open.GetValueOrDefault(file) ?? new Uri(Path.Combine(folder, file)).AbsoluteUri;
        }
    }

    public void Show(string file, string uri, string text)
    {
        lock (open)
        {
            open[file] = uri;
        }

        Take(file, text);
    }

    public void Take(string file, string text)
    {
        rules = rules.With(new SourceText(file, text));
        Touched = file;
    }

    /// <summary>What was not saved is gone.</summary>
    public void Close(string file)
    {
        lock (open)
        {
            open.Remove(file);
        }

        Reread();
        Touched = file;
    }

    /// <summary>Other files may have been written by others.</summary>
    public void Reread()
    {
        var saved = RuleFolder.Read(folder).ToDictionary(each => each.File, StringComparer.Ordinal);
        var shown = Open;
        var now = rules;
        var gone = now.Documents.Keys.Where(file => !saved.ContainsKey(file) && !shown.ContainsKey(file));
        foreach (var file in gone.ToArray())
        {
            now = now.Without(file);
        }

        foreach (var document in saved.Values.Where(each => !shown.ContainsKey(each.File)))
        {
            now = now.With(document);
        }

        rules = now;
    }
}

namespace CreditScoring.Inbox;

/// <summary>
/// A folder with <c>inbox/</c> and <c>done/</c>. A file is ready when its size and time have stood
/// still from one look to the next; a careful sender writes under another name and renames.
/// </summary>
public sealed class DropFolder
{
    private readonly string inbox;
    private readonly string done;
    private readonly HashSet<(string Path, long Size, DateTime Written)> left = [];
    private HashSet<(string Path, long Size, DateTime Written)> before = [];

    public DropFolder(string root)
    {
        inbox = Directory.CreateDirectory(Path.Combine(root, "inbox")).FullName;
        done = Directory.CreateDirectory(Path.Combine(root, "done")).FullName;
    }

    /// <summary>Files to take in now, by name.</summary>
    public IReadOnlyList<string> Ready()
    {
        var now = Directory.EnumerateFiles(inbox).Where(IsOfEvents).Select(Seen).ToHashSet();
        var still = now.Where(file => before.Contains(file) && !left.Contains(file) && file.Size > 0)
            .Select(file => file.Path).Order(StringComparer.Ordinal).ToArray();
        before = now;
        return still;
    }

    /// <summary>A file that cannot be read stays as it is, and is read again only once it is changed.</summary>
    public void Leave(string path) => left.Add(Seen(path));

    /// <summary>Where it goes: nothing in done/ is ever replaced.</summary>
    public string DoneNameOf(string path)
    {
        var plain = Path.Combine(done, Path.GetFileName(path));
        var name = plain;
        for (var number = 1; File.Exists(name) || File.Exists(RejectedEvents.NameOf(name)); number++)
        {
            name = $"{plain}.{number}";
        }

        return name;
    }

    private static (string Path, long Size, DateTime Written) Seen(string path)
    {
        var file = new FileInfo(path);
        return (path, file.Exists ? file.Length : 0, file.LastWriteTimeUtc);
    }

    private static bool IsOfEvents(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".ndjson" or ".json" or ".gz"
        && !Path.GetFileName(path).StartsWith('.');
}

using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Intake.Folder;

/// <summary>
/// A folder with <c>inbox/</c>, <c>done/</c> and, for what is too large, <c>aside/</c>. A file is
/// ready when its size and time have stood still from one look to the next; a careful sender writes
/// under another name and renames.
/// </summary>
public sealed class DropFolder
{
    /// <summary>Files of done/ that are looked at again, in case somebody still writes to them.</summary>
    private const int MostWatched = 1000;

    private static readonly TimeSpan Watched = TimeSpan.FromHours(1);

    private readonly string inbox;
    private readonly string done;
    private readonly string aside;
    private readonly LinkedList<(string Path, FileStat State, long Until)> moved = [];
    private readonly HashSet<(string Path, FileStat? State)> left = [];
    private HashSet<(string Path, FileStat? State)> before = [];

    public DropFolder(string root)
    {
        inbox = Directory.CreateDirectory(Path.Combine(root, "inbox")).FullName;
        done = Directory.CreateDirectory(Path.Combine(root, "done")).FullName;
        aside = Path.Combine(root, "aside");
    }

    /// <summary>Files to take in now, by name.</summary>
    public IReadOnlyList<string> Ready()
    {
        var now = Directory.EnumerateFileSystemEntries(inbox).Where(IsOfEvents).Select(Seen).ToHashSet();
        left.IntersectWith(now);
        var still = now.Where(file => before.Contains(file) && !left.Contains(file)
                && file.State is { } state && (state.Size > 0 || !state.IsRegular))
            .Select(file => file.Path).Order(StringComparer.Ordinal).ToArray();
        before = now;
        return still;
    }

    /// <summary>
    /// A file that cannot be read stays as it is, and is read again only once it is changed.
    /// </summary>
    public void Leave(string path) => left.Add(Seen(path));

    /// <summary>
    /// A file that will not be read; by its reason, which lies beside it, it can be mended.
    /// </summary>
    public string AsideNameOf(string path) =>
        FreeName(Directory.CreateDirectory(aside).FullName, path);

    /// <summary>Moves a file that was read to done/, if its name still means it as it was read.</summary>
    /// <returns>Whether it did; if not, it is read again.</returns>
    public bool TryFinish(LaidFile laid, string name)
    {
        if (!laid.IsStill(laid.Path))
        {
            return false;
        }

        File.Move(laid.Path, name);
        if (!laid.IsStill(name))
        {
            Return(name);
            return false;
        }

        moved.AddLast((name, laid.State, Environment.TickCount64 + (long)Watched.TotalMilliseconds));
        return true;
    }

    /// <summary>Brings back what was written to after it had been moved to done/.</summary>
    /// <returns>Their names in done/.</returns>
    public IReadOnlyList<string> ReturnChanged()
    {
        var changed = new List<string>();
        for (var each = moved.First; each is not null;)
        {
            var (next, now) = (each.Next, FileStat.Of(each.Value.Path));
            var isSame = now == each.Value.State;
            if (!isSame || Environment.TickCount64 > each.Value.Until || moved.Count > MostWatched)
            {
                moved.Remove(each);
            }

            if (!isSame && now?.Identity == each.Value.State.Identity)
            {
                Return(each.Value.Path);
                changed.Add(each.Value.Path);
            }

            each = next;
        }

        return changed;
    }

    /// <summary>Where it goes: nothing in done/ is ever replaced.</summary>
    public string DoneNameOf(string path) => FreeName(done, path);

    /// <summary>A name that says its form by its end, however it was numbered.</summary>
    private void Return(string path)
    {
        var form = Path.GetFileName(path).Split('.')
            .LastOrDefault(part => IsOfEvents($"x.{part}")) ?? "ndjson";
        var plain = Path.Combine(inbox, Path.GetFileName(path));
        var name = IsOfEvents(plain) ? plain : $"{plain}.{form}";
        for (var number = 1; Path.Exists(name); number++)
        {
            name = $"{plain}.again{number}.{form}";
        }

        File.Move(path, name);
    }

    private static string FreeName(string folder, string path)
    {
        var plain = Path.Combine(folder, Path.GetFileName(path));
        var name = plain;
        for (var number = 1; File.Exists(name) || File.Exists(RejectedEvents.NameOf(name)); number++)
        {
            name = $"{plain}.{number}";
        }

        return name;
    }

    private static (string Path, FileStat? State) Seen(string path) => (path, FileStat.Of(path));

    private static bool IsOfEvents(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".ndjson" or ".json" or ".gz"
        && !Path.GetFileName(path).StartsWith('.');
}

namespace CreditScoring.Service.Hosting;

/// <summary>
/// Which file it is that stands under a name: its device and its number there (inode). A file that
/// was moved keeps it; another file under the same name has another.
/// </summary>
public readonly record struct FileIdentity(ulong Device, ulong Number)
{
    /// <summary>Null: there is no such file. Where the system does not tell (it is no Linux), all
    /// files are the same.</summary>
    public static FileIdentity? Of(string path) => FileStat.Of(path, follow: true)?.Identity;
}

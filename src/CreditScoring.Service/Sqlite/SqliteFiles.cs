using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sqlite;

/// <summary>
/// The files of an open record: the one that was opened must stand under its name as long as it is
/// used. What is written to a file that was removed or replaced is gone with the next start.
/// </summary>
internal sealed class SqliteFiles
{
    /// <summary>What to do where nothing can be written beside a record.</summary>
    public const string ReadOnlyMedia =
        "who only reads a record too has to write beside it. If it lies on read-only media, copy it with its "
        + "-wal to where you can write, and name the copy with --record";

    private readonly IReadOnlyList<(string Path, FileIdentity? Opened)> files;

    /// <param name="path">Of a record that is open and has its write-ahead log.</param>
    public SqliteFiles(string path) => files =
        [.. new[] { path, $"{path}-wal", $"{path}-shm" }.Select(each => (each, FileIdentity.Of(each)))];

    /// <exception cref="RecordUnavailable">Another file, or none, stands there now.</exception>
    public void Check()
    {
        foreach (var (path, opened) in files)
        {
            var now = FileIdentity.Of(path);
            if (now != opened)
            {
                throw new RecordUnavailable(
                    $"{path} was {(now is null ? "removed" : "replaced")} while it was in use: put the "
                    + "file back, or stop the service, restore a backup and send again what came since");
            }
        }
    }

    /// <summary>Whether a file could not be held because another process holds it, and not for what its
    /// disk or its folder says.</summary>
    public static bool IsHeld(IOException wrong) => OperatingSystem.IsWindows()
        ? wrong.HResult == unchecked((int)0x80070020)
        : wrong.HResult == (OperatingSystem.IsMacOS() ? 35 : 11);

    /// <summary>Opens a file that is only held, so that no other process can hold it, by whatever
    /// name; made for its owner alone where there is none.</summary>
    /// <exception cref="IOException">Another process holds it.</exception>
    public static FileStream Hold(string path)
    {
        var how = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, how);
    }
}

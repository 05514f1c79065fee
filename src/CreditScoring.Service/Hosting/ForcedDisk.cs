using System.Runtime.InteropServices;

namespace CreditScoring.Service.Hosting;

/// <summary>Makes sure that what was written is on the disk, and not only on its way to it.</summary>
public static class ForcedDisk
{
    /// <summary>Forces a file, or the names in a folder, to the disk.</summary>
    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // Its file system keeps names with the files; of a file, this is all there is to do.
            if (File.Exists(path))
            {
                using var file = File.OpenHandle(path, access: FileAccess.ReadWrite);
                RandomAccess.FlushToDisk(file);
            }

            return;
        }

        var handle = Open(path, 0);
        var done = handle >= 0 && Fsync(handle) == 0;
        var why = Marshal.GetLastPInvokeErrorMessage();
        if (handle >= 0)
        {
            _ = Close(handle);
        }

        if (!done)
        {
            throw new IOException($"{path} cannot be forced to the disk: {why}");
        }
    }

    // .NET opens no folder, and the name of a new file is in its folder.
    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}

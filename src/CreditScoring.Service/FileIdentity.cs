using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CreditScoring.Service;

/// <summary>
/// Which file it is that stands under a name: its device and its number there (inode). A file that
/// was moved keeps it; another file under the same name has another.
/// </summary>
public readonly record struct FileIdentity(ulong Device, ulong Number)
{
    private const int CurrentFolder = -100;
    private const uint BasicFields = 0x7ff;
    private const int NumberAt = 32;
    private const int DeviceAt = 136;

    /// <summary>Null: there is no such file. Where the system does not tell (it is no Linux), all
    /// files are the same.</summary>
    public static FileIdentity? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path) ? default(FileIdentity) : null;
        }

        // 256 octets, laid out alike on every processor, unlike those of stat.
        var told = new byte[256];
        return Statx(CurrentFolder, path, 0, BasicFields, told) == 0
            ? new FileIdentity(
                BinaryPrimitives.ReadUInt64LittleEndian(told.AsSpan(DeviceAt)),
                BinaryPrimitives.ReadUInt64LittleEndian(told.AsSpan(NumberAt)))
            : null;
    }

    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi)]
    private static extern int Statx(int folder, string path, int flags, uint fields, [Out] byte[] told);
}

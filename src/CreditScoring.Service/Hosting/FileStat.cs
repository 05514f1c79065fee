using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CreditScoring.Service.Hosting;

/// <summary>
/// How a file stands at a moment: which it is, its size in octets, the instant of its last change of
/// content in nanoseconds, its kind and permissions. A link stands for itself, unless it is followed.
/// </summary>
public readonly record struct FileStat(FileIdentity Identity, long Size, Int128 Written, int Mode)
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int TheOpenOne = 0x1000;
    private const uint BasicFields = 0x7ff;
    private const int ModeAt = 28;
    private const int NumberAt = 32;
    private const int SizeAt = 40;
    private const int SecondsAt = 112;
    private const int NanosecondsAt = 120;
    private const int DeviceAt = 136;
    private const int KindBits = 0xF000;
    private const int Regular = 0x8000;

    public bool IsRegular => (Mode & KindBits) == Regular;

    /// <summary>Null: there is nothing under the name, or it cannot be looked at. Where the system
    /// does not tell (it is no Linux), all files are the same one.</summary>
    public static FileStat? Of(string path, bool follow = false) =>
        OperatingSystem.IsLinux() ? Ask(CurrentFolder, path, follow ? 0 : NoFollow)
            : Told(new FileInfo(path), follow);

    /// <summary>Of an open file, whatever its name means by now.</summary>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    public static FileStat Of(SafeFileHandle file, string path) =>
        (OperatingSystem.IsLinux() ? Ask((int)file.DangerousGetHandle(), "", TheOpenOne)
            : Told(new FileInfo(path), follow: true))
        ?? throw new IOException($"{path} cannot be looked at");

    private static FileStat? Ask(int folder, string path, int flags)
    {
        // 256 octets, laid out alike on every processor, unlike those of stat.
        var told = new byte[256];
        return Statx(folder, path, flags, BasicFields, told) == 0
            ? new FileStat(
                new FileIdentity(Number(told, DeviceAt), Number(told, NumberAt)),
                (long)Number(told, SizeAt),
                ((Int128)(long)Number(told, SecondsAt) * 1_000_000_000)
                    + BinaryPrimitives.ReadUInt32LittleEndian(told.AsSpan(NanosecondsAt)),
                BinaryPrimitives.ReadUInt16LittleEndian(told.AsSpan(ModeAt)))
            : null;
    }

    private static ulong Number(byte[] told, int at) =>
        BinaryPrimitives.ReadUInt64LittleEndian(told.AsSpan(at));

    private static FileStat? Told(FileInfo file, bool follow) => !file.Exists ? null
        : new FileStat(
            default, file.Length, file.LastWriteTimeUtc.Ticks,
            follow || file.LinkTarget is null ? Regular : 0);

    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi)]
    private static extern int Statx(int folder, string path, int flags, uint fields, [Out] byte[] told);
}

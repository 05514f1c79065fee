using System.Runtime.InteropServices;
using System.Text;
using CreditScoring.Service.Hosting;
using Microsoft.Win32.SafeHandles;

namespace CreditScoring.Service.Intake.Folder;

/// <summary>
/// A file of the inbox, opened once and read through that one handle: no link is followed, and what is
/// no regular file is not waited for. Its name may come to mean another file meanwhile.
/// </summary>
public sealed class LaidFile : IDisposable
{
    private const int NoWait = 0x800;
    private const int CloseOnExec = 0x80000;

    /// <summary>Octets of a name, with room for what is written beside the file.</summary>
    private const int LongestName = 230;

    // Errors that are of this one file: no permission, no device behind it, a folder, a link.
    private static readonly int[] OfTheFile = [13, 6, 21, 40];

    private static readonly int NoFollow =
        RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x8000 : 0x20000;

    private readonly SafeFileHandle file;

    private LaidFile(string path, SafeFileHandle file)
    {
        (Path, this.file) = (path, file);
        State = FileStat.Of(file, path);
    }

    public string Path { get; }

    /// <summary>As it stood when it was opened.</summary>
    public FileStat State { get; }

    /// <summary>Whether it is as it was when it was opened, and a name still means it.</summary>
    public bool IsStill(string path) =>
        FileStat.Of(file, path) == State && FileStat.Of(path) == State;

    /// <exception cref="UnfitFile">It will not be read as long as it is as it is.</exception>
    /// <exception cref="IOException">It cannot be read now.</exception>
    public static LaidFile Open(string path)
    {
        if (Encoding.UTF8.GetByteCount(System.IO.Path.GetFileName(path)) > LongestName)
        {
            throw new UnfitFile($"its name has more than {LongestName} octets / 文件名过长");
        }

        if (FileStat.Of(path) is { IsRegular: false })
        {
            throw new UnfitFile("it is no regular file, and links are not followed / 不是普通文件，不跟随链接");
        }

        var laid = new LaidFile(path, OperatingSystem.IsLinux() ? Opened(path) : File.OpenHandle(path));
        if (laid.State.IsRegular)
        {
            return laid;
        }

        laid.Dispose();
        throw new UnfitFile("it is no regular file / 不是普通文件");
    }

    /// <summary>Its content from the beginning; closing it leaves the file open.</summary>
    public Stream Content() => new FileStream(
        new SafeFileHandle(file.DangerousGetHandle(), ownsHandle: false), FileAccess.Read)
    {
        Position = 0,
    };

    public void Dispose() => file.Dispose();

    private static SafeFileHandle Opened(string path)
    {
        var number = Open(path, NoWait | CloseOnExec | NoFollow);
        if (number >= 0)
        {
            return new SafeFileHandle(number, ownsHandle: true);
        }

        var error = Marshal.GetLastPInvokeError();
        var why = Marshal.GetPInvokeErrorMessage(error);
        throw OfTheFile.Contains(error) ? new UnfitFile($"{why} / 无法打开") : new IOException(why);
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, SetLastError = true)]
    private static extern int Open(string path, int flags);
}

/// <summary>Something in the inbox that is not read as long as it is as it is.</summary>
public sealed class UnfitFile(string why) : IOException(why);

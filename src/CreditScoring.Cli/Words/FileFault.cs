using CreditScoring.Documents;

namespace CreditScoring.Cli.Words;

/// <summary>What the operating system said of a file, in a sentence for people.</summary>
internal static class FileFault
{
    // Numbers of POSIX (errno), which .NET keeps in the low half of an HResult.
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int BrokenPipe = 32;

    /// <summary>True: whoever reads our output has gone, and nobody is left to be told.</summary>
    public static bool IsBrokenPipe(Exception fault) => fault is IOException && Number(fault) == BrokenPipe;

    public static Wording Of(Exception fault)
    {
        var path = fault is FileNotFoundException { FileName: { } name } ? name : Quoted(fault.Message);
        return fault switch
        {
            FileNotFoundException => Phrases.NoFile(path),
            DirectoryNotFoundException => Phrases.NoFolder(path),
            UnauthorizedAccessException when Directory.Exists(path) => Phrases.IsFolder(path),
            UnauthorizedAccessException => Phrases.NotAllowed(path),
            InvalidDataException => Phrases.NotPacked,
            IOException when Number(fault) == NoSpace => Phrases.DiskFull(path),
            IOException when Number(fault) == ReadOnly => Phrases.ReadOnly(path),
            _ => Phrases.CannotReadOrWrite(path, fault.Message),
        };
    }

    private static int Number(Exception fault) => fault.HResult & 0xFFFF;

    /// <summary>.NET puts the path in quotes; it has no property for it.</summary>
    private static string Quoted(string message)
    {
        var (first, last) = (message.IndexOf('\'', StringComparison.Ordinal), message.LastIndexOf('\''));
        return last > first ? message[(first + 1)..last] : "";
    }
}

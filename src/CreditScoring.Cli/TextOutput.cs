using System.Text;
using CreditScoring.Cli.Terminal;

namespace CreditScoring.Cli;

/// <summary>Where lines go: a file, or standard output; UTF-8, line feeds, large pieces.</summary>
internal static class TextOutput
{
    private const int BufferSize = 1 << 16;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static StreamWriter Open(FileInfo? file)
    {
        if (file is null && !Console.IsOutputRedirected)
        {
            Progress.Hush();
        }

        return new StreamWriter(file is null ? Console.OpenStandardOutput() : file.Create(), Utf8, BufferSize)
        {
            NewLine = "\n",
        };
    }
}

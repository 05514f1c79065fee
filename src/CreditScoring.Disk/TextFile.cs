using System.Text;

namespace CreditScoring.Disk;

/// <summary>
/// A file that a person wrote, read as UTF-8 whatever it begins with: what is in another encoding then
/// shows as damaged at its place, where a guess could turn it into other words.
/// </summary>
public static class TextFile
{
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string Read(string path)
    {
        using var text = Open(File.OpenRead(path));
        return text.ReadToEnd();
    }

    /// <summary>The same for octets that come from elsewhere.</summary>
    public static StreamReader Open(Stream octets) =>
        new(octets, new UTF8Encoding(), detectEncodingFromByteOrderMarks: false);
}

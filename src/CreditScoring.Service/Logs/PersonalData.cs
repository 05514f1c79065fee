using System.Text.RegularExpressions;

namespace CreditScoring.Service.Logs;

/// <summary>
/// The last guard of the log: whatever a message or an exception carries, codes of enterprises,
/// identity numbers and the hashes that stand for persons do not get through.
/// </summary>
public static partial class PersonalData
{
    public const string Mask = "[masked]";

    /// <summary>The text with such ids masked.</summary>
    public static string Masked(string text) => Ids().Replace(text, Mask);

    /// <summary>
    /// 64 hexadecimal digits (a keyed hash); 18 letters and digits of which six stand together as
    /// digits (a unified social credit code, an identity number); 15 digits (an old one); 11 that read as
    /// the number of a mobile phone.
    /// </summary>
    [GeneratedRegex(
        @"(?<![0-9A-Za-z])([0-9A-Fa-f]{64}|(?=[0-9A-Za-z]*[0-9]{6})[0-9A-Za-z]{18}|[0-9]{15}|1[3-9][0-9]{9})"
            + @"(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}

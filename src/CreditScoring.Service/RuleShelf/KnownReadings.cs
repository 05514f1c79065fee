using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Law.Books;

namespace CreditScoring.Service.RuleShelf;

/// <summary>
/// What was read lately of whole laws: from the draft to its day in force the same files are read a dozen
/// times, by trials, back-tests and the shelf, and each reading makes every expression ready to run. What is
/// read is a value, so that all may have the same.
/// </summary>
internal static class KnownReadings
{
    /// <summary>Laws; each takes some megabytes.</summary>
    private const int Room = 10;

    private static readonly Lately<string, RuleReading> Last = new(Room);

    /// <summary>As it is read, with nothing made ready yet.</summary>
    public static RuleReading Of(IReadOnlyList<SourceText> documents) =>
        Of(documents, "bare", () => RuleBookReader.Read(documents));

    /// <param name="how">What else decides of the reading.</param>
    public static RuleReading Of(IReadOnlyList<SourceText> documents, string how, Func<RuleReading> read)
    {
        var of = NameOf(documents, how);
        return Last.Of(of) ?? Last.Keep(of, read());
    }

    private static string NameOf(IReadOnlyList<SourceText> documents, string how)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in documents.SelectMany(each => new[] { each.File, each.Text }).Append(how))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{text.Length} {text}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

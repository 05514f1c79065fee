using CreditScoring.Documents;
using CreditScoring.Law.Books;

namespace CreditScoring.Service.RuleShelf;

/// <summary>
/// What a changed rules folder takes away of the law in use. That something is not there is no
/// instruction: a folder may be emptied, half copied or another one. A person has to say that it is
/// meant, by the hash of the very book, in the file <c>accepted-book</c> of the folder.
/// </summary>
public static class Withdrawal
{
    /// <summary>Names the file in which a person accepts a book.</summary>
    public const string FileName = "accepted-book";

    /// <summary>So many digits of a hash name a book.</summary>
    internal const int LeastDigits = 12;

    /// <param name="regimes">The regimes in use.</param>
    /// <param name="kinds">The kinds of events in use.</param>
    /// <param name="accepted">What accepted-book says; null: there is none.</param>
    /// <returns>Null: nothing is taken away, or it was said that this is meant.</returns>
    public static Flaw? Of(
        RuleBook book, IEnumerable<string> regimes, IEnumerable<string> kinds, string folder,
        string? accepted)
    {
        var lost = regimes.Except(book.Regimes.Select(each => each.Name))
            .Order(StringComparer.Ordinal).Select(each => $"regime {each}")
            .Concat(kinds.Except(book.Catalogue.Kinds.Select(each => each.Name))
                .Order(StringComparer.Ordinal).Select(each => $"kind {each}")).ToList();
        if (book.Regimes.Count == 0 || book.Catalogue.Kinds.Count == 0)
        {
            lost = [book.Regimes.Count == 0 ? "every regime" : "every kind of event"];
        }

        return lost.Count == 0 || Accepts(accepted, book.Hash) ? null : Flaw(book, lost, folder);
    }

    /// <summary>What a person has accepted by name in a folder; null: nothing.</summary>
    public static string? Accepted(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    internal static bool Accepts(string? accepted, string hash) =>
        accepted?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(said =>
            said.Length >= LeastDigits && hash.StartsWith(said, StringComparison.Ordinal)) == true;

    private static Flaw Flaw(RuleBook book, List<string> lost, string folder)
    {
        var what = string.Join(", ", lost.Take(10)) + (lost.Count > 10 ? ", ..." : "");
        var hash = book.Hash[..LeastDigits];
        return new Flaw(
            "rules-withdrawn", Place.Whole(folder),
            new Wording($"规则文件夹中不再有：{what}", $"the rules folder no longer has in use: {what}"),
            new Wording(
                $"恢复缺少的文件；确需撤下时，将 {hash} 写入该文件夹的 {FileName} 文件",
                $"put the files back; if it is meant, write {hash} into the file {FileName} of that folder"));
    }
}

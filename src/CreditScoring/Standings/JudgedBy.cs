using CreditScoring.Documents;
using CreditScoring.Law.Books;

namespace CreditScoring.Standings;

/// <summary>By which rules and which engines standings were reached, as answers say it.</summary>
/// <param name="Engines">Null: it was not kept.</param>
public sealed record JudgedBy(string? Book, string? Engines)
{
    public static readonly IReadOnlyList<JsonMember<JudgedBy>> Members =
    [
        new("book", "所依规则册的哈希", "the hash of the rule book", each => each.Book) { MayBeNull = true },
        new("secondOpinion", "由哪些引擎评定", "which engines judged",
            each => each.Engines) { MayBeNull = true },
    ];

    public static JudgedBy Of(RuleBook book) => new(book.Hash, $"{book.Mode}");
}

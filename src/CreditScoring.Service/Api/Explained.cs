using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Standings;

namespace CreditScoring.Service.Api;

/// <summary>Explanations as they are answered.</summary>
/// <param name="KnownAt">As known at which instant, as it was asked; null: now.</param>
/// <param name="Book">By which it was judged.</param>
internal sealed record Explained(
    Subject Subject, IReadOnlyList<Explanation> Explanations, string? KnownAt, RuleBook Book)
{
    public static readonly JsonShape<Explained> Shape = new(
        "Explanations",
        new("subject", "主体代码", "the subject's id", each => each.Subject.Id),
        new("explanations", "各制度下的说明", "one explanation a regime", (json, each) => json.Array(
            each.Explanations, (to, one) => ExplanationJson.Write(to, one, each.KnownAt, each.Book)))
        {
            Type = JsonType.ListOf(ExplanationJson.Shape),
        });
}

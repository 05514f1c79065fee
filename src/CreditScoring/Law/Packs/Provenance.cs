using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>Where a number of the law comes from (来历): the words that rules and tables say it with.</summary>
public static class Provenance
{
    public static readonly ListedWord Published = new(
        "published", new Wording("见于公布的文本", "in a published text"));

    public static readonly ListedWord Recalled = new(
        "recalled", new Wording("凭记忆，待核对", "from memory, to be confirmed"));

    /// <summary>The bureau has the number and fills it in.</summary>
    public static readonly ListedWord Bureau = new(
        "bureau", new Wording("由主管部门填写", "for the bureau to fill in"));

    public static readonly ListedWord Illustrative = new(
        "illustrative", new Wording("自拟", "a number of our own"));

    public static readonly IReadOnlyList<ListedWord> All = [Published, Recalled, Bureau, Illustrative];
}

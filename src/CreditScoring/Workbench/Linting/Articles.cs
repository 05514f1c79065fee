using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>article-unaccounted: what is left out without a word cannot be seen.</summary>
internal static class Articles
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        // A file that cannot be read may cite whatever seems to be missing.
        if (!pack.IsReadable)
        {
            yield break;
        }

        var cited = Citations.All(pack).Select(piece => Citations.AnchorOf(piece.Text!)).ToHashSet();
        foreach (var article in pack.Law.Provisions)
        {
            // An article is also accounted for by its parts, each of which must be so itself.
            var accounted = cited.Contains(article.Anchor) || pack.Law.IsLeftOut(article.Anchor)
                || pack.Law.Provisions.Any(part => LawText.IsPartOf(part.Anchor, article.Anchor));
            if (!accounted)
            {
                yield return new Flaw(
                    "article-unaccounted", article.Place,
                    new Wording(
                        $"没有规则、表、事例引用 \"{article.Anchor}\"，也没有列入未数据化的内容",
                        $"no rule, table or case cites \"{article.Anchor}\", nor is it listed as not "
                            + "formalised"),
                    new Wording(
                        $"写成规则，或在“未数据化的内容”中写 [……](#{article.Anchor}) 和理由",
                        $"write its rule, or list [...](#{article.Anchor}) with the reason under \"Not "
                            + "formalised\""));
            }
        }
    }
}

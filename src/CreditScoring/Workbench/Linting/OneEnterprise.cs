using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>names-one-enterprise: a rule that singles one out is a decision, not a rule.</summary>
internal static class OneEnterprise
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        foreach (var text in pack.Texts())
        {
            foreach (var literal in text.Parts().OfType<LiteralNode>().Where(Names))
            {
                yield return Found(text.At(literal));
            }

            foreach (var compared in text.Parts().OfType<BinaryNode>().Where(ComparesId))
            {
                yield return Found(text.At(compared));
            }
        }

        foreach (var cell in pack.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Properties)
            .Where(cell => cell.Value.Text is { } word && IsCode(word)))
        {
            yield return Found(cell.Value.Place);
        }
    }

    private static bool Names(LiteralNode literal) => literal.Value is string word && IsCode(word);

    private static bool IsCode(string word) =>
        word.Length >= 18 && UnifiedSocialCreditCode.FlawOf(word.AsSpan(0, 18)) is null;

    /// <summary>subject.id == "..." where the text is no code, such as a person's hash.</summary>
    private static bool ComparesId(BinaryNode node) =>
        node.Operator.IsComparison() && (IsId(node.Left, node.Right) || IsId(node.Right, node.Left));

    private static bool IsId(Node side, Node other) =>
        side is MemberNode { Name: "id", Target: NameNode { Name: "subject" } }
        && other is LiteralNode literal && !Names(literal);

    private static Flaw Found(Place place) => new(
        "names-one-enterprise", place,
        new Wording("此处点名一个主体", "one subject is named here"),
        new Wording("写出该主体与众不同的特征；针对一家的，作出决定并作为事件报送",
            "say what sets it apart; what concerns one enterprise is a decision, to be sent as an event"));
}

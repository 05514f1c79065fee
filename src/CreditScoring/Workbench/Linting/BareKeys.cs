using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// bare-key: an id is unique within its source only, and a document number is written in many ways; what
/// tells decisions or events apart uses their keys.
/// </summary>
internal static class BareKeys
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = "key", ["document"] = "documentKey",
    };

    public static IEnumerable<Flaw> Check(WrittenPack pack) =>
        pack.Rules.SelectMany(Groups).Concat(pack.Texts().SelectMany(Comparisons))
            .DistinctBy(flaw => flaw.Place);

    /// <summary>The bare ids by which entries are grouped.</summary>
    private static IEnumerable<Flaw> Groups(WrittenRule rule) =>
        WrittenText.Of(rule.Property(RuleProperties.Group)) is not { } text ? []
            : text.Parts().OfType<MemberNode>().Where(IsBare).Select(member => Found(text, member));

    /// <summary>Two events compared by a bare id, or gathered by one.</summary>
    private static IEnumerable<Flaw> Comparisons(WrittenText text)
    {
        foreach (var part in text.Parts())
        {
            if (part is BinaryNode { Left: MemberNode left, Right: MemberNode right } compared
                && compared.Operator.IsComparison() && IsBare(left) && IsBare(right))
            {
                yield return Found(text, left);
            }
            else if (part is CallNode call && call.Name.Equals("GroupBy", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var member in call.Arguments.OfType<LambdaNode>().Select(by => by.Body)
                    .OfType<MemberNode>().Where(IsBare))
                {
                    yield return Found(text, member);
                }
            }
        }
    }

    /// <summary>subject.id is whole: the file is one subject's.</summary>
    private static bool IsBare(MemberNode member) =>
        Keys.ContainsKey(member.Name) && member.Target is not NameNode { Name: "subject" };

    private static Flaw Found(WrittenText text, MemberNode member) => new(
        "bare-key", text.Rule.At(member.NameStart),
        new Wording(
            $"{member.Name} 不足以区分：编号只在一个来源内唯一，文号有多种写法",
            $"{member.Name} does not tell apart: an id is unique within its source, a document number has "
                + "many spellings"),
        new Wording($"写 {Keys[member.Name]}", $"write {Keys[member.Name]}"))
    {
        Severity = Severity.Warning,
    };
}

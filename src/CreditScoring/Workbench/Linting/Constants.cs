using CreditScoring.Documents;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// cannot-be-judged: a part without any name in it that has no answer (1 / 0.0, 2147483647 + 1,
/// DateTime(2025, 2, 30)) has none for anybody, and need not wait for the first event.
/// </summary>
internal static class Constants
{
    private static readonly Scope Nothing = new(typeof(Blank));

    public static IEnumerable<Flaw> Check(WrittenPack pack) =>
        pack.Texts().SelectMany(text => Check(text, text.Root));

    private static IEnumerable<Flaw> Check(WrittenText text, Node node)
    {
        if (node is LiteralNode)
        {
            return [];
        }

        var written = text.Rule.Text[node.Start..node.End];
        return IsConstant(node)
            && RuleCompiler.Compile(RuleText.Bare(written), Nothing, new List<Flaw>()) is { } formula
            ? Judged(text, node, formula) : node.Parts.SelectMany(part => Check(text, part));
    }

    private static bool IsConstant(Node node) => node switch
    {
        LambdaNode => false,
        NameNode name => Methods.Owner(name.Name) is not null || Methods.OptionsOf(name.Name) is not null,
        _ => node.Parts.All(IsConstant),
    };

    private static IEnumerable<Flaw> Judged(WrittenText text, Node node, Formula formula)
    {
        CannotBeJudged why;
        try
        {
            formula.EvaluateAny(new Blank { StepsLeft = 100_000 });
            yield break;
        }
        catch (CannotBeJudged thrown)
        {
            why = thrown;
        }

        yield return new Flaw(
            "cannot-be-judged", text.Rule.At(node.Start + why.Place.Column - 1),
            new Wording($"这个常数没有结果：{why.Reason.Zh}", $"this constant has no answer: {why.Reason.En}"),
            new Wording("改正其中的数", "mend the numbers in it"));
    }

    /// <summary>A scene in which there is nothing to read.</summary>
    private sealed class Blank : Evaluation;
}

using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Packs;

/// <summary>
/// unknown-tier: a rung or a bound of a tier that the ladder does not have decides nothing.
/// </summary>
internal static class NamedTiers
{
    public static Flaw Unknown(Place place, string written, TierLadder ladder) => new(
        "unknown-tier", place, What(written, ladder),
        NearMiss.Of(written, ladder.Tiers) is { } near
            ? new Wording($"是否想写 \"{near}\"？", $"did you mean \"{near}\"?")
            : new Wording(
                "写阶梯中的一级，或在 pack.json 的 tiers 中加上", "write one of these, or add it to tiers in pack.json"));

    /// <summary>What is wrong with a tier that is not in the ladder.</summary>
    public static Wording What(string written, TierLadder ladder) => new(
        $"\"{Spelling.Shown(written)}\" 不是等级（{string.Join("、", ladder.Tiers)}）",
        $"\"{Spelling.Shown(written)}\" is no tier ({string.Join(", ", ladder.Tiers)})");

    /// <summary>The tiers that a text names itself; what it looks up is seen when it is judged.</summary>
    public static IEnumerable<Flaw> Check(Formula? formula, TierLadder ladder) => formula is null ? []
        : Outcomes(Parser.Parse(formula.Source.Text, out _))
            .Where(literal => ladder.RankOf((string)literal.Value!) < 0)
            .Select(literal => Unknown(formula.Source.At(literal.Start), (string)literal.Value!, ladder));

    private static IEnumerable<LiteralNode> Outcomes(Node node) => node switch
    {
        LiteralNode { Value: string } literal => [literal],
        ChoiceNode choice => Outcomes(choice.Then).Concat(Outcomes(choice.Otherwise)),
        BinaryNode { Operator: Operator.Coalesce } either => either.Parts.SelectMany(Outcomes),
        CallNode { Target: null, Arguments: [_, var then, var otherwise] } =>
            Outcomes(then).Concat(Outcomes(otherwise)),
        CallNode { Target: null, Name: "better" or "worse", Arguments: [var tier, _] } => Outcomes(tier),
        _ => [],
    };
}

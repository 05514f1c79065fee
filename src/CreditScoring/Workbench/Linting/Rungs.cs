using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Reasoning;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>no-rung, ladder-not-rising: every total belongs to exactly the tier that is meant.</summary>
internal static class Rungs
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        if (pack.Workflow("tier") is not { } workflow)
        {
            yield break;
        }

        var reasoner = new PackReasoning(pack).Reasoner;
        var rungs = pack.Role("tier").Where(rule => rule.Property(RuleProperties.Tier) is not null).ToArray();
        var open = Constraints.None;
        foreach (var rung in rungs)
        {
            if (!reasoner.Holds(rung).Never && reasoner.Holds(rung).And(open).Never)
            {
                yield return NotRising(
                    rung, "轮不到这一级：前面的等级已经包括了它", "this rung is never reached: the ones before take all of it");
            }

            open = open.And(reasoner.Holds(rung, wanted: false));
        }

        foreach (var flaw in Backwards(rungs, pack.Tiers.Select(tier => tier.Text).ToList()))
        {
            yield return flaw;
        }

        if (!open.Never)
        {
            yield return new Flaw(
                "no-rung", rungs.Length > 0 ? rungs[^1].ConditionPlace : workflow.Place,
                new Wording("这一级之后没有兜底的等级：有的累计记分哪一级都不属于",
                    "no rung without a condition comes last: some totals belong to no tier"),
                new Wording(
                    "最后一条写 \"Expression\": \"true\"", "let the last rung have \"Expression\": \"true\""));
        }
    }

    /// <summary>A rung with a lower limit, after one with a higher limit, gives a graver tier.</summary>
    private static IEnumerable<Flaw> Backwards(WrittenRule[] rungs, List<string?> tiers)
    {
        for (var i = 1; i < rungs.Length; i++)
        {
            if (Limit(rungs[i - 1]) is var (value, fromBelow, limit) && Limit(rungs[i]) is var (
                next, alike, lower)
                && value == next && fromBelow == alike && limit != lower)
            {
                var graver = tiers.IndexOf(rungs[i].Property(RuleProperties.Tier)!.Text)
                    - tiers.IndexOf(rungs[i - 1].Property(RuleProperties.Tier)!.Text);
                if ((lower < limit) == fromBelow ? graver > 0 : graver < 0)
                {
                    yield return NotRising(rungs[i], "分值低的等级反而重", "the lower limit has the graver tier");
                }
            }
        }
    }

    private static (string Value, bool FromBelow, decimal Limit)? Limit(WrittenRule rung) =>
        rung.Condition?.Root is BinaryNode
        {
            Operator: >= Operator.Less and <= Operator.GreaterOrEqual,
            Right: LiteralNode { Value: NumberLiteral number },
        } compared
            ? (Spoken.Of(compared.Left), compared.Operator >= Operator.Greater,
                Convert.ToDecimal(number.Value, System.Globalization.CultureInfo.InvariantCulture))
            : null;

    private static Flaw NotRising(WrittenRule rung, string zh, string en) => new(
        "ladder-not-rising", rung.ConditionPlace, new Wording(zh, en),
        new Wording("从重到轻排列：条件最严的在最前", "put the gravest first: the rung that asks most stands at the top"));
}

using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Reasoning;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// tier-without-frequency: where a pack says how often to inspect, it says so for every tier.
/// </summary>
internal static class TierFrequencies
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        if (pack.Workflow("frequency") is null)
        {
            yield break;
        }

        var reasoner = new PackReasoning(pack).Reasoner;
        var rules = pack.Role("frequency")
            .Where(rule => rule.Property(FrequencyField.TimesPerYear.Property) is not null).ToArray();
        if (rules.Length == 0)
        {
            // Shares or key supervision alone: the pack does not say how often at all.
            yield break;
        }

        foreach (var tier in pack.Tiers.Where(tier => tier.Text is not null))
        {
            var here = Constraints.Of("tier", Domain.Words(tier.Text!));
            var rule = rules.FirstOrDefault(rule => !reasoner.Holds(rule).And(here).Never);
            if (rule is null || LacksRow(pack, rule, tier.Text!))
            {
                yield return new Flaw(
                    "tier-without-frequency", tier.Place,
                    new Wording(
                        $"{tier.Text} 级没有检查频次", $"nothing says how often tier {tier.Text} is inspected"),
                    new Wording("在 frequency 工作流或者它查的表中补上 timesPerYear",
                        "give it timesPerYear in the frequency workflow, or in the table that it looks up"));
            }
        }
    }

    /// <summary>The frequency is looked up by tier, in a table without this tier.</summary>
    private static bool LacksRow(WrittenPack pack, WrittenRule rule, string tier) =>
        WrittenText.Of(rule.Property(FrequencyField.TimesPerYear.Property)) is { } text
        && text.Parts().OfType<CallNode>().FirstOrDefault(call => Lookups.Table(call) is not null) is { } call
        && call.Arguments.Count == 2 && call.Arguments[1] is NameNode { Name: "tier" }
        && pack.Tables.FirstOrDefault(table => table.Name == Lookups.Table(call)) is { } table
        && table.Rows.All(row => table.KeyOf(row) != tier);
}

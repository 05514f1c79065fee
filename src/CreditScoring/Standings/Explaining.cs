using CreditScoring.Law;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Packs;
using CreditScoring.Ledger;

namespace CreditScoring.Standings;

/// <summary>Explains a standing by walking the file again with a witness.</summary>
public static class Explaining
{
    public static Explanation Of(CreditFile file, Regime regime, DateOnly on)
    {
        var standing = Judge.Of(file, regime, on).Standing;
        var witness = new Account();
        Hear(file, regime, on, witness, walk => walk.Testify(on));
        return new Explanation(standing)
        {
            Title = regime.On(on)?.Manifest.Title ?? default,
            Events = witness.Events(),
            Measures = witness.Measures,
            Rungs = witness.Rungs,
            Frequency = witness.Frequency,
            Repairs = [.. witness.Requests.Select(answer => Foresight.WithFirstDay(answer, file, regime, on))],
            Outlook = Foresight.Of(file, regime, standing),
            Provisions = Provisions(regime.On(on), witness),
        };
    }

    /// <summary>
    /// Why the subject does not stand in a tier: every rung that would give it, with the values of its
    /// conditions. Empty: the regime has no such tier.
    /// </summary>
    public static IReadOnlyList<RuleAccount> WhyNot(CreditFile file, Regime regime, DateOnly on, string tier)
    {
        var witness = new Account();
        Hear(file, regime, on, witness, walk => walk.TestifyOf(tier, on));
        return witness.Rungs;
    }

    private static void Hear(
        CreditFile file, Regime regime, DateOnly on, Account witness, Action<Walk> testify)
    {
        try
        {
            var walk = new Walk(regime, file.Subject, Docket.Of(file, regime), witness: witness);
            walk.To(on);
            testify(walk);
        }
        catch (CannotBeJudged)
        {
            // The standing's own flaw says it; what was judged up to there is still worth showing.
        }
    }

    private static Dictionary<string, Provision> Provisions(RulePack? pack, Account witness)
    {
        var found = new Dictionary<string, Provision>(StringComparer.Ordinal);
        var cited = witness.Events().SelectMany(each => each.Rules)
            .Concat(witness.Rungs).Concat(witness.Frequency).Where(rule => rule.Holds).Select(rule => rule.Citation);
        foreach (var citation in cited.OfType<string>())
        {
            if (pack?.Law.Find(citation) is { } provision)
            {
                found[citation] = provision;
            }
        }

        return found;
    }
}

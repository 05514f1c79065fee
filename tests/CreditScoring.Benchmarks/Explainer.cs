using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings;

namespace CreditScoring.Benchmarks;

/// <summary>Explains every hit of the points role, as <c>credit explain</c> does.</summary>
internal sealed class Explainer : IJudgementListener
{
    /// <summary>The last explanation, so that none is thrown away unmade.</summary>
    public Reading? Last { get; private set; }

    public bool HearsMisses => false;

    public void Judged(PointsRule rule, RulePack pack, Scene scene, bool hit, Entry? made)
    {
        if (hit)
        {
            Last = ((Simple)rule.Condition).Formula.Explain(scene);
            Last = rule.Points!.Explain(scene);
        }
    }

    public void Took(Happening happening, RulePack? pack)
    {
    }

    public void Requested(RepairRule rule, RulePack pack, Scene scene, bool granted)
    {
    }

    public void Reckoned(NamedValue named, Scene scene)
    {
    }

    public void Tried(TierRule rule, RulePack pack, Scene scene, bool hit)
    {
    }

    public void Tried(FrequencyRule rule, RulePack pack, Scene scene, bool hit)
    {
    }
}

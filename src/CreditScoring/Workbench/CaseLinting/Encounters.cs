using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings;

namespace CreditScoring.Workbench.CaseLinting;

/// <summary>The listener that notes which rules of which version held in a case.</summary>
internal sealed class Encounters : IJudgementListener
{
    private readonly HashSet<(string Version, string Role, string Rule)> held = [];

    public bool Met(RulePack pack, string role, string rule) => held.Contains((pack.Version, role, rule));

    public bool Any => held.Count > 0;

    public void Add(Encounters others) => held.UnionWith(others.held);

    public void Took(Happening happening, RulePack? pack)
    {
        if (pack is null)
        {
            return;
        }

        switch (happening.Kind)
        {
            case "step-taken":
                held.Add((pack.Version, "steps", $"{happening["step"]}"));
                break;
            case "duty-missed":
                held.Add((pack.Version, "duties", $"{happening["duty"]}"));
                break;
        }
    }

    public void Requested(RepairRule rule, RulePack pack, Scene scene, bool granted)
    {
        if (granted)
        {
            held.Add((pack.Version, "repair", rule.Name));
        }
    }

    public void Judged(PointsRule rule, RulePack pack, Scene scene, bool hit, Entry? made) =>
        Note(hit, pack, "points", rule.Name);

    public void Reckoned(NamedValue named, Scene scene)
    {
    }

    public void Tried(TierRule rule, RulePack pack, Scene scene, bool hit) =>
        Note(hit, pack, "tier", rule.Name);

    public void Tried(FrequencyRule rule, RulePack pack, Scene scene, bool hit) =>
        Note(hit, pack, "frequency", rule.Name);

    /// <summary>
    /// What only the standing shows: duties that are not missed, attributes that have points.
    /// </summary>
    public void Saw(Standing standing, RulePack pack)
    {
        foreach (var duty in standing.Duties)
        {
            held.Add((pack.Version, "duties", duty.Name));
        }

        foreach (var entry in standing.Entries)
        {
            held.Add((entry.Pack, "factors", entry.Rule));
        }
    }

    private void Note(bool hit, RulePack pack, string role, string rule)
    {
        if (hit)
        {
            held.Add((pack.Version, role, rule));
        }
    }
}

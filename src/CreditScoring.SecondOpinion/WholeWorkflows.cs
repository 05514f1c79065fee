using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;
using CreditScoring.Standings;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.SecondOpinion;

/// <summary>
/// Runs the whole workflow files of a pack through the package wherever a case judges by them, and
/// compares which rules hold with what ours says.
/// </summary>
public sealed class WholeWorkflows : IJudgementListener
{
    private readonly RulePack version;
    private readonly PackageWorkflows workflows;
    private readonly WorkflowTally tally;
    private Happening? judged;

    /// <param name="version">The pack; the other versions that a case meets have their own.</param>
    public WholeWorkflows(RulePack version, PackageWorkflows workflows, WorkflowTally tally)
    {
        (this.version, this.workflows, this.tally) = (version, workflows, tally);
        tally.Expect(workflows, version.Manifest.Status == PackStatus.Template);
    }

    /// <summary>Goes once through a case, by each of its days; what cannot be judged ends there.</summary>
    public void Try(Case tried, Regime regime)
    {
        // Each text by itself is asked elsewhere.
        var ours = new Regime(regime.Name, regime.Versions, workflows.Catalogue);
        var days = tried.Expectations.Select(each => each.On).Distinct().Order().ToArray();
        if (days.Length == 0)
        {
            return;
        }

        var file = new CreditFile(tried.Subject, tried.Events).UpTo(days[^1]);
        var walk = new Walk(ours, file.Subject, LawDayOrder.Of(file, ours), listener: this);
        try
        {
            foreach (var day in days)
            {
                walk.To(day);
                walk.Testify(day);
            }
        }
        catch (CannotBeJudged)
        {
            // The case says so, or fails by it.
        }
    }

    public void Took(Happening happening, RulePack? pack) => judged = null;

    public void Judged(PointsRule rule, RulePack pack, Scene scene, bool hit, Entry? made)
    {
        if (!ReferenceEquals(judged, scene.Happened))
        {
            judged = scene.Happened;
            Compare("points", version.Points, pack, scene);
            Compare("duties", version.Duties, pack, scene);
        }
    }

    public void Arose(Duty duty, DutyRule rule, RulePack pack, Scene scene)
    {
        if (version.Points.Count == 0)
        {
            Compare("duties", version.Duties, pack, scene);
        }
    }

    public void Stepped(RunningStep step, StepRule rule, RulePack pack, Scene scene) =>
        Compare("steps", version.Steps, pack, scene);

    public void Attributed(PointsRule rule, RulePack pack, Scene scene, bool hit) =>
        CompareOnce("factors", version.Factors, rule, pack, scene);

    public void Requested(RepairRule rule, RulePack pack, Scene scene, bool granted) =>
        Compare("repair", version.Repair, pack, scene);

    public void Reckoned(NamedValue named, Scene scene)
    {
    }

    public void Tried(TierRule rule, RulePack pack, Scene scene, bool hit) =>
        CompareOnce("tier", version.Tier, rule, pack, scene);

    public void Tried(FrequencyRule rule, RulePack pack, Scene scene, bool hit) =>
        CompareOnce("frequency", version.Frequency, rule, pack, scene);

    /// <summary>At the first rule of the role, which stands for all of them.</summary>
    private void CompareOnce(
        string role, IReadOnlyList<PackRule> rules, PackRule at, RulePack pack, Scene scene)
    {
        if (rules.Count > 0 && ReferenceEquals(at, rules[0]))
        {
            Compare(role, rules, pack, scene);
        }
    }

    private void Compare(string role, IReadOnlyList<PackRule> rules, RulePack pack, Scene scene)
    {
        if (!ReferenceEquals(pack, version) || rules.Count == 0)
        {
            return;
        }

        // A listener changes nothing of what it hears of.
        var (until, steps) = (scene.StableUntil, scene.StepsLeft);
        try
        {
            tally.Compare(role, rules, scene, workflows);
        }
        finally
        {
            (scene.StableUntil, scene.StepsLeft) = (until, steps);
        }
    }
}

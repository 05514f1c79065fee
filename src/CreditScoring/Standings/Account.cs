using CreditScoring.Documents;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>The witness that writes down what it hears, for an explanation.</summary>
internal sealed class Account : IWitness
{
    private readonly List<Happening> order = [];
    private readonly Dictionary<Happening, Heard> heard = [];

    public List<KeyValuePair<string, Reading>> Measures { get; } = [];

    public List<RuleAccount> Rungs { get; } = [];

    public List<RuleAccount> Frequency { get; } = [];

    public List<RepairAnswer> Requests { get; } = [];

    public void Took(Happening happening, RulePack? pack)
    {
        order.Add(happening);
        heard.Add(happening, new Heard(pack?.Version, [], []));
    }

    public void Judged(PointsRule rule, RulePack pack, Scene scene, bool hit, Entry? made)
    {
        var account = heard[scene.Happened!];
        account.Rules.Add(Of(rule, scene, hit, ("points", rule.Points), ("lapsesOn", rule.LapsesOn)));
        if (made is not null)
        {
            account.Entries.Add(made);
        }
    }

    public void Requested(RepairRule rule, RulePack pack, Scene scene, bool granted) => Requests.Add(new RepairAnswer(
        scene.Happened!, granted,
        [.. Parts(rule.Condition).Select(part => new RepairCondition(
            new RuleAccount(
                part.Name, rule.Citation, part.Formula.Source.At(0), part.Holds(scene),
                [part.Formula.Explain(scene)], []),
            part.Reason))],
        null));

    public void Reckoned(NamedValue named, Scene scene) =>
        Measures.Add(KeyValuePair.Create(named.Name, named.Formula.Explain(scene)));

    public void Tried(TierRule rule, RulePack pack, Scene scene, bool hit) =>
        Rungs.Add(Of(
            rule, scene, hit, ("lockedUntil", rule.LockedUntil),
            ("noBetterThan", rule.NoBetterThan), ("noWorseThan", rule.NoWorseThan)));

    /// <summary>Only what a hit decides is told: what an earlier one said stands.</summary>
    public void Tried(FrequencyRule rule, RulePack pack, Scene scene, bool hit)
    {
        var account = Of(
            rule, scene, hit, ("timesPerYear", rule.TimesPerYear), ("opens", rule.Opens), ("due", rule.Due),
            ("samplingShare", rule.SamplingShare), ("visitCap", rule.VisitCap),
            ("keySupervision", rule.KeySupervision), ("rate", rule.Rate));
        var decided = Frequency.SelectMany(earlier => earlier.Results).Select(result => result.Key).ToHashSet();
        Frequency.Add(account with
        {
            Results = [.. account.Results.Where(result => !decided.Contains(result.Key))],
        });
    }

    public IReadOnlyList<EventAccount> Events() =>
        [.. order.Select(each => new EventAccount(each, heard[each].Pack, heard[each].Rules, heard[each].Entries))];

    private static RuleAccount Of(
        PackRule rule, Scene scene, bool hit, params ReadOnlySpan<(string Name, Formula? Formula)> results)
    {
        var readings = new List<KeyValuePair<string, Reading>>();
        foreach (var (name, formula) in results)
        {
            if (hit && formula is not null)
            {
                readings.Add(KeyValuePair.Create(name, formula.Explain(scene)));
            }
        }

        var formulas = Parts(rule.Condition).Select(part => part.Formula).ToArray();
        return new RuleAccount(
            rule.Name, rule.Citation, formulas.Length > 0 ? formulas[0].Source.At(0) : default(Place), hit,
            [.. formulas.Select(formula => formula.Explain(scene))], readings);
    }

    private static IEnumerable<Simple> Parts(Condition condition) => condition switch
    {
        Simple simple => [simple],
        Joined joined => joined.Parts.SelectMany(Parts),
        _ => [],
    };

    private sealed record Heard(string? Pack, List<RuleAccount> Rules, List<Entry> Entries);
}

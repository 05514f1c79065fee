using BenchmarkDotNet.Attributes;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Standings;
using Newtonsoft.Json.Linq;
using RulesEngine.Models;

namespace CreditScoring.Benchmarks;

/// <summary>
/// The points role side by side: our compiler, both engines, and RulesEngine alone as it is mostly used
/// (<c>ExecuteAllRulesAsync</c>: every rule is asked of every event). The mean is the time of one event.
/// </summary>
[MemoryDiagnoser]
public class TwoEngines
{
    private const int Events = 200;

    private RulePack ours = null!;
    private RulePack both = null!;
    private Scene scene = null!;
    private Happening[] happenings = [];
    private RulesEngine.RulesEngine package = null!;
    private RuleParameter[] findings = [];

    [Params(20, 200, 1_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Read()
    {
        ours = SamplePack.Read(Rules, out var catalogue);
        both = SamplePack.Read(Rules, out _, new Seconding(new PackageEngine()));
        scene = new Scene(SamplePack.Operator, ours.Slots) { Day = new DateOnly(2024, 5, 6), AsksTwice = true };
        var events = SamplePack.Events(Rules, catalogue);
        happenings = [.. Enumerable.Range(0, Events).Select(i =>
            new Happening(events[i * 7 % events.Length], new DateOnly(2024, 5, 6)))];
        package = new RulesEngine.RulesEngine([Conditions()], new ReSettings { UseFastExpressionCompiler = false });
        findings = [.. happenings.Select(each => new RuleParameter("happened", Finding.Of(each)))];
    }

    [Benchmark(OperationsPerInvoke = Events, Baseline = true)]
    public int Ours() => Judged(ours);

    [Benchmark(OperationsPerInvoke = Events)]
    public int Both() => Judged(both);

    /// <summary>The conditions alone: points, terms and the ledger are not its business.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public async Task<int> PackageAlone()
    {
        var hits = 0;
        foreach (var finding in findings)
        {
            var results = await package.ExecuteAllRulesAsync("points", finding);
            hits += results.Count(result => result.IsSuccess);
        }

        return hits == Events ? hits : throw new InvalidOperationException($"{hits} hits of {Events} events");
    }

    private int Judged(RulePack pack)
    {
        var entries = 0;
        foreach (var happening in happenings)
        {
            scene.Meet(happening);
            entries += EntryMaker.Judge(pack, scene, null, EntryBook.Empty).Made.Count;
        }

        return entries == Events ? entries
            : throw new InvalidOperationException($"{entries} entries of {Events} events");
    }

    /// <summary>The points workflow, its conditions only.</summary>
    private Workflow Conditions()
    {
        var written = JObject.Parse(SamplePack.Documents(Rules)
            .Single(each => each.File.EndsWith("points.workflow.json", StringComparison.Ordinal)).Text);
        return new Workflow
        {
            WorkflowName = "points",
            Rules =
            [
                .. written["Rules"]!.Select(rule => new Rule
                {
                    RuleName = (string)rule["RuleName"]!, Expression = (string)rule["Expression"]!,
                }),
            ],
        };
    }
}

/// <summary>An event as users of RulesEngine hand it over: a class with its fields.</summary>
public sealed record Finding(string kind, string code, string severity, decimal amount, bool intentional)
{
    internal static Finding Of(Happening happening) => new(
        happening.Kind, (string)happening["code"]!, (string)happening["severity"]!,
        (decimal)happening["amount"]!, (bool)happening["intentional"]!);
}

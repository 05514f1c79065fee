using BenchmarkDotNet.Attributes;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings;

namespace CreditScoring.Benchmarks;

/// <summary>
/// Events through the points role on one core: found rules, condition, points, lapse day, entry. The
/// mean is the time of one event.
/// </summary>
[MemoryDiagnoser]
public class PointsRole
{
    private const int Events = 1_000;

    private RulePack pack = null!;
    private Scene scene = null!;
    private Happening[] happenings = [];

    [Params(20, 200, 1_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Read()
    {
        pack = SamplePack.Read(Rules, out var catalogue);
        scene = new Scene(SamplePack.Operator, pack.Slots) { Day = new DateOnly(2024, 5, 6) };
        var events = SamplePack.Events(Rules, catalogue);
        happenings = [.. Enumerable.Range(0, Events).Select(i =>
            new Happening(events[i * 7 % events.Length], new DateOnly(2024, 5, 6)))];
    }

    [Benchmark(OperationsPerInvoke = Events, Baseline = true)]
    public int WithoutExplanation() => Judged(null);

    /// <summary>The condition and the points of every hit, part by part with their values.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public int WithExplanation() => Judged(new Explainer());

    private int Judged(Explainer? explainer)
    {
        var entries = 0;
        foreach (var happening in happenings)
        {
            scene.Meet(happening);
            entries += EntryMaker.Judge(pack, scene, explainer, EntryBook.Empty).Made.Count;
        }

        return entries == Events ? entries
            : throw new InvalidOperationException($"{entries} entries of {Events} events");
    }
}

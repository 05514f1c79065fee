using BenchmarkDotNet.Attributes;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Workbench.Invented;

namespace CreditScoring.Benchmarks;

/// <summary>
/// Files of invented enterprises from their first event to their standings in all regimes that ship:
/// by our compiler alone, and by both engines. The mean is the time of one enterprise's file; one core.
/// </summary>
[MemoryDiagnoser]
public class WholeWalk
{
    internal const int Enterprises = 500;

    private static readonly DateOnly On = new(2026, 1, 1);

    private RuleBook ours = null!;
    private RuleBook both = null!;
    private Seconding seconding = null!;
    private IReadOnlyList<CreditFile> files = [];

    internal long Asked => seconding.Same;

    [GlobalSetup]
    public void Read()
    {
        seconding = new Seconding(new PackageEngine());
        ours = Book(null);
        both = Book(seconding);
        files = Filing.Of(Events(ours.Catalogue), out _);
    }

    [Benchmark(OperationsPerInvoke = Enterprises, Baseline = true)]
    public int Ours() => Assessed(ours);

    [Benchmark(OperationsPerInvoke = Enterprises)]
    public int Both()
    {
        var judged = Assessed(both);
        return seconding.Differences == 0 ? judged : throw new InvalidOperationException("the engines differ");
    }

    private int Assessed(RuleBook book)
    {
        var judged = files.Sum(file => Assessor.Assess(file, book, On).Judgements.Count);
        return files.Count == Enterprises && judged > 0 ? judged
            : throw new InvalidOperationException($"{files.Count} files, {judged} judgements");
    }

    private static RuleBook Book(Seconding? seconding)
    {
        var reading = RuleBookReader.Read(RuleFolder.Read(Rules()), seconding).Prepared();
        return (seconding is null ? reading : reading.Seconded()).Book!;
    }

    private static List<RegulatoryEvent> Events(EventCatalogue catalogue)
    {
        var reader = new EventReader(catalogue);
        var lines = SampleHistory.Lines(new SamplePlan(Enterprises, 3, 1, On.AddDays(-1)));
        return [.. lines.SelectMany(line => reader.ReadAny(new SourceText("sample", line)))
            .Select(each => each.Event!)];
    }

    /// <summary>The rules of the repository, wherever the benchmark was built to.</summary>
    private static string Rules()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CreditScoring.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("run it inside the repository");
        }

        return Path.Combine(folder.FullName, "rules");
    }
}

using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;

namespace CreditScoring.Benchmarks;

/// <summary>1,000 rules from text to a book that can judge, in a process that has read none before.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 3, warmupCount: 0, iterationCount: 1)]
[MemoryDiagnoser]
public class ColdLoad
{
    private IReadOnlyList<SourceText> documents = [];

    [GlobalSetup]
    public void Write() => documents = SamplePack.Documents(1_000);

    [Benchmark]
    public string Load() => RuleBookReader.Read(documents).Book!.Hash;

    /// <summary>As the service and the command line do: ready before the first event.</summary>
    [Benchmark]
    public string LoadPrepared() => RuleBookReader.Read(documents).Prepared().Book!.Hash;

    /// <summary>The same with a second engine, which compiles a text when it is first asked.</summary>
    [Benchmark]
    public string LoadWithSecond() => Seconded().Prepared().Book!.Hash;

    /// <summary>And with every text compiled there too, as lint and publish do.</summary>
    [Benchmark]
    public int LoadAllSeconded() => Seconded().Prepared().Seconded().Flaws.Count;

    private RuleReading Seconded() => RuleBookReader.Read(documents, new Seconding(new PackageEngine()));
}

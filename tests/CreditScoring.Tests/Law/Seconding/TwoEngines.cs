using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Tests.Histories;
using SecondingOf = CreditScoring.Law.Seconding.Seconding;

namespace CreditScoring.Tests.Law.Seconding;

/// <summary>Worlds that Microsoft RulesEngine judges beside our compiler.</summary>
internal static class TwoEngines
{
    public static readonly IReadOnlyList<SourceText> Rules = RuleFolder.Read(RepositoryFiles.Path("rules"));

    /// <summary>The shipped rules with a second engine.</summary>
    public static RuleReading Shipped(SecondingOf? seconding) => RuleBookReader.Read(Rules, seconding).Prepared();

    /// <summary>The same world with a second engine, or with none.</summary>
    public static World With(this World world, SecondingOf? seconding)
    {
        var reading = RuleBookReader.Read(world.Documents, seconding);
        var book = reading.Book ?? throw new InvalidOperationException(string.Join("\n", reading.Flaws));
        return world with { Book = book, Regime = book.Regimes.Single(each => each.Name == world.Regime.Name) };
    }
}

/// <summary>
/// The package behind a fault: it reads another text than ours does, as if ours had been read wrongly.
/// </summary>
/// <param name="fault">The text as the package is to read it.</param>
internal sealed class FaultyEngine(Func<string, string> fault) : ISecondEngine
{
    private readonly PackageEngine inner = new();

    public string Name => inner.Name;

    /// <summary>Every text that reached the package.</summary>
    public List<string> Texts { get; } = [];

    public Flaw? FlawOf(SourceText workflow) => inner.FlawOf(workflow);

    public ISecondReader ReaderOf(PackLanguage language) => new Reader(inner.ReaderOf(language), fault, Texts);

    private sealed class Reader(ISecondReader inner, Func<string, string> fault, List<string> texts) : ISecondReader
    {
        public ISecondFormula? Read(RuleText text, RuleType type, IReadOnlyList<Variable> names, out Flaw? flaw)
        {
            lock (texts)
            {
                texts.Add(text.Text);
            }

            return inner.Read(RuleText.Bare(fault(text.Text)), type, names, out flaw);
        }
    }
}

/// <summary>Takes down what reaches it, and reads nothing.</summary>
internal sealed class ListeningEngine : ISecondEngine, ISecondReader
{
    public string Name => "listening";

    public HashSet<string> Texts { get; } = new(StringComparer.Ordinal);

    public Flaw? FlawOf(SourceText workflow) => null;

    public ISecondReader ReaderOf(PackLanguage language) => this;

    public ISecondFormula? Read(RuleText text, RuleType type, IReadOnlyList<Variable> names, out Flaw? flaw)
    {
        Texts.Add(text.Text);
        flaw = null;
        return null;
    }
}

using System.Collections.Concurrent;
using CreditScoring.Documents;
using CreditScoring.Law.Books;

namespace CreditScoring.Tests.Histories;

/// <summary>The worlds of small random packs: some with one version, some with two, some with a gap.</summary>
internal static class SmallWorlds
{
    /// <summary>Each pack is tried with ten files.</summary>
    private static readonly int Packs = Tries.Files / 10;

    private static readonly string[] Kinds =
    [
        "act", "act", "act", "act", "good", "recheck", "paid", "corrected", "corrected", "repair-request",
        "repair-request", "repair-decision", "annulled", "amended", "amended", "step-taken", "profile", "profile",
    ];

    private static readonly ConcurrentDictionary<int, World> Made = new();

    /// <summary>The world of a seed; there are fewer packs than seeds.</summary>
    public static World Of(int seed) => Made.GetOrAdd(seed % Packs, Make);

    private static World Make(int number)
    {
        var random = new Random(number);
        var repealed = random.Next(8) == 0 ? "2024-03-20" : null;
        var documents = new RandomPack(random, RandomPack.First, repealed).Documents().ToList();
        if (random.Next(3) == 0)
        {
            documents.AddRange(new RandomPack(random, "2024-04-01", null).Documents());
        }

        documents.Add(new SourceText("events/kinds.json", SmallCatalogue.Kinds));
        documents.Add(new SourceText("events/subjects.json", SmallCatalogue.Subjects));
        var reading = RuleBookReader.Read(documents);
        var book = reading.Book ?? throw new InvalidOperationException(
            $"random pack {number}:\n" + string.Join("\n", reading.Flaws));
        return new World(
            $"random pack {number}", book, book.Regimes.Single(), [.. Kinds.Select(kind => book.Catalogue.Kind(kind)!)],
            new DateOnly(2024, 1, 1), 130, 220)
        {
            Documents = documents,
            AsksWhatWasAnnulled = documents.Any(each => each.Text.Contains("targetAnnulled", StringComparison.Ordinal)),
        };
    }
}

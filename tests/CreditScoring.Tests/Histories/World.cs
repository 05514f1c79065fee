using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;

namespace CreditScoring.Tests.Histories;

/// <summary>A regime to try, and the kinds and days of what may happen to a subject in it.</summary>
/// <param name="Name">How a failure names it.</param>
/// <param name="Kinds">The kinds that happen; one named twice happens twice as often.</param>
/// <param name="First">The first day on which something may happen.</param>
/// <param name="Eventful">On how many days something may happen.</param>
/// <param name="Days">How many days, from the first, are worth asking about.</param>
internal sealed record World(
    string Name, RuleBook Book, Regime Regime, IReadOnlyList<EventKind> Kinds, DateOnly First, int Eventful, int Days)
{
    /// <summary>Its rules ask whether a target was annulled: to them an annulled event is not one that never was.</summary>
    public bool AsksWhatWasAnnulled { get; init; }

    /// <summary>What the book was read from, so that another can be made of it.</summary>
    public IReadOnlyList<SourceText> Documents { get; init; } = [];

    public static readonly Subject Subject = new("operator", "91350100M000100Y43");

    /// <summary>The pack that ships, over four and a half years.</summary>
    public static readonly World Shipped = OfTheRules();

    public DateOnly DayAt(int place) => First.AddDays(place);

    private static World OfTheRules()
    {
        var book = RuleBookReader.Read(RuleFolder.Read(RepositoryFiles.Path("rules"))).Book!;
        string[] kinds =
        [
            "sampling-result", "sampling-result", "sampling-result", "recheck-result", "penalty", "penalty",
            "complaint", "complaint", "recall", "accident", "false-report", "correction-ordered", "corrected",
            "list-entry", "list-exit", "commitment", "inspection", "profile", "repair-request", "repair-request",
            "annulled", "amended", "step-taken",
        ];
        return new World(
            "the default pack", book, book.OfFolder("cn/product-quality-points/2024-01-01")!,
            [.. kinds.Select(kind => book.Catalogue.Kind(kind)!)], new DateOnly(2024, 1, 1), 900, 1_650)
        {
            // A listing falls with the penalty on which it rests.
            AsksWhatWasAnnulled = true,
        };
    }
}

using System.Collections.Concurrent;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Tests.Standings;

/// <summary>
/// An open duty is asked again only when an event of a kind that it awaits joins: whoever asked all of
/// them after every event would hear the same. The twin of a book says each condition in words from
/// which no awaited kind can be read, so that there each is asked every time.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class DutyWaitsTests
{
    private const string NeverTrue = "entries.Any(e => e.points == 1 && e.points == 2)";

    private static readonly Lazy<IReadOnlyList<SourceText>> Rules =
        new(() => RuleFolder.Read(RepositoryFiles.Path("rules")));

    private static readonly Lazy<RuleBook> Shipped = new(() => Read(Rules.Value));

    private static readonly ConcurrentDictionary<string, RuleBook> Twins = new();

    private static readonly string[] Kinds =
    [
        "sampling-result", "sampling-result", "sampling-result", "re-examination", "correction-ordered",
        "correction-ordered", "corrected", "corrected", "recheck-result", "recheck-result", "recheck-result",
        "announcement", "announcement", "penalty", "penalty", "licence", "risk-score", "list-entry",
        "repair-request", "repair-decision", "annulled", "amended", "profile",
    ];

    [TestCase("cn/sampling-follow-up/2020-01-01")]
    [TestCase("cn/product-quality-points/2024-01-01")]
    [TestCase("cn/food-risk/2016-12-01")]
    [TestCase("cn/serious-list/2021-09-01")]
    [TestCase("cn-nx/credit-risk-class/2022-08-17")]
    public void Asking_only_what_can_have_been_fulfilled_does_not_show(string folder)
    {
        var world = Of(Shipped.Value, folder);
        Tries.Holds(_ => world, Difference);
    }

    [Test]
    public void Nor_with_random_packs() => Tries.Holds(SmallWorlds.Of, Difference);

    [Test]
    public void A_duty_that_waits_for_another_kind_is_noticed() => Tries.Fails(
        _ => Of(Shipped.Value, "cn/sampling-follow-up/2020-01-01"),
        (world, history, random) => Difference(world, [.. history.Where(each => each.Kind.Name != "corrected")], history, random));

    [Test]
    public void What_the_shipped_duties_await_is_read_from_their_conditions()
    {
        Assert.That(Duties(Shipped.Value).Count(duty => duty.Awaits is not null), Is.GreaterThan(8));
        Assert.That(Duties(Twin(Of(Shipped.Value, "cn/sampling-follow-up/2020-01-01")).Book)
            .Where(duty => duty.Awaits is not null), Is.Empty);
    }

    private static IEnumerable<DutyRule> Duties(RuleBook book) => book.Regimes.SelectMany(regime => regime.Versions)
        .SelectMany(pack => pack.Duties).Where(duty => duty.Fulfilled is not null);

    private static string? Difference(World world, IReadOnlyList<RegulatoryEvent> history, Random random) =>
        Difference(world, history, history, random);

    private static string? Difference(
        World world, IReadOnlyList<RegulatoryEvent> told, IReadOnlyList<RegulatoryEvent> history, Random random)
    {
        var twin = Twin(world);
        return Answers.FirstOf(world.SomeDays(random, 3).Select(on => Answers.Difference(
            $"on {on:o}", Judged(twin, Known(twin, history).File(), on), Judged(world, told.File(), on))));
    }

    /// <summary>A kind is known by its catalogue: the events as the other world would have read them.</summary>
    private static IEnumerable<RegulatoryEvent> Known(World world, IReadOnlyList<RegulatoryEvent> history) =>
        history.Select(each => each with { Kind = world.Book.Catalogue.Kind(each.Kind.Name)! });

    /// <summary>Without the flaws, which name places in texts that differ.</summary>
    private static string Judged(World world, CreditFile file, DateOnly on) =>
        (Judge.Of(file, world.Regime, on).Standing with { Flaws = [] }).Text();

    private static World Of(RuleBook book, string folder) => new(
        folder, book, book.OfFolder(folder)!, [.. Kinds.Select(kind => book.Catalogue.Kind(kind)!)],
        new DateOnly(2024, 1, 1), 400, 700)
    {
        Documents = Rules.Value,
    };

    private static World Twin(World world)
    {
        var book = Twins.GetOrAdd(
            ReferenceEquals(world.Documents, Rules.Value) ? "shipped" : world.Name,
            _ => Read([.. world.Documents.Select(Asked)]));
        return world with { Book = book, Regime = book.Regimes.Single(each => each.Name == world.Regime.Name) };
    }

    private static RuleBook Read(IReadOnlyList<SourceText> documents)
    {
        var reading = RuleBookReader.Read(documents);
        return reading.Book ?? throw new InvalidOperationException(string.Join("\n", reading.Flaws));
    }

    private static SourceText Asked(SourceText document)
    {
        if (!document.File.EndsWith("duties.workflow.json", StringComparison.Ordinal))
        {
            return document;
        }

        var workflow = JObject.Parse(document.Text);
        foreach (var properties in workflow["Rules"]!.Select(rule => rule["Properties"]).OfType<JObject>())
        {
            if (properties["fulfilled"] is { } fulfilled)
            {
                properties["fulfilled"] = $"({fulfilled}) || {NeverTrue}";
            }
        }

        return new SourceText(document.File, workflow.ToString());
    }
}

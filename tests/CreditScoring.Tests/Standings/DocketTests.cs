using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>Regimes share what they read of an event in the same words, and nothing else.</summary>
public sealed class DocketTests
{
    private const string Alone = "happened.publishedOn ?? happened.occurredOn";
    private const string ByTable = "happened.occurredOn.AddDays(int(lookup(\"wait\", happened.kind).days))";

    [Test]
    public void The_same_words_over_other_tables_give_other_days()
    {
        var book = Book(("test/one/2024-01-01", null, ByTable, 5), ("test/two/2024-01-01", null, ByTable, 9));
        var docket = new Docket(new CreditFile(World.Subject, [Act(book)]));
        Assert.That(
            book.Regimes.Select(regime => LawDayOrder.Of(docket, regime).Single().Happening.From),
            Is.EqualTo(new[] { new DateOnly(2024, 3, 6), new DateOnly(2024, 3, 10) }));
    }

    [Test]
    public void A_later_version_reckons_the_law_day_with_its_own_table()
    {
        var book = Book(("test/one/2024-01-01", "2024-03-01", ByTable, 0), ("test/one/2024-03-01", null, ByTable, 9));
        var act = LawDayOrder.Of(new CreditFile(World.Subject, [Act(book)]), book.Regimes.Single()).Single();
        Assert.That(act.Happening.From, Is.EqualTo(new DateOnly(2024, 3, 10)), "anchored on 1 March by the first");
    }

    [Test]
    public void Regimes_that_count_an_event_alike_see_the_same_object()
    {
        var book = Book(
            ("test/one/2024-01-01", null, Alone, 0), ("test/two/2024-01-01", null, Alone, 0),
            ("test/three/2024-01-01", null, "happened.occurredOn", 0));
        var act = Act(book);
        var paid = new RegulatoryEvent(new EventId("s", "p"), book.Catalogue.Kind("paid")!, new DateOnly(2024, 4, 1))
        {
            ActsOn = act.Id,
        };
        var docket = new Docket(new CreditFile(World.Subject, [paid, act]));
        var seen = book.Regimes.ToDictionary(
            regime => regime.Name, regime => LawDayOrder.Of(docket, regime).Select(each => each.Happening).ToList());
        Assert.Multiple(() =>
        {
            Assert.That(seen["test/two"][0], Is.SameAs(seen["test/one"][0]));
            Assert.That(seen["test/two"][1], Is.SameAs(seen["test/one"][1]));
            Assert.That(seen["test/three"][0].From, Is.EqualTo(new DateOnly(2024, 3, 1)));
            Assert.That(seen["test/three"][1].ActsOn, Is.SameAs(seen["test/three"][0]), "of its own law day");
            Assert.That(seen["test/one"][1].ActsOn!.From, Is.EqualTo(new DateOnly(2024, 3, 20)));
        });
    }

    private static RegulatoryEvent Act(RuleBook book)
    {
        var act = book.Catalogue.Kind("act")!;
        return new RegulatoryEvent(new EventId("s", "a"), act, new DateOnly(2024, 3, 1))
        {
            Subjects = [new Named(null, World.Subject)],
            Values =
            [
                .. act.Fields.Select(field => field.Name switch
                {
                    "gravity" => 1m,
                    "publishedOn" => (object)new DateOnly(2024, 3, 20),
                    _ => field.Default,
                }),
            ],
        };
    }

    private static RuleBook Book(params (string Folder, string? Until, string From, int Wait)[] packs)
    {
        var reading = RuleBookReader.Read(
        [
            new SourceText("events/kinds.json", SmallCatalogue.Kinds),
            new SourceText("events/subjects.json", SmallCatalogue.Subjects),
            .. packs.SelectMany(pack => Files(pack.Folder, pack.Until, pack.From, pack.Wait)),
        ]);
        return reading.Book ?? throw new InvalidOperationException(string.Join("\n", reading.Flaws));
    }

    private static IEnumerable<SourceText> Files(string folder, string? until, string from, int wait)
    {
        var (regime, since) = (folder[..folder.LastIndexOf('/')], folder[(folder.LastIndexOf('/') + 1)..]);
        yield return new SourceText($"{folder}/pack.json", $$"""
            { "regime": "{{regime}}", "title": { "zh": "一包", "en": "one pack" }, "status": "fixture",
              "inForceFrom": "{{since}}", "repealedFrom": {{(until is null ? "null" : $"\"{until}\"")}},
              "subjects": [ "operator" ], "tiers": [ "A" ],
              "from": "{{from.Replace("\"", "\\\"")}}", "workflows": { "tier": "tier" } }
            """);
        yield return new SourceText($"{folder}/tier.workflow.json", """
            { "WorkflowName": "tier",
              "Rules": [ { "RuleName": "any", "Expression": "true", "Properties": { "tier": "A" } } ] }
            """);
        yield return new SourceText($"{folder}/tables/wait.json", $$"""
            { "table": "wait", "key": [ "kind" ], "rows": [
                { "kind": "act", "days": {{wait}}, "source": "test", "provenance": "illustrative" } ] }
            """);
    }
}

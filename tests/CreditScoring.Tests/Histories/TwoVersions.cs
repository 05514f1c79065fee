using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using SecondingOf = CreditScoring.Law.Seconding.Seconding;

namespace CreditScoring.Tests.Histories;

/// <summary>A regime of two versions, the later of which says how the earlier's facts are judged.</summary>
internal sealed class TwoVersions
{
    /// <summary>The first day of the later version.</summary>
    public static readonly DateOnly Turn = new(2024, 7, 1);

    private const string Tiers = """
        [ { "RuleName": "heavy", "Expression": "entries.Any(e => e.rule == \"heavy\")", "Properties": { "tier": "D" } },
          { "RuleName": "twelve", "Expression": "total >= 12", "Properties": { "tier": "C" } },
          { "RuleName": "six", "Expression": "total >= 6", "Properties": { "tier": "B" } },
          { "RuleName": "any", "Expression": "true", "Properties": { "tier": "A" } } ]
        """;

    private readonly RuleBook book;

    /// <param name="old">The points rules of the earlier version, as a JSON list.</param>
    /// <param name="new">Those of the later one.</param>
    /// <param name="transition">old, new or lenient; null: it does not say.</param>
    public TwoVersions(string old, string @new, string? transition, SecondingOf? seconding = null)
    {
        var reading = RuleBookReader.Read(
        [
            new SourceText("events/kinds.json", SmallCatalogue.Kinds),
            new SourceText("events/subjects.json", SmallCatalogue.Subjects),
            .. Version("2024-01-01", old, null), .. Version("2024-07-01", @new, transition),
        ], seconding).Seconded();
        book = reading.Book ?? throw new InvalidOperationException(string.Join("\n", reading.Flaws));
    }

    public Regime Regime => book.Regimes.Single();

    private static IEnumerable<SourceText> Version(string from, string points, string? transition) =>
    [
        new($"test/two/{from}/pack.json", $$"""
            { "regime": "test/two", "title": { "zh": "两版", "en": "two versions" }, "status": "fixture",
              "inForceFrom": "{{from}}", "subjects": [ "operator" ], "tiers": [ "A", "B", "C", "D" ], "points": "total",
              {{(transition is null ? "" : $"\"transition\": \"{transition}\",")}}
              "anchor": "happened.occurredOn", "from": "happened.decidedOn ?? happened.occurredOn",
              "workflows": { "points": "points", "tier": "tier" } }
            """),
        new($"test/two/{from}/points.workflow.json", $$"""{ "WorkflowName": "points", "Rules": {{points}} }"""),
        new($"test/two/{from}/tier.workflow.json", $$"""
            { "WorkflowName": "tier", "GlobalParams": [ { "Name": "total", "Expression": "entries.Sum(e => e.points)" } ],
              "Rules": {{Tiers}} }
            """),
    ];

    /// <summary>A rule that makes points of every act from a gravity on, for some days.</summary>
    public static string Rule(string name, int fromGravity, string points, int days, string? group = null) => $$"""
        { "RuleName": "{{name}}", "Expression": "happened.kind == \"act\" && happened.gravity >= {{fromGravity}}",
          "Properties": { "points": "{{points}}", "lapsesOn": "from.AddDays({{days}})"{{(group is null ? ""
              : $", \"group\": \"{group}\"")}} } }
        """;

    public RegulatoryEvent Act(string id, string on, decimal gravity, string? decided = null) =>
        Act(id, Day(on), gravity, decided is null ? null : Day(decided));

    public RegulatoryEvent Act(string id, DateOnly on, decimal gravity, DateOnly? decided)
    {
        var kind = book.Catalogue.Kind("act")!;
        return new RegulatoryEvent(new EventId("s", id), kind, on)
        {
            DecidedOn = decided,
            Subjects = [new Named(null, World.Subject)],
            Values = [.. kind.Fields.Select(field => field.Name == "gravity" ? gravity : field.Default)],
        };
    }

    public Standing Standing(DateOnly on, params IEnumerable<RegulatoryEvent> events) =>
        Judge.Of(events.File().UpTo(on), Regime, on).Standing;

    public Standing Standing(string on, params IEnumerable<RegulatoryEvent> events) => Standing(Day(on), events);

    public Explanation Explain(string on, params IEnumerable<RegulatoryEvent> events) =>
        Explaining.Of(events.File().UpTo(Day(on)), Regime, Day(on));

    public static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using SecondingOf = CreditScoring.Law.Seconding.Seconding;

namespace CreditScoring.Tests.Histories;

/// <summary>One small pack of given rules, read with <see cref="SmallCatalogue"/>, and files to judge by it.</summary>
internal sealed class OnePack
{
    private const string Folder = "test/one/2024-01-01";

    private const string Calendar = """
        { "title": { "zh": "日历", "en": "calendar" }, "source": "none", "provenance": "illustrative",
          "statutory": { "source": "test", "holidays": [] },
          "years": { "2024": { "source": "test", "holidays": {}, "weekdaysOff": [], "weekendsWorked": [] } } }
        """;

    private readonly RuleBook book;

    /// <param name="roles">The rules of each role, as JSON lists; without a tier role every day is A.</param>
    public OnePack(params (string Role, string Rules)[] roles)
    {
        var reading = Read(null, roles);
        book = reading.Book ?? throw new InvalidOperationException(string.Join("\n", reading.Flaws));
    }

    /// <summary>The same with a second engine, be it flawed or not; every text is made ready for both.</summary>
    public static RuleReading Read(SecondingOf? seconding, params (string Role, string Rules)[] roles)
    {
        var all = roles.Any(each => each.Role == "tier") ? roles
            : [.. roles, ("tier", """[ { "RuleName": "any", "Expression": "true", "Properties": { "tier": "A" } } ]""")];
        var reading = RuleBookReader.Read(
        [
            new SourceText("events/kinds.json", SmallCatalogue.Kinds),
            new SourceText("events/subjects.json", SmallCatalogue.Subjects),
            new SourceText("calendars/days.json", Calendar),
            new SourceText($"{Folder}/pack.json", $$"""
                { "regime": "test/one", "title": { "zh": "一包", "en": "one pack" }, "status": "fixture",
                  "inForceFrom": "2024-01-01", "repealedFrom": null, "subjects": [ "operator" ], "tiers": [ "A", "B" ],
                  "workflows": { {{string.Join(", ", all.Select(each => $"\"{each.Role}\": \"{each.Role}\""))}} } }
                """),
            .. all.Select(each => new SourceText(
                $"{Folder}/{each.Role}.workflow.json",
                $$"""{ "WorkflowName": "{{each.Role}}", "GlobalParams": [ {{(each.Role == "tier" ? Total : "")}} ], "Rules": {{each.Rules}} }""")),
        ], seconding);
        return reading.Seconded();
    }

    public Regime Regime => book.Regimes.Single();

    private const string Total = """{ "Name": "total", "Expression": "entries.Sum(e => e.points)" }""";

    public RegulatoryEvent Event(
        string id, string kind, string on, string? actsOn = null, params (string Field, object Value)[] values)
    {
        var declared = book.Catalogue.Kind(kind)!;
        return new RegulatoryEvent(new EventId("s", id), declared, Day(on))
        {
            Subjects = declared.Mends ? [] : [new Named(null, World.Subject)],
            ActsOn = actsOn is null ? null : new EventId("s", actsOn),
            Values =
            [
                .. declared.Fields.Select(field =>
                    values.FirstOrDefault(each => each.Field == field.Name).Value ?? field.Default),
            ],
        };
    }

    public Standing Standing(string on, params RegulatoryEvent[] events) =>
        Judge.Of(events.File().UpTo(Day(on)), Regime, Day(on)).Standing;

    public Explanation Explain(string on, params RegulatoryEvent[] events) =>
        Explaining.Of(events.File().UpTo(Day(on)), Regime, Day(on));

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

using Newtonsoft.Json.Linq;

namespace CreditScoring.Tests.Histories;

/// <summary>
/// The phrases of which random packs are put together. Of a list one is taken; null leaves the
/// property out. Read with <see cref="SmallCatalogue"/>.
/// </summary>
internal static class RandomPhrases
{
    public static readonly string?[] From =
    [
        null, "happened.occurredOn", "happened.decidedOn ?? happened.occurredOn",
        "happened.publishedOn ?? happened.decidedOn ?? happened.occurredOn",
    ];

    public static readonly string?[] LapsesOn =
    [
        null, "from.AddDays(20)", "from.AddMonths(1).AddDays(1)", "cycleEnd(DateTime(2023, 12, 31), 1, from)",
        "cycleEnd(subject.licensedOn ?? DateTime(2023, 11, 30), 1, from)",
    ];

    public static readonly string?[] CarriesOver =
    [
        null, null, "false", "total >= 6", "entry.points > 3 && day < \"2024-05-01\"",
        "!events.Any(e => e.kind == \"paid\" && e.actsOn == entry.happened) && day < \"2024-06-01\"",
    ];

    public static readonly (string Name, string Text)[] Named =
    [
        ("total", "Math.Max(0, entries.Sum(e => e.points))"),
        ("aged", "entries.Sum(e => e.from.AddDays(30) > day ? e.points : e.points * 0.5)"),
        ("streak", "events.Count(e => e.kind == \"recheck\" && e.result == \"passed\" && !events.Any(f => f.kind == \"recheck\" && f.result == \"failed\" && f.from >= e.from))"),
        ("lastAct", "events.Where(e => e.kind == \"act\").Max(e => e.from)"),
        ("missed", "duties.Count(d => d.state == \"missed\")"),
        ("small", "subject.scale == \"micro\""),
    ];

    public static readonly JObject[] Rungs = Read("""
        [ { "RuleName": "eight", "Expression": "total >= 8", "Properties": { "tier": "D", "lockedUntil": [ null, "(lastAct ?? day).AddDays(40)", "day.AddDays(12)" ] } },
          { "RuleName": "four", "Expression": "aged >= 4", "Properties": { "tier": "C", "lockedUntil": [ null, null, "(lastAct ?? day).AddDays(90)" ] } },
          { "RuleName": "one", "Expression": "total > 0 || missed > 0", "Properties": { "tier": "B" } },
          { "RuleName": "none", "Expression": "true", "Properties": { "tier": "A" } } ]
        """);

    public static readonly JObject[] Bounds = Read("""
        [ { "RuleName": "no-skipping", "Expression": "previous.tier != null", "Properties": { "noBetterThan": "day < previous.since.AddDays(15) ? previous.tier : better(previous.tier, 1)" } },
          { "RuleName": "small-ones", "Expression": "small", "Properties": { "noWorseThan": "\"C\"" } },
          { "RuleName": "remembered", "Expression": "tierOn(day.AddDays(-20)) == \"D\"", "Properties": { "noBetterThan": "\"B\"" } },
          { "RuleName": "was-large", "Expression": "subjectOn(day.AddDays(-10)).scale == \"large\"", "Properties": { "noBetterThan": "\"B\"" } },
          { "RuleName": "banned", "Expression": "running(\"ban\")", "Properties": { "noBetterThan": "\"C\"" } },
          { "RuleName": "idle", "Expression": "duties.Any(d => d.state == \"open\" && d.opens < day)", "Properties": { "noBetterThan": "\"B\"" } } ]
        """);

    public static readonly JObject[] Points = Read("""
        [ { "RuleName": "act", "Expression": "happened.kind == \"act\"",
            "LocalParams": [ { "Name": "again", "Expression": "events.Any(e => e.kind == \"act\" && e.from.AddDays(30) >= happened.from)" } ],
            "Properties": { "points": "happened.gravity * (again ? 1.5 : 1)", "group": [ null, "happened.occasion", "happened.documentKey ?? happened.key" ], "from": [ null, null, "happened.from.AddDays(6)", "happened.occurredOn" ], "carriesOver": [ null, null, "again" ] } },
          { "RuleName": "intentional", "Expression": "happened.kind == \"act\" && happened.intentional", "Properties": { "points": 3, "group": [ null, "happened.occasion" ], "lapsesOn": [ null, "from.AddDays(9)", "(happened.publishedOn ?? from).AddDays(3)" ] } },
          { "RuleName": "good", "Expression": "happened.kind == \"good\" && total < 8", "Properties": { "points": "-Math.Min(happened.worth, total)", "lapsesOn": [ null, "from.AddDays(30)" ] } },
          { "RuleName": "late", "Expression": "happened.kind == \"duty-missed\"", "Properties": { "points": "happened.of == \"subject\" ? 2 : 0", "from": [ null, "happened.from.AddDays(2)" ] } },
          { "RuleName": "rebased", "Expression": "happened.kind == \"step-taken\" && happened.step == \"warn\"", "Properties": { "points": [ 1, "entries.Count() > 2 ? 1 : 0" ] } },
          { "RuleName": "wiped", "Expression": "happened.kind == \"step-taken\" && happened.step == \"full\"", "Properties": { "clears": [ "entries", "entries.Where(e => e.points > 2)", "entries.OrderByDescending(e => e.from).Take(1)" ], "points": [ null, 1 ] } },
          { "RuleName": "repaired", "Expression": "happened.kind == \"repaired\"", "Properties": { "points": "-entries.Where(e => e.happened == happened.actsOn).Sum(e => e.points)", "lapsesOn": "entries.Where(e => e.happened == happened.actsOn).Max(e => e.lapsesOn)" } },
          { "RuleName": "cleared", "Expression": "happened.kind == \"repaired\"", "Properties": { "clears": "entries.Where(e => e.happened == happened.actsOn)" } },
          { "RuleName": "rechecked", "Expression": "happened.kind == \"recheck\" && happened.result == \"failed\"", "Properties": { "points": [ "entries.Any(e => e.happened == happened.actsOn) ? 2 : 1", "happened.targetAnnulled ? 3 : happened.origin.kind == \"act\" ? 2 : 1" ] } } ]
        """);

    public static readonly JObject[] Factors = Read("""
        [ { "RuleName": "large", "Expression": "subject.scale == \"large\"", "Properties": { "points": 2 } },
          { "RuleName": "young", "Expression": "subject.licensedOn != null", "Properties": { "points": "days(subject.licensedOn.Value, day) < 30 ? 2 : days(subject.licensedOn.Value, day) < 60 ? 1 : 0" } },
          { "RuleName": "half-again", "Expression": "total >= 4", "Properties": { "points": "total * 0.5" } },
          { "RuleName": "fallen", "Expression": "previous.tier == \"D\"", "Properties": { "points": 1 } } ]
        """);

    public static readonly JObject[] Steps = Read("""
        [ { "RuleName": "warn", "Expression": "total >= 3", "Properties": { "until": [ null, null, "day.AddDays(7)" ] } },
          { "RuleName": "ban", "Expression": "tier == \"D\"", "Properties": { "until": "day.AddDays(events.Count(e => e.kind == \"step-taken\" && e.step == \"ban\") == 0 ? 5 : 25)" } },
          { "RuleName": "full", "Expression": "running(\"warn\") && total >= 5", "Properties": { "until": [ null, "day.AddDays(14)", "lastAct" ] } },
          { "RuleName": "probation", "Expression": "previous.tier == \"D\" && tier != \"D\"", "Properties": { "until": "day.AddDays(11)" } },
          { "RuleName": "quiet", "Expression": "lastAct != null && lastAct.Value.AddDays(21) < day", "Properties": { "step": [ "quiet", "full" ] } },
          { "RuleName": "ban-of-small", "Expression": "small && total > 1 && running(\"quiet\")", "Properties": { "step": "ban" } } ]
        """);

    public static readonly JObject[] Frequency = Read("""
        [ { "RuleName": "bad", "Expression": "tier == \"C\" || tier == \"D\"", "Properties": { "timesPerYear": 4, "opens": [ null, "lastAct", "lastAct.Value.AddDays(10) < day ? lastAct : null" ] } },
          { "RuleName": "any", "Expression": "true", "Properties": { "timesPerYear": "running(\"ban\") ? 2 : 1", "due": [ null, "(lastAct ?? previous.since).AddDays(30)" ], "keySupervision": [ null, "day >= \"2024-03-01\" && total > 2" ] } } ]
        """);

    public static readonly JObject[] Duties = Read("""
        [ { "RuleName": "correct", "Expression": "happened.kind == \"act\"", "LocalParams": [ { "Name": "mended", "Expression": "events.Any(e => e.kind == \"corrected\" && e.actsOn == happened)" } ],
            "Properties": { "of": "subject", "opens": [ null, "happened.from.AddDays(4)" ], "due": [ "happened.from.AddDays(15)", "happened.from.AddDays(15)", "addWorkingDays(happened.from, 10)", "nextAfterHoliday(happened.from.AddDays(14))" ], "fulfilled": "mended" } },
          { "RuleName": "pay", "Expression": "happened.kind == \"act\" && happened.gravity > 2", "Properties": { "of": "subject", "fulfilled": [ "events.Any(e => e.kind == \"paid\" && e.actsOn == happened)", "day > happened.from.AddDays(17)" ] } },
          { "RuleName": "publish", "Expression": "happened.kind == \"act\"", "Properties": { "of": "authority", "due": "happened.occurredOn.AddDays(20)", "fulfilled": "happened.publishedOn <= day" } },
          { "RuleName": "again", "Expression": "happened.kind == \"duty-missed\" && happened.duty == \"correct\"", "Properties": { "of": "subject", "due": "happened.from.AddDays(5)", "fulfilled": "total < 4" } },
          { "RuleName": "after-a-step", "Expression": "happened.kind == \"step-taken\"", "Properties": { "of": "authority", "due": "happened.until", "fulfilled": [ "!duties.Any(d => d.duty == \"pay\" && d.state == \"open\")", "entries.Any(e => e.rule == \"half-again\")" ] } } ]
        """);

    public static readonly JObject[] Repair = Read("""
        [ { "RuleName": "waited", "Operator": "And", "Rules": [
              { "RuleName": "a-week", "Expression": "happened.actsOn.from.AddDays(7) < happened.from", "ErrorMessage": "一周" },
              { "RuleName": "once", "Expression": "!events.Any(e => e.kind == \"repaired\" && e.actsOn == happened.actsOn)", "ErrorMessage": "一次" },
              { "RuleName": "a-share", "Expression": "12 / total >= 2", "ErrorMessage": "占比" } ] },
          { "RuleName": "light", "Expression": "total < 3", "Properties": { "concerns": [ null, "happened.actsOn.kind == \"act\"" ] } } ]
        """);

    public static JObject Param((string Name, string Text) named) =>
        new() { ["Name"] = named.Name, ["Expression"] = named.Text };

    private static JObject[] Read(string json) => [.. JArray.Parse(json).Cast<JObject>()];
}

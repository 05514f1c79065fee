namespace CreditScoring.Workbench.Invented;

/// <summary>
/// Administrative penalties with the fields of the 双公示 list, and what becomes of them.
/// </summary>
internal static class Penalties
{
    private static readonly string[] Grounds = ["reconsideration", "litigation", "own-motion"];

    public static void Add(
        SampleEnterprise enterprise, SampleEvent cause, string act, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        var decided = cause.Known.AddDays(random.Between(20, 90));
        var grave = random.Percent(enterprise.ByCare(1, 3, 12, 35));
        var mild = !grave && random.Percent(25);
        var fine = mild ? (decimal?)null : Fine(random, grave);
        var confiscated = !mild && random.Percent(45)
            ? random.Between(200, 40_000) + 0.5m : (decimal?)null;
        var published = decided.AddDays(random.Between(1, 7));
        var penalty = new SampleEvent("penalty", cause.OccurredOn)
        {
            DecidedOn = decided,
            ActsOn = cause,
            DocumentSort = "处罚",
            Fields =
            [
                ("kinds", Kinds(mild, confiscated is not null, grave)),
                ("act", act),
                ("facts", $"当事人{act}，涉案产品为{enterprise.Trade.Product}。"),
                ("basis", "《中华人民共和国产品质量法》"),
                ("fine", fine),
                ("confiscated", confiscated),
                ("severity", mild ? "minor" : grave ? "serious" : fine > 50_000 ? "general" : "minor"),
                ("authority", enterprise.City.Authority),
                ("publishedOn", published),
                ("publishedUntil", mild ? published.AddMonths(3) : published.AddYears(3)),
            ],
        };
        events.Add(penalty);
        Afterwards(enterprise, penalty, fine, events);
        if (grave)
        {
            Gravest(enterprise, penalty, act, events);
        }
    }

    private static string[] Kinds(bool mild, bool confiscated, bool grave) =>
        mild ? ["warning"]
            : [
                "fine",
                .. confiscated ? ["confiscation"] : Array.Empty<string>(),
                .. grave ? ["revocation"] : Array.Empty<string>(),
            ];

    // Small fines are many and large ones few.
    private static decimal Fine(SplitMix64 random, bool grave)
    {
        var fine = 500 * random.Between(1, 20);
        for (var more = 0; more < 3 && random.Percent(grave ? 70 : 25); more++)
        {
            fine *= random.Between(2, 6);
        }

        return fine;
    }

    private static void Afterwards(
        SampleEnterprise enterprise, SampleEvent penalty, decimal? fine, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        var draw = random.Below(100);
        if (draw < 2)
        {
            events.Add(Mending("annulled", penalty, random.Between(60, 200),
                ("ground", random.Pick(Grounds))));
        }
        else if (draw < 4 && fine > 1_000)
        {
            events.Add(Mending("amended", penalty, random.Between(30, 120), ("fine", fine / 2)));
        }
        else if (draw < 5)
        {
            events.Add(Mending("suspended", penalty, random.Between(5, 40),
                ("until", penalty.Known.AddDays(180))));
        }
        else if (draw < 17)
        {
            events.Add(Mending("repair-request", penalty, random.Between(170, 420),
                ("performed", true), ("harmRemoved", random.Percent(85))));
        }
    }

    private static void Gravest(
        SampleEnterprise enterprise, SampleEvent penalty, string act, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        if (random.Percent(30))
        {
            events.Add(new SampleEvent("referral", penalty.Known.AddDays(random.Between(1, 7)))
            {
                ActsOn = penalty,
                Fields =
                [
                    ("act", act), ("authority", enterprise.City.Authority),
                    ("accepted", random.Percent(60)),
                ],
            });
        }

        if (random.Percent(60))
        {
            Lists.Add(enterprise, "serious-list", act, penalty.Known.AddDays(20), 365, events);
        }
    }

    private static SampleEvent Mending(
        string kind, SampleEvent target, int days, params (string Name, object? Value)[] fields) =>
        new(kind, target.Known.AddDays(days)) { ActsOn = target, Mends = true, Fields = fields };
}

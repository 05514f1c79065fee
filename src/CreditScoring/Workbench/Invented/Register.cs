namespace CreditScoring.Workbench.Invented;

/// <summary>What is known of an enterprise without anything having gone wrong.</summary>
internal static class Register
{
    private static readonly string[] Levels = ["county", "city", "city", "provincial"];

    public static void Of(SampleEnterprise enterprise, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        events.Add(new SampleEvent("profile", enterprise.Plan.Since)
        {
            Fields =
            [
                ("name", enterprise.Name),
                ("industry", enterprise.Trade.Industry),
                ("registeredOn", enterprise.RegisteredOn),
                ("scale", enterprise.Scale),
                ("productCategories", new[] { enterprise.Trade.Product }),
                ("keyCatalogue", enterprise.Trade.Key),
                ("sandboxUntil", random.Of100000(150)
                    ? enterprise.Plan.Since.AddYears(1).AddDays(-1) : null),
            ],
        });
        Merits(enterprise, events);
        License(enterprise, events);
    }

    private static void Merits(SampleEnterprise enterprise, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        if (random.Percent(enterprise.ByCare(12, 6, 2, 0)))
        {
            events.Add(new SampleEvent("commitment", enterprise.AnyDay())
            {
                Fields = [("standard", enterprise.Trade.Standard)],
            });
        }

        if (random.Percent(enterprise.Scale is "medium" or "large" ? 15 : 1))
        {
            events.Add(new SampleEvent("chief-quality-officer", enterprise.AnyDay())
            {
                Fields = [("appointed", true)],
            });
        }

        if (random.Of100000(enterprise.Carelessness == 0 ? 400 : 20))
        {
            events.Add(new SampleEvent("award", enterprise.AnyDay())
            {
                Fields =
                [
                    ("level", random.Pick(Levels)), ("authority", $"{enterprise.City.Name}人民政府"),
                ],
            });
        }
    }

    private static void License(SampleEnterprise enterprise, List<SampleEvent> events)
    {
        if (!enterprise.Trade.Key || !enterprise.Random.Percent(15))
        {
            return;
        }

        var day = enterprise.AnyDay();
        var serial = enterprise.Random.Between(10_000, 99_999);
        events.Add(new SampleEvent("licence", day)
        {
            Fields =
            [
                ("status", "granted"),
                ("licenceNumber", $"XK{enterprise.City.Region[..2]}-{day.Year}-{serial}"),
                ("productCategory", enterprise.Trade.Product),
                ("validUntil", day.AddYears(5).AddDays(-1)),
                ("authority", enterprise.City.Authority),
            ],
        });
    }
}

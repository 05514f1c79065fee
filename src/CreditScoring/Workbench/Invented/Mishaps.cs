namespace CreditScoring.Workbench.Invented;

/// <summary>Recalls, injury signals and the rare accident.</summary>
internal static class Mishaps
{
    public static void Of(SampleEnterprise enterprise, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        var product = enterprise.Trade.Product;
        if (random.Of100000(enterprise.ByCare(300, 900, 2_500, 6_000)))
        {
            events.Add(new SampleEvent("recall", enterprise.AnyDay())
            {
                Fields =
                [
                    ("form", random.Below(100) switch
                    {
                        < 80 => "voluntary",
                        < 97 => "ordered",
                        _ => "refused",
                    }),
                    ("productCategory", product), ("quantity", 10 * random.Between(5, 5_000)),
                ],
            });
        }

        if (random.Of100000(enterprise.ByCare(150, 400, 1_200, 3_000)))
        {
            events.Add(new SampleEvent("injury-signal", enterprise.AnyDay())
            {
                Fields = [("productCategory", product), ("injuries", random.Between(1, 3))],
            });
        }

        Accident(enterprise, events);
    }

    private static void Accident(SampleEnterprise enterprise, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        if (random.Of100000(enterprise.ByCare(4, 30, 200, 800)))
        {
            var day = enterprise.AnyDay();
            var concealed = random.Percent(enterprise.ByCare(2, 5, 15, 30));
            events.Add(new SampleEvent("accident", day)
            {
                DecidedOn = day.AddDays(random.Between(10, 60)),
                Fields =
                [
                    ("concealed", concealed), ("responsible", true),
                    ("reportedOn", day.AddDays(concealed ? 9 : 1)),
                    ("deaths", random.Percent(10) ? 1 : 0), ("injuries", random.Between(0, 6)),
                    ("loss", 10_000m * random.Between(1, 300)),
                ],
            });
        }
    }
}

namespace CreditScoring.Workbench.Invented;

/// <summary>An order to correct (责令改正) and how it ends.</summary>
internal static class Corrections
{
    public static void Add(
        SampleEnterprise enterprise, SampleEvent cause, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        var ordered = cause.Known.AddDays(random.Between(3, 15));
        var due = ordered.AddDays(random.Percent(70) ? 30 : 60);
        var order = new SampleEvent("correction-ordered", ordered)
        {
            ActsOn = cause,
            DocumentSort = "责改",
            Fields =
            [
                ("dueOn", due),
                ("stop", random.Percent(20) ? true : null),
                ("authority", enterprise.City.Authority),
            ],
        };
        events.Add(order);
        if (!random.Percent(enterprise.ByCare(96, 88, 70, 45)))
        {
            return;
        }

        // Most are in time; some are late.
        var corrected = random.Percent(enterprise.ByCare(95, 88, 75, 60))
            ? ordered.AddDays(random.Between(5, due.DayNumber - ordered.DayNumber))
            : due.AddDays(random.Between(1, 40));
        events.Add(new SampleEvent("corrected", corrected)
        {
            ActsOn = order,
            Mends = true,
            Fields = [("authority", enterprise.City.Authority)],
        });
        if (cause.Kind == "sampling-result")
        {
            Recheck(enterprise, order, corrected, events);
        }
    }

    private static void Recheck(
        SampleEnterprise enterprise, SampleEvent order, DateOnly corrected,
        List<SampleEvent> events)
    {
        var random = enterprise.Random;
        var failed = random.Percent(enterprise.ByCare(4, 10, 25, 50));
        var recheck = new SampleEvent("recheck-result", corrected.AddDays(random.Between(5, 30)))
        {
            ActsOn = order,
            DocumentSort = "复查",
            Fields =
            [
                ("result", failed ? "failed" : "passed"),
                ("productCategory", enterprise.Trade.Product),
            ],
        };
        events.Add(recheck);
        if (failed)
        {
            events.Add(new SampleEvent("announcement", recheck.Known.AddDays(random.Between(5, 20)))
            {
                ActsOn = recheck,
                DocumentSort = "公告",
                Fields = [("authority", enterprise.City.Authority)],
            });
        }
    }
}

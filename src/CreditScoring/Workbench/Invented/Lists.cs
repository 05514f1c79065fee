namespace CreditScoring.Workbench.Invented;

/// <summary>Entry on a list (列入名单) and, for some, the way out.</summary>
internal static class Lists
{
    public static void Add(
        SampleEnterprise enterprise, string list, string reason, DateOnly entered, int leastDays,
        List<SampleEvent> events)
    {
        var random = enterprise.Random;
        var entry = new SampleEvent("list-entry", entered)
        {
            DocumentSort = "列",
            Fields =
            [
                ("list", list), ("reason", reason), ("authority", enterprise.City.Authority),
            ],
        };
        events.Add(entry);
        if (random.Percent(65))
        {
            events.Add(new SampleEvent("list-exit", entered.AddDays(leastDays + random.Below(200)))
            {
                ActsOn = entry,
                DocumentSort = "移",
                Fields =
                [
                    ("list", list), ("reason", "已改正"), ("authority", enterprise.City.Authority),
                ],
            });
        }
    }
}

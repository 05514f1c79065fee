namespace CreditScoring.Workbench.Invented;

/// <summary>Inspections on the spot (监督检查), with their items.</summary>
internal static class Inspections
{
    private static readonly string[] Triggers = ["random", "random", "random", "key", "special"];

    private static readonly string[] Items =
        ["进货查验", "出厂检验", "标识标注", "计量器具", "认证证书", "生产记录", "特种设备", "员工培训"];

    public static void Of(SampleEnterprise enterprise, List<SampleEvent> events)
    {
        var times = enterprise.TimesIn(enterprise.ByCare(450, 800, 1_600, 2_500));
        for (var left = times; left > 0; left--)
        {
            var day = enterprise.AnyDay();
            var failed = enterprise.Random.Percent(enterprise.ByCare(2, 12, 35, 60));
            var inspection = new SampleEvent("inspection", day)
            {
                DecidedOn = enterprise.Random.Percent(25)
                    ? day.AddDays(enterprise.Random.Between(1, 5)) : null,
                Fields =
                [
                    ("trigger", enterprise.Random.Pick(Triggers)),
                    ("result", failed ? "failed" : "passed"),
                    ("inspectors", 2 + enterprise.Random.Below(2)),
                    ("items", Found(enterprise.Random, failed)),
                ],
            };
            events.Add(inspection);
            if (failed && enterprise.Random.Percent(70))
            {
                Corrections.Add(enterprise, inspection, events);
            }
        }
    }

    private static (string, object?)[][]? Found(SplitMix64 random, bool failed)
    {
        if (!failed && !random.Percent(30))
        {
            return null;
        }

        var first = random.Below(Items.Length);
        return [.. Enumerable.Range(0, random.Between(2, 5)).Select(i => new (string, object?)[]
        {
            ("code", $"JC-{(first + i) % Items.Length + 1:00}"),
            ("category", Items[(first + i) % Items.Length]),
            ("finding", failed && (i == 0 || random.Percent(20)) ? "violation" : "compliant"),
            ("critical", random.Percent(20) ? true : null),
        })];
    }
}

namespace CreditScoring.Workbench.Invented;

/// <summary>
/// Penalties that no sampling led to, and entries in the register of abnormal operations.
/// </summary>
internal static class Offences
{
    private static readonly string[] Acts =
    [
        "未按规定标注产品标识", "无证生产列入目录的工业产品", "伪造产地", "虚假宣传", "销售假冒注册商标商品",
        "使用不合格计量器具", "未取得强制性产品认证擅自出厂", "未建立进货检查验收制度",
    ];

    public static void Of(SampleEnterprise enterprise, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        for (var left = enterprise.TimesIn(enterprise.ByCare(1, 30, 250, 900)); left > 0; left--)
        {
            var found = new SampleEvent("complaint", enterprise.AnyDay())
            {
                Fields =
                [
                    ("nature", "report"), ("upheld", true), ("category", "质量"),
                    ("productCategory", enterprise.Trade.Product),
                ],
            };
            events.Add(found);
            Penalties.Add(enterprise, found, random.Pick(Acts), events);
        }

        for (var left = enterprise.TimesIn(enterprise.ByCare(60, 250, 600, 900)); left > 0; left--)
        {
            events.Add(new SampleEvent("complaint", enterprise.AnyDay())
            {
                Fields =
                [
                    ("nature", "report"), ("upheld", random.Percent(enterprise.ByCare(8, 25, 40, 60))),
                    ("category", random.Pick(["质量", "售后", "广告", "价格"])),
                    ("productCategory", enterprise.Trade.Product),
                ],
            });
        }

        if (random.Of100000(enterprise.ByCare(500, 2_000, 6_000, 15_000)))
        {
            Lists.Add(
                enterprise, "abnormal-register", "未按规定公示年度报告", enterprise.AnyDay(), 20, events);
        }
    }
}

namespace CreditScoring.Workbench.Invented;

/// <summary>
/// Supervision sampling (监督抽查) and what a failure sets off: re-examination, order to correct,
/// correction, recheck, announcement, penalty.
/// </summary>
internal static class Samplings
{
    private static readonly string[] Levels = ["national", "provincial", "city", "city", "county"];

    public static void Of(SampleEnterprise enterprise, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        for (var left = enterprise.TimesIn(enterprise.Trade.Key ? 900 : 400); left > 0; left--)
        {
            var taken = enterprise.AnyDay();
            var decided = taken.AddDays(random.Between(12, 40));
            var percent = enterprise.ByCare(5, 18, 40, 65);
            var outcome = random.Of100000(120) ? "refused"
                : random.Percent(percent) ? "failed" : "passed";
            var result = Result(enterprise, taken, decided, outcome);
            events.Add(result);
            if (outcome == "failed")
            {
                FollowUp(enterprise, result, events);
            }
            else if (outcome == "refused")
            {
                Penalties.Add(enterprise, result, "拒绝接受产品质量监督抽查", events);
            }
        }
    }

    private static SampleEvent Result(
        SampleEnterprise enterprise, DateOnly taken, DateOnly decided, string outcome)
    {
        var random = enterprise.Random;
        var failed = outcome == "failed";
        var seller = random.Percent(4) ? Seller(enterprise) : null;
        return new SampleEvent("sampling-result", taken)
        {
            DecidedOn = decided,
            DocumentSort = "抽",
            Seller = seller,
            Fields =
            [
                ("productCategory", enterprise.Trade.Product),
                ("batch", $"{taken.AddDays(-random.Between(10, 200)):yyyyMMdd}"),
                ("level", random.Pick(Levels)),
                ("authority", enterprise.City.Authority),
                ("result", outcome),
                ("severity", failed ? Severity(enterprise) : null),
                ("failedItems", failed ? 1 + random.Below(3) : null),
                ("safetyItem", failed ? random.Percent(22) : null),
                ("intentional",
                    failed && random.Percent(enterprise.ByCare(0, 1, 4, 15)) ? true : null),
            ],
        };
    }

    // Another enterprise of the same sample, so that no one else comes into it.
    private static string? Seller(SampleEnterprise enterprise)
    {
        var count = enterprise.Plan.Enterprises;
        if (count == 1)
        {
            return null;
        }

        var other = (enterprise.Number + enterprise.Random.Between(1, count - 1)) % count;
        return new SampleEnterprise(enterprise.Plan, other).Code;
    }

    private static string Severity(SampleEnterprise enterprise) =>
        enterprise.Random.Below(100) switch
        {
            < 58 => "minor",
            < 90 => "general",
            _ => "serious",
        };

    private static void FollowUp(
        SampleEnterprise enterprise, SampleEvent result, List<SampleEvent> events)
    {
        var random = enterprise.Random;
        if (random.Percent(9) && Disputed(enterprise, result, events))
        {
            return;
        }

        Corrections.Add(enterprise, result, events);
        if (random.Percent(enterprise.ByCare(35, 50, 75, 95)))
        {
            Penalties.Add(enterprise, result, "生产、销售不合格产品", events);
        }
    }

    /// <summary>A re-examination (复检); true: the first result did not stand.</summary>
    private static bool Disputed(
        SampleEnterprise enterprise, SampleEvent result, List<SampleEvent> events)
    {
        var overturned = enterprise.Random.Percent(15);
        var concluded = result.Known.AddDays(enterprise.Random.Between(8, 20));
        var again = new SampleEvent("re-examination", concluded)
        {
            ActsOn = result,
            Fields =
            [
                ("result", overturned ? "passed" : "failed"),
                ("authority", enterprise.City.Authority),
            ],
        };
        events.Add(again);
        if (overturned)
        {
            events.Add(new SampleEvent("annulled", again.Known.AddDays(3))
            {
                ActsOn = result,
                Mends = true,
                Fields = [("ground", "own-motion")],
            });
        }

        return overturned;
    }
}

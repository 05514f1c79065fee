namespace CreditScoring.Workbench.Invented;

/// <summary>
/// Invented records of enterprises, shaped like what is published: most are clean, and a long tail
/// is not. Streamed enterprise by enterprise, in order of days within each.
/// </summary>
public static class SampleHistory
{
    /// <summary>One JSON event a line.</summary>
    public static IEnumerable<string> Lines(SamplePlan plan) => Dated(plan).Select(each => each.Line);

    /// <summary>The same, each with the day on which it came to be known.</summary>
    public static IEnumerable<(DateOnly Known, string Line)> Dated(SamplePlan plan)
    {
        var line = new SampleLine();
        for (var number = 0; number < plan.Enterprises; number++)
        {
            foreach (var each in LinesOf(new SampleEnterprise(plan, number), line))
            {
                yield return each;
            }
        }
    }

    private static IEnumerable<(DateOnly Known, string Line)> LinesOf(
        SampleEnterprise enterprise, SampleLine line)
    {
        var events = new List<SampleEvent>();
        Register.Of(enterprise, events);
        Samplings.Of(enterprise, events);
        Inspections.Of(enterprise, events);
        Offences.Of(enterprise, events);
        Mishaps.Of(enterprise, events);
        return events
            .Where(happened => happened.Known <= enterprise.Plan.Until)
            // Stable, so that what acts on an event of the same day stays behind it.
            .OrderBy(happened => happened.Known)
            .Select(happened => (happened.Known, line.Of(happened, enterprise)))
            .ToList();
    }
}

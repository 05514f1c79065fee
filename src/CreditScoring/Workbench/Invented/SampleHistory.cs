namespace CreditScoring.Workbench.Invented;

/// <summary>
/// Invented records of enterprises, shaped like what is published: most are clean, and a long tail
/// is not. Streamed enterprise by enterprise, in order of days within each.
/// </summary>
public static class SampleHistory
{
    /// <summary>One JSON event a line.</summary>
    public static IEnumerable<string> Lines(SamplePlan plan)
    {
        var line = new SampleLine();
        for (var number = 0; number < plan.Enterprises; number++)
        {
            foreach (var text in LinesOf(new SampleEnterprise(plan, number), line))
            {
                yield return text;
            }
        }
    }

    private static IEnumerable<string> LinesOf(SampleEnterprise enterprise, SampleLine line)
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
            .Select(happened => line.Of(happened, enterprise))
            .ToList();
    }
}

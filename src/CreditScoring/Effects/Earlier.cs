namespace CreditScoring.Effects;

/// <summary>
/// By how many days violations were found earlier than a plain random plan of as many visits would have
/// come (提前发现天数).
/// </summary>
/// <param name="Hits">Violations found by risk or after complaints.</param>
/// <param name="Wait">
/// Days from the first day of the period until a plain random plan comes to an object, on average.
/// </param>
/// <param name="Mean">Days earlier, on average; below zero: later.</param>
/// <param name="Median">Days earlier than which half of them were found.</param>
public sealed record Earlier(int Hits, double Wait, double Mean, double Median)
{
    /// <param name="first">The first day of the period.</param>
    /// <param name="days">Days of the period.</param>
    /// <param name="visits">All visits of the period.</param>
    /// <param name="objects">Objects that could be visited.</param>
    /// <returns>Null: nothing was found, or nothing was visited.</returns>
    /// <remarks>
    /// A plain random plan takes visits/objects of the objects in each period, on any day of it alike. It
    /// takes one for the first time in the k-th period with the probability (1-p)^(k-1)·p, so that it comes
    /// after days·((1-p)/p + 1/2) on average. What was there on the first day is taken to last until found.
    /// </remarks>
    public static Earlier? Of(
        IEnumerable<ObservedVisit> observed, DateOnly first, int days, int visits, int objects)
    {
        var found = observed
            .Where(each => each is { IsHit: true, Origin: VisitOrigin.Risk or VisitOrigin.Complaint })
            .Select(each => each.On.DayNumber - first.DayNumber).Order().ToList();
        if (found.Count == 0 || visits == 0 || objects == 0)
        {
            return null;
        }

        var share = Math.Min(1, (double)visits / objects);
        var wait = days * (((1 - share) / share) + 0.5);
        var middle = (found[(found.Count - 1) / 2] + found[found.Count / 2]) / 2.0;
        return new Earlier(found.Count, wait, wait - found.Average(), wait - middle);
    }
}

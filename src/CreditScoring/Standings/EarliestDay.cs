namespace CreditScoring.Standings;

/// <summary>Which of several days comes first.</summary>
internal static class EarliestDay
{
    public static DateOnly Of(params ReadOnlySpan<DateOnly> days)
    {
        var earliest = DateOnly.MaxValue;
        foreach (var day in days)
        {
            earliest = day < earliest ? day : earliest;
        }

        return earliest;
    }
}

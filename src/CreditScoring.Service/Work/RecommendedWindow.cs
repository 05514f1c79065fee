using CreditScoring.Law.Packs;
using CreditScoring.Service.Ports;
using CreditScoring.Supervision;

namespace CreditScoring.Service.Work;

/// <summary>The window of the next inspection that a recommendation names.</summary>
internal static class RecommendedWindow
{
    public static VisitWindow? Window(this Recommendation recommendation)
    {
        var frequency = recommendation.Frequency;
        return frequency.Due is not { } due ? null : new VisitWindow(
            frequency.Opens, due,
            recommendation.DecidedBy.FirstOrDefault(each => each.Key == FrequencyField.Due.Name).Value,
            (string?)frequency[FrequencyField.Priority], frequency.TimesPerYear);
    }
}

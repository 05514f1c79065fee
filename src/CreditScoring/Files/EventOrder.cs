using CreditScoring.Events;

namespace CreditScoring.Files;

/// <summary>
/// The one order of events. Of one day: by decided day; then by the weight of the source, the
/// weightiest last, so that its word stands; then by source, sequence and id. A total order that does
/// not depend on arrival.
/// </summary>
public static class EventOrder
{
    /// <summary>By the day on which they can be known, then as events of one day.</summary>
    public static readonly IComparer<RegulatoryEvent> Dated = Comparer<RegulatoryEvent>.Create(
        (one, other) => CreditFile.Dated(one).CompareTo(CreditFile.Dated(other)) is not 0 and var byDay
            ? byDay : OfOneDay(one, other));

    /// <summary>Which of two events of one day comes first.</summary>
    public static int OfOneDay(RegulatoryEvent one, RegulatoryEvent other)
    {
        var byDecision = (one.DecidedOn ?? one.OccurredOn).CompareTo(other.DecidedOn ?? other.OccurredOn);
        var byWeight = byDecision != 0 ? byDecision : one.Weight.CompareTo(other.Weight);
        var bySource = byWeight != 0 ? byWeight : string.CompareOrdinal(one.Id.Source, other.Id.Source);
        var bySequence = bySource != 0 ? bySource : Nullable.Compare(one.Sequence, other.Sequence);
        return bySequence != 0 ? bySequence : string.CompareOrdinal(one.Id.Id, other.Id.Id);
    }
}

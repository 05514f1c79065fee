namespace CreditScoring.Planning;

/// <summary>What visits were made for, and which of them found a violation (检查效果的口径).</summary>
/// <param name="Drawn">Which events are visits that were drawn at random.</param>
/// <param name="Risk">Which were made by risk.</param>
/// <param name="Complaint">Which after a complaint.</param>
/// <param name="Hits">Which found a violation.</param>
public sealed record EffectTerms(
    IReadOnlyList<EventPattern> Drawn, IReadOnlyList<EventPattern> Risk,
    IReadOnlyList<EventPattern> Complaint, IReadOnlyList<EventPattern> Hits);

using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What a later version makes of an event from before it was in force.</summary>
/// <param name="Fact">The event, as it was taken in.</param>
/// <param name="By">The later version.</param>
/// <param name="Was">The version by which it was taken in.</param>
/// <param name="Entries">What the later one makes of it, on what stood before it.</param>
/// <param name="Why">Why the later one has no answer; null: it has.</param>
public sealed record Hindsight(
    Happening Fact, RulePack By, RulePack Was, IReadOnlyList<EntryInTerm> Entries, CannotBeJudged? Why)
{
    /// <summary>Whether the version by which it was taken in made entries of it.</summary>
    public bool Made { get; init; }

    /// <summary>The first day on which it can matter.</summary>
    public DateOnly From => By.Manifest.InForceFrom;
}

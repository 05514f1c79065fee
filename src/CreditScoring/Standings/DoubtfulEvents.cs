using System.Collections;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// The events of a file that may lack one of a kind, nobody knows whether. Who asks for another kind is
/// answered; who would have met the missing one is told why there is no answer.
/// </summary>
/// <param name="known">Those that are known.</param>
/// <param name="kind">The kind of which one may be missing.</param>
/// <param name="why">Why nobody knows.</param>
internal sealed class DoubtfulEvents(EventsByKind known, string kind, CannotBeJudged why)
    : IReadOnlyList<Happening>, IByKind
{
    public bool IsWhole => false;

    public int Count => throw why;

    public Happening this[int index] => throw why;

    public IReadOnlyList<Happening> OfKind(string asked) => asked == kind ? throw why : known.OfKind(asked);

    public IEnumerator<Happening> GetEnumerator() => throw why;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

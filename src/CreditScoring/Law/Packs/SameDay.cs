using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>
/// In which order events of one law day are taken in (同日的先后), as a pack declares it by kind. Kinds
/// that it does not name come before those that it names, in the order of events.
/// </summary>
/// <param name="kinds">The kinds in order, with their places.</param>
public sealed class SameDay(IReadOnlyList<JsonPiece> kinds)
{
    public IReadOnlyList<JsonPiece> Kinds { get; } = kinds;

    /// <summary>From 1; 0: not named, before the others.</summary>
    public int TurnOf(string kind)
    {
        for (var i = 0; i < Kinds.Count; i++)
        {
            if (Kinds[i].Text == kind)
            {
                return i + 1;
            }
        }

        return 0;
    }
}

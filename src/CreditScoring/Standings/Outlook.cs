using CreditScoring.Documents;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What time alone will bring: how a standing changes by itself if nothing happens.</summary>
/// <param name="Turns">The standings to come, each on the day it begins, up to the first better tier.</param>
/// <param name="Better">The first of them with a better tier; null: none within the horizon.</param>
public sealed record Outlook(IReadOnlyList<Standing> Turns, Standing? Better)
{
    /// <summary>
    /// The standing of the next day on which anything in it differs; null: nothing does within the
    /// horizon, or that day cannot be judged.
    /// </summary>
    public Standing? Next { get; init; }

    /// <summary>
    /// Why nothing is told of what comes after the last turn; null: nothing stands in the way.
    /// </summary>
    public Flaw? Flaw { get; init; }

    public static readonly Outlook Nothing = new([], null);

    /// <summary>The entries of a standing that will have lapsed when the better tier comes.</summary>
    public IReadOnlyList<Entry> Waiting(Standing now) => Better is null ? []
        : [.. now.Entries.Where(entry => Better.Entries.All(left => left.Id != entry.Id))];
}

using CreditScoring.Documents;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;

namespace CreditScoring.Service.SecondOpinions;

/// <summary>One text on which the engines differed: the first time, and how often since.</summary>
public sealed record OpenDifference(EngineDifference First, long Times);

/// <summary>
/// The second engine of the service (<c>Rules:SecondOpinion</c>), and the texts on which it differed:
/// they stand, and the service is degraded, until a person has changed the rules or the setting.
/// </summary>
public sealed class OpenDifferences
{
    /// <summary>Texts that are remembered; beyond, the differences are only counted.</summary>
    private const int Most = 100;

    private readonly Lock gate = new();
    private readonly Dictionary<Place, OpenDifference> open = [];

    /// <param name="share">0: no second engine; 1: asked always; between: for that share.</param>
    public OpenDifferences(double share) =>
        Seconding = share <= 0 ? null : new Seconding(new PackageEngine(), share, Hear);

    /// <summary>Null: only ours judges.</summary>
    public Seconding? Seconding { get; }

    /// <summary>The texts on which the engines differed, as of now.</summary>
    public IReadOnlyList<OpenDifference> All
    {
        get
        {
            lock (gate)
            {
                return [.. open.Values];
            }
        }
    }

    /// <summary>The rules are others now: what was found of the former does not stand any more.</summary>
    public void Forget()
    {
        lock (gate)
        {
            open.Clear();
        }
    }

    private void Hear(EngineDifference answer)
    {
        if (answer.Agreement != Agreement.Differs)
        {
            return;
        }

        var place = answer.Formula.Source.At(0);
        lock (gate)
        {
            if (open.TryGetValue(place, out var known))
            {
                open[place] = known with { Times = known.Times + 1 };
            }
            else if (open.Count < Most)
            {
                open[place] = new OpenDifference(answer, 1);
            }
        }
    }
}

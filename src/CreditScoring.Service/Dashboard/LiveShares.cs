namespace CreditScoring.Service.Dashboard;

/// <summary>
/// How many pages are told at once that something changes, of one person and of all: each holds a connection,
/// and those who send events need some, too.
/// </summary>
public sealed class LiveShares
{
    /// <summary>Where nobody says who he is all are one.</summary>
    public const int OfOne = 20;

    private const int OfAll = 300;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> open = [];
    private int all;

    /// <returns>A place, given back when it is disposed of; null: there is none.</returns>
    public IDisposable? Take(string actor)
    {
        lock (gate)
        {
            var taken = open.GetValueOrDefault(actor);
            if (taken >= OfOne || all >= OfAll)
            {
                return null;
            }

            (open[actor], all) = (taken + 1, all + 1);
            return new Place(this, actor);
        }
    }

    private void GiveBack(string actor)
    {
        lock (gate)
        {
            all--;
            if (--open[actor] == 0)
            {
                open.Remove(actor);
            }
        }
    }

    private sealed class Place(LiveShares shares, string actor) : IDisposable
    {
        public void Dispose() => shares.GiveBack(actor);
    }
}

using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// A second ladder beside the one of a walk: where two laws differ in tiers and frequency alone, and nothing
/// else of them asks for a tier, a file is walked once and the tier of each day is decided by both.
/// </summary>
/// <param name="regime">That of the other law.</param>
/// <param name="shown">The scene of the walk.</param>
internal sealed class SecondLadder(Regime regime, FileScene shown)
{
    private Ruling last = new(FileState.BeforeTheFile, null, null, Locks.None);
    private TierHistory history = TierHistory.Empty;

    /// <summary>The next day on which a lock of it ends.</summary>
    public DateOnly TurnsOn => last.Locks.TurnsOn;

    /// <summary>Nothing has happened yet: each day stands alone.</summary>
    public void BeginAnew()
    {
        last = new Ruling(FileState.BeforeTheFile, null, null, Locks.None);
        history = TierHistory.Empty;
    }

    /// <summary>What stands, with the tiers that this ladder has decided.</summary>
    private FileState With(FileState state) => state with
    {
        History = history, Locks = last.Locks, TierRule = last.Rung,
    };

    /// <summary>The tier of the day on what stands; it sees its own tiers of the days before.</summary>
    /// <exception cref="CannotBeJudged">No rung holds, or a rule has no answer.</exception>
    public Ruling Reckon(FileState state, DateOnly day)
    {
        var own = With(state);
        shown.Show(own);
        shown.Scene.Face(day, history.Last);
        var ruling = regime.On(day) is { } pack && pack.AppliesIn(shown.Scene)
            ? TierJudge.Rule(pack, shown.Scene, own, null) : new Ruling(own, null, null, Locks.None);
        shown.Scene.Face(day, state.History.Last);
        shown.Show(state);
        return ruling;
    }

    /// <summary>Ends a day with what was decided on it last.</summary>
    /// <returns>Whether the tier has turned.</returns>
    public bool Conclude(Ruling ruling, DateOnly day)
    {
        var turned = ruling.Tier != history.Last.Tier;
        (last, history) = (ruling, history.With(ruling.Tier, day));
        return turned;
    }

    /// <summary>The standing by this ladder at the end of a day.</summary>
    /// <param name="state">That of the walk.</param>
    /// <exception cref="CannotBeJudged">Something of it has no answer on that day.</exception>
    public Standing Standing(FileState state, DateOnly on)
    {
        var own = With(state);
        shown.ShowEndOf(on, own);
        return StandingMaker.Of(regime, shown.Scene, own, null);
    }
}

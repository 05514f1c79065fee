using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// Judges the end of a day once more before a listener, on what stood when it was judged; nothing in
/// the file changes.
/// </summary>
/// <param name="regime">Whose rules judge.</param>
/// <param name="shown">The scene of the walk.</param>
/// <param name="listener">Hears of every judgement.</param>
internal sealed class Testimony(Regime regime, FileScene shown, IJudgementListener listener)
{
    /// <summary>
    /// How the standing of a day comes about: factors, rungs, open duties, measures, frequency.
    /// </summary>
    /// <param name="on">The day.</param>
    /// <param name="end">The state at its end.</param>
    /// <param name="ruled">
    /// What stood when its tier was decided, before duties were looked at for the last time.
    /// </param>
    public void Of(DateOnly on, FileState end, FileState ruled)
    {
        shown.ShowEndOf(on, end);
        if (shown.PackOn(on) is not { } pack)
        {
            return;
        }

        shown.ShowEndOf(on, ruled);
        shown.Scene.ShowEntries(ruled.Register.OfEvents);
        EntryMaker.Factors(pack, shown.Scene, listener);
        shown.ShowEndOf(on, ruled);
        TierJudge.Rule(pack, shown.Scene, ruled, listener);
        shown.ShowEndOf(on, end);
        foreach (var (duty, rule) in end.Duties.Awaited)
        {
            shown.Scene.Meet(duty.Happened);
            listener.Awaited(duty, rule, shown.Scene);
        }

        foreach (var duty in end.Duties.All.Where(each => each.State == DutyState.Missed && IsDone(each)))
        {
            listener.DoneLate(duty);
        }

        shown.ShowEndOf(on, end);
        StandingMaker.Of(regime, shown.Scene, end, listener);
    }

    /// <summary>Whether what would have fulfilled a duty stands by now; the walk asks that no more.</summary>
    private bool IsDone(Duty duty)
    {
        var scene = shown.Scene;
        var rule = regime.On(duty.Happened.From)?.DutiesFor.Of(duty.Happened.Kind)
            .FirstOrDefault(each => each.Name == duty.Name);
        var (left, until) = (scene.StepsLeft, scene.StableUntil);
        try
        {
            scene.Meet(duty.Happened);
            return rule?.Fulfilled?.Evaluate(scene) == true;
        }
        catch (CannotBeJudged)
        {
            return false;
        }
        finally
        {
            (scene.StepsLeft, scene.StableUntil) = (left, until);
        }
    }

    /// <summary>Every rung that gives a tier, whichever decided.</summary>
    public void OfRungs(string tier, DateOnly on, FileState end)
    {
        shown.ShowEndOf(on, end);
        if (shown.PackOn(on) is { } pack)
        {
            foreach (var rung in pack.Tier.Where(rung => rung.Tier == tier))
            {
                listener.Tried(rung, pack, shown.Scene, Holds(rung));
            }
        }
    }

    /// <summary>One that the walk had no need of may have no answer: the listener finds out why.</summary>
    private bool Holds(TierRule rung)
    {
        try
        {
            return rung.Condition.Holds(shown.Scene);
        }
        catch (CannotBeJudged)
        {
            return false;
        }
    }
}

using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>How many steps rules may take in one file and regime; a step is one item looked at.</summary>
/// <param name="Change">Between two changes of the scene: one event judged, one night ended.</param>
/// <param name="File">On all days on which events are taken in, from the first on.</param>
public sealed record StepBudget(long Change, long File)
{
    /// <summary>About a tenth of a second, and some seconds.</summary>
    public static readonly StepBudget Usual = new(1_000_000, 60_000_000);
}

/// <summary>
/// Counts what a walk costs, in steps and never in time, so that a standing stays a function of file,
/// law and day. Only days of events count for the file: those are walked in any case, whereas other
/// days may be skipped; so a walk that was resumed has spent what one from the beginning has.
/// </summary>
internal sealed class StepMeter(StepBudget budget)
{
    private long given = long.MaxValue;
    private long spent;
    private bool onDayOfEvents;

    /// <summary>A day that is walked begins.</summary>
    /// <param name="spentBefore">What the file has spent by then.</param>
    /// <param name="takesEventsIn">Whether its steps count for the file.</param>
    public void Begin(long spentBefore, bool takesEventsIn) =>
        (spent, onDayOfEvents) = (spentBefore, takesEventsIn);

    /// <summary>Steps count no more for the file.</summary>
    public void Rest() => onDayOfEvents = false;

    /// <summary>The day ends.</summary>
    /// <returns>What the file has spent by now.</returns>
    public long End(Scene scene)
    {
        Tally(scene);
        Rest();
        return spent;
    }

    /// <summary>Allows steps up to the next change.</summary>
    public void Change(Scene scene)
    {
        if (onDayOfEvents)
        {
            Tally(scene);
        }

        given = onDayOfEvents ? Math.Min(budget.Change, budget.File - spent) : budget.Change;
        scene.StepsLeft = given;
    }

    /// <summary>A look at one more of many that wait, which costs a step whatever it finds.</summary>
    /// <exception cref="CannotBeJudged">None is left.</exception>
    public static void Spend(Scene scene, Formula asked)
    {
        if (--scene.StepsLeft < 0)
        {
            throw new CannotBeJudged(
                asked.Source.At(0), new Wording("步数过多", "too many steps")) { IsOverBudget = true };
        }
    }

    private void Tally(Scene scene)
    {
        spent += onDayOfEvents ? given - scene.StepsLeft : 0;
        given = scene.StepsLeft;
    }
}

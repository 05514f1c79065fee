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

    /// <summary>Whether events are taken in on the day that is walked.</summary>
    public bool OnDayOfEvents { get; set; }

    /// <summary>What the file has spent, the steps since the last change included.</summary>
    public long Tally(Scene scene, long spent)
    {
        var taken = OnDayOfEvents ? given - scene.StepsLeft : 0;
        given = scene.StepsLeft;
        return spent + taken;
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

    /// <summary>Allows steps up to the next change.</summary>
    public void Allot(Scene scene, long spent) => scene.StepsLeft = given =
        OnDayOfEvents ? Math.Min(budget.Change, budget.File - spent) : budget.Change;
}

using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>How a day ends: its tier, the steps that limits set off, and when to look again.</summary>
public sealed partial class Walk
{
    /// <summary>How the last day's tier was decided, and on what; explanations go back to it.</summary>
    private Ruling? lastRuling;

    private void Conclude(DateOnly day)
    {
        scene.StableUntil = DateOnly.MaxValue;
        LookAtDuties();
        Show();
        var pack = shown.PackOn(day);
        State = State.With(State.Steps.Under(pack?.Steps ?? []));
        var night = State.History.Last.Tier;
        var ruling = Reckon(pack, day);
        var stepped = false;
        foreach (var rule in pack?.Steps ?? [])
        {
            if (Step(rule, pack!, ruling, day))
            {
                stepped = true;
                ruling = Reckon(pack, day);
            }
        }

        var duties = State.Duties;
        LookAtDuties();
        var changed = stepped || !ReferenceEquals(State.Duties, duties) || ruling.Tier != night;
        changed |= beside?.Conclude(besideRuling!, day) ?? false;
        State = State with
        {
            Day = day,
            History = State.History.With(ruling.Tier, day),
            Locks = ruling.Locks,
            TierRule = ruling.Rung,
            WakesOn = NextLook(ruling, IsToBeLookedAtAgain(changed), day),
        };
    }

    /// <summary>
    /// Whether tomorrow may come out differently because of what the day did last; before anything has
    /// happened, because what it did will be done anew.
    /// </summary>
    private bool IsToBeLookedAtAgain(bool changed) =>
        next == 0 ? State.Events.Count > 0 || State.Register.HasFactors : changed;

    /// <summary>Factors, named values and the tier, on what stands now.</summary>
    private Ruling Reckon(RulePack? pack, DateOnly day)
    {
        Show();
        if (pack is { Factors.Count: > 0 } || State.Register.HasFactors)
        {
            scene.ShowEntries(State.Register.OfEvents);
            State = State.With(State.Register.WithFactors(EntryMaker.Factors(pack, scene), day));
            Show();
        }

        besideRuling = beside?.Reckon(State, day);
        return lastRuling = pack is null ? new Ruling(State, null, null, Locks.None)
            : TierJudge.Rule(pack, scene, State, null);
    }

    /// <summary>
    /// Takes a step whose condition holds, or ends one without a term whose condition does not.
    /// </summary>
    private bool Step(StepRule rule, RulePack pack, Ruling ruling, DateOnly day)
    {
        var running = State.Steps.Find(rule.Step);
        if (running is { Until: not null } || (running?.Rule ?? rule.Name) != rule.Name)
        {
            return false;
        }

        Show();
        scene.Rank(ruling.Tier);
        var holds = rule.Condition.Holds(scene);
        if (holds && running is null)
        {
            Take(rule, pack, day);
            return true;
        }

        // One that an authority recorded goes on under the first of its rules whose condition holds.
        var ends = !holds && running is not null && (running.Rule is not null || rule.IsLast);
        State = State.With(
            ends ? State.Steps.Without(rule.Step) : holds ? State.Steps.Under(rule) : State.Steps);
        return ends;
    }

    private void Take(StepRule rule, RulePack pack, DateOnly day)
    {
        var until = rule.Until?.Evaluate(scene);
        var step = new RunningStep(rule.Step, day, until) { Rule = rule.Name };
        listener?.Stepped(step, rule, pack, scene);
        State = State.With(State.Steps.With(step));
        TakeIn(new OrderedEvent(Regime.Raised.Taken(rule.Name, rule.Step, until, day), pack), day);
    }

    private DateOnly NextLook(Ruling ruling, bool changed, DateOnly day) => EarliestDay.Of(
        scene.StableUntil,
        State.Register.TurnsOn,
        State.Duties.TurnsOn,
        State.Steps.TurnsOn,
        ruling.Locks.TurnsOn,
        beside?.TurnsOn ?? DateOnly.MaxValue,
        changed && day < DateOnly.MaxValue ? day.AddDays(1) : DateOnly.MaxValue,
        Regime.TurnAfter(day));
}

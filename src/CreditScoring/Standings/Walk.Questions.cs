using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>Questions that people ask of a file and that change nothing in it.</summary>
public sealed partial class Walk
{
    /// <summary>Lets the witness hear every rung that gives a tier, whichever decided.</summary>
    public void TestifyOf(string tier, DateOnly on)
    {
        ShowEndOf(on);
        var pack = PackOn(on);
        foreach (var rung in pack?.Tier.Where(rung => rung.Tier == tier) ?? [])
        {
            witness?.Tried(rung, pack!, scene, Holds(rung));
        }
    }

    /// <summary>One that the walk had no need of may have no answer: the witness finds out why.</summary>
    private bool Holds(TierRule rung)
    {
        try
        {
            return rung.Condition.Holds(scene);
        }
        catch (CannotBeJudged)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether a request for repair would be granted if it were made on a day; the walk stands at the
    /// night before.
    /// </summary>
    public bool WouldGrant(Happening request, DateOnly day)
    {
        var night = State;
        Face(day, State.History.Last);
        Time(day);
        Show();
        scene.Meet(new Happening(request.Event with { OccurredOn = day, DecidedOn = null }, day)
        {
            ActsOn = request.ActsOn,
            Role = request.Role,
        });
        var grants = PackOn(day) is { } pack && EntryMaker.Grants(pack, scene, null);
        State = night;
        return grants;
    }
}

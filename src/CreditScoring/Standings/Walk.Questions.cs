using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>Questions that people ask of a file and that change nothing in it.</summary>
public sealed partial class Walk
{
    /// <summary>Lets the listener hear how the standing of a day comes about.</summary>
    public void Testify(DateOnly on)
    {
        shown.ShowEndOf(on, State);
        if (listener is not null && shown.PackOn(on) is { } pack)
        {
            new Testimony(shown, listener).Of(pack, on, State, lastRuling?.Seen ?? State);
            StandingMaker.Of(Regime, scene, State, listener);
        }
    }

    /// <summary>Lets the listener hear every rung that gives a tier, whichever decided.</summary>
    public void TestifyOf(string tier, DateOnly on)
    {
        shown.ShowEndOf(on, State);
        if (listener is not null && shown.PackOn(on) is { } pack)
        {
            new Testimony(shown, listener).OfRungs(tier, pack);
        }
    }

    /// <summary>
    /// Whether a request for repair would be granted if it were made on a day; the walk stands at the
    /// night before.
    /// </summary>
    public bool WouldGrant(Happening request, DateOnly day)
    {
        var night = State;
        shown.Face(day, State.History.Last);
        Time(day);
        Show();
        scene.Meet(new Happening(request.Event with { OccurredOn = day, DecidedOn = null }, day)
        {
            ActsOn = request.ActsOn,
            Role = request.Role,
        });
        var grants = shown.PackOn(day) is { } pack && EntryMaker.Grants(pack, scene, null);
        State = night;
        return grants;
    }
}

using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>An event in the order of its law day, with the version whose points rules judge it.</summary>
/// <param name="Pack">Null: no version covers its anchor; it makes no entry.</param>
public sealed record OrderedEvent(Happening Happening, RulePack? Pack)
{
    /// <summary>
    /// Its place in its law day by the order that the pack in force then declares; 0: none.
    /// </summary>
    public int Turn { get; init; }

    internal EventKind Kind => Happening.Event.Kind;

    /// <summary>Whether it can make a difference: that no version covers it is told, too.</summary>
    internal bool Matters(Regime regime) => Pack is null || regime.Heeds(Kind);
}

/// <summary>
/// Puts the events of a file into the order in which a regime takes them in: by law day; of
/// one day as the pack in force on it declares (<c>sameDay</c>), then in the order of events.
/// </summary>
public static class LawDayOrder
{
    internal static readonly Comparer<OrderedEvent> Order = Comparer<OrderedEvent>.Create(Compare);

    /// <exception cref="CannotBeJudged">The pack has no law day or anchor for an event.</exception>
    public static OrderedEvent[] Of(CreditFile file, Regime regime) => Of(new Docket(file), regime);

    /// <summary>The same of a file that several regimes ask about.</summary>
    /// <exception cref="CannotBeJudged">The pack has no law day or anchor for an event.</exception>
    public static OrderedEvent[] Of(Docket docket, Regime regime)
    {
        var scene = SceneOf(docket.File, regime);
        var order = new OrderedEvent[docket.Events.Count];
        for (var place = 0; place < order.Length; place++)
        {
            var (each, actsOn, targetAnnulled) = docket.Events[place];
            var target = actsOn < 0 ? null : order[actsOn].Happening;
            order[place] = Dated(docket, each, target, targetAnnulled, regime, scene);
        }

        regime.Seconding?.Count(scene);
        Array.Sort(order, Order);
        return order;
    }

    /// <summary>
    /// Those alone that can make a difference there: without the others each day ends the same. The first of
    /// all is kept, whatever it is, since from it on one day follows from the other.
    /// </summary>
    /// <param name="beside">Another regime that decides on the same days; null: none does.</param>
    /// <exception cref="CannotBeJudged">The pack has no law day or anchor for an event, also for one that
    /// would make no difference.</exception>
    public static OrderedEvent[] Heeded(Docket docket, Regime regime, Regime? beside = null) =>
        Heeded(Of(docket, regime), regime, beside);

    /// <summary>The same of an order, which is used up.</summary>
    public static OrderedEvent[] Heeded(OrderedEvent[] order, Regime regime, Regime? beside = null)
    {
        var count = 0;
        for (var place = 0; place < order.Length; place++)
        {
            if (place == 0 || order[place].Matters(regime) || (beside?.Heeds(order[place].Kind) ?? false))
            {
                order[count++] = order[place];
            }
        }

        return count == order.Length ? order : order[..count];
    }

    /// <summary>
    /// Whether one that can make a difference comes by the end of a day. Steps count for the file on such
    /// days alone, so that it is judged alike with and without the others.
    /// </summary>
    /// <param name="next">The first of the order that is not taken in yet.</param>
    internal static bool AnyMatters(IReadOnlyList<OrderedEvent> order, int next, DateOnly day, Regime regime)
    {
        for (var place = next; place < order.Count && order[place].Happening.From <= day; place++)
        {
            if (place == 0 || order[place].Matters(regime))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// In which is asked from which day an event counts: of the whole file at once, whatever the day.
    /// </summary>
    internal static Scene SceneOf(CreditFile file, Regime regime) =>
        new(file.Subject, 0) { AsksTwice = regime.Seconding?.Always ?? false };

    /// <summary>Lists one event: its law day, and the version that judges it.</summary>
    /// <exception cref="CannotBeJudged">The pack has no law day or anchor for it.</exception>
    internal static OrderedEvent Dated(
        Docket docket, RegulatoryEvent each, Happening? target, bool targetAnnulled, Regime regime,
        Scene scene)
    {
        scene.Meet(docket.Meet(each, default, target, targetAnnulled));
        var first = regime.Versions[0];
        var pack = regime.On(docket.Day(first.Anchor, scene));
        var from = docket.Day((pack ?? first).From, scene);
        return new OrderedEvent(docket.Meet(each, from, target, targetAnnulled), pack)
        {
            Turn = regime.On(from)?.Manifest.SameDay.TurnOf(each.Kind.Name) ?? 0,
        };
    }

    private static int Compare(OrderedEvent left, OrderedEvent right)
    {
        var byDay = left.Happening.From.CompareTo(right.Happening.From);
        var byKind = byDay != 0 ? byDay : left.Turn.CompareTo(right.Turn);
        return byKind != 0 ? byKind : EventOrder.OfOneDay(left.Happening.Event, right.Happening.Event);
    }
}

using CreditScoring.Enterprises;
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
}

/// <summary>
/// Puts the events of a file into the order in which a regime takes them in: by law day; of
/// one day as the pack in force on it declares (<c>sameDay</c>), then in the order of events.
/// </summary>
public static class LawDayOrder
{
    internal static readonly Comparer<OrderedEvent> Order = Comparer<OrderedEvent>.Create(Compare);

    /// <exception cref="CannotBeJudged">The pack has no law day or anchor for an event.</exception>
    public static OrderedEvent[] Of(CreditFile file, Regime regime)
    {
        var settled = Mending.Settle(file.Events).ToDictionary(each => each.Id);
        var listed = new Dictionary<EventId, OrderedEvent?>();
        // Which day an event counts from is asked of the whole file at once, whatever the day.
        var scene = new Scene(file.Subject, 0) { AsksTwice = regime.Seconding?.Always ?? false };
        var known = new Lazy<HashSet<EventId>>(() => [.. file.Events.Select(each => each.Id)]);
        foreach (var each in settled.Values)
        {
            List(each, file.Subject, regime, settled, listed, scene, known);
        }

        regime.Seconding?.Count(scene);
        var order = listed.Values.OfType<OrderedEvent>().ToArray();
        Array.Sort(order, Order);
        return order;
    }

    /// <summary>
    /// Lists an event after the one it acts on, and that after its own. A kind that must act on
    /// another is moot without it: an annulled event takes with it what was built on it. Events that
    /// act on one another in a ring act on nothing, whichever arrived first.
    /// </summary>
    private static void List(
        RegulatoryEvent each, Subject subject, Regime regime,
        Dictionary<EventId, RegulatoryEvent> settled, Dictionary<EventId, OrderedEvent?> listed, Scene scene,
        Lazy<HashSet<EventId>> known)
    {
        var chain = new Stack<RegulatoryEvent>();
        var next = each;
        for (; next is not null && listed.TryAdd(next.Id, null); next = Target(next, settled))
        {
            chain.Push(next);
        }

        var inRing = next is not null && chain.Any(link => link.Id == next.Id);
        foreach (var link in chain)
        {
            var target = inRing || Target(link, settled) is not { } actedOn
                ? null
                : listed[actedOn.Id]?.Happening;
            inRing = inRing && link.Id != next!.Id;
            listed[link.Id] = target is null && link.Kind.ActsOn == ActsOn.Must
                ? null : Dated(link, target, IsGone(link, target, known), subject, regime, scene);
        }
    }

    /// <summary>
    /// What it acts on is in the file and does not stand: it was annulled, or what it rests on was.
    /// </summary>
    private static bool IsGone(RegulatoryEvent each, Happening? target, Lazy<HashSet<EventId>> known) =>
        target is null && each.ActsOn is { } id && known.Value.Contains(id);

    private static RegulatoryEvent? Target(
        RegulatoryEvent each, Dictionary<EventId, RegulatoryEvent> settled) =>
        each.ActsOn is { } id ? settled.GetValueOrDefault(id) : null;

    /// <summary>Lists one event: its law day, and the version that judges it.</summary>
    /// <exception cref="CannotBeJudged">The pack has no law day or anchor for it.</exception>
    internal static OrderedEvent Dated(
        RegulatoryEvent each, Happening? target, bool targetAnnulled, Subject subject, Regime regime,
        Scene scene)
    {
        var role = RoleOf(each, subject);
        scene.Meet(
            new Happening(each, default) { Role = role, ActsOn = target, TargetAnnulled = targetAnnulled });
        var first = regime.Versions[0];
        var anchor = Day(first.Anchor, scene, each);
        var pack = regime.On(anchor);
        var counts = (pack ?? first).From;
        var from = SaysTheSame(counts, first.Anchor) ? anchor : Day(counts, scene, each);
        return new OrderedEvent(
            new Happening(each, from) { Role = role, ActsOn = target, TargetAnnulled = targetAnnulled }, pack)
        {
            Turn = regime.On(from)?.Manifest.SameDay.TurnOf(each.Kind.Name) ?? 0,
        };
    }

    private static string? RoleOf(RegulatoryEvent each, Subject subject)
    {
        foreach (var named in each.Subjects)
        {
            if (named.Subject == subject)
            {
                return named.Role;
            }
        }

        return null;
    }

    /// <summary>Whether both read the event alone and in the same words, whichever pack wrote them.</summary>
    private static bool SaysTheSame(Formula one, Formula other) =>
        one.Source.Text == other.Source.Text && one.Names.All(name => name == "happened");

    private static DateOnly Day(Formula<DateOnly?> formula, Scene scene, RegulatoryEvent each) =>
        formula.Evaluate(scene) ?? throw new CannotBeJudged(
            formula.Source.At(0),
            new Documents.Wording($"事件 {each.Id} 得不出日期", $"no day comes out for the event {each.Id}"));

    private static int Compare(OrderedEvent left, OrderedEvent right)
    {
        var byDay = left.Happening.From.CompareTo(right.Happening.From);
        var byKind = byDay != 0 ? byDay : left.Turn.CompareTo(right.Turn);
        return byKind != 0 ? byKind : EventOrder.OfOneDay(left.Happening.Event, right.Happening.Event);
    }
}

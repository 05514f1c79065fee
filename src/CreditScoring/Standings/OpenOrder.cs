using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// The events of a long file as one regime takes them in, and the state at the night before the last of them,
/// from which later ones are walked. What comes earlier, or mends, starts from the beginning.
/// </summary>
internal sealed class OpenOrder(Regime regime, Subject subject)
{
    private readonly List<OrderedEvent> order = [];
    private readonly Dictionary<EventId, Happening> listed = [];
    private readonly HashSet<EventId> awaited = [];

    // In the file and not standing: annulled, or resting on what is.
    private readonly HashSet<EventId> gone = [];
    private FileState state = FileState.BeforeTheFile;
    private bool whole = true;

    /// <summary>Takes note of events that have arrived; the docket has them already.</summary>
    /// <returns>Whether they can make a difference.</returns>
    public bool Add(IReadOnlyList<RegulatoryEvent> arrived, Docket docket)
    {
        try
        {
            if (!whole && !arrived.Any(Mends))
            {
                return InsertAll(arrived, docket);
            }

            ListAnew(docket);
        }
        catch (CannotBeJudged)
        {
            whole = true;
        }

        return true;
    }

    public Judgement Judge(Docket docket, DateOnly on)
    {
        if (whole)
        {
            return Standings.Judge.Of(docket, regime, on);
        }

        var walk = new Walk(regime, subject, order);
        try
        {
            if (state.Day < on)
            {
                walk.Resume(state);
            }

            Keep(walk, on);
            walk.To(on);
            return Standings.Judge.Of(walk, on);
        }
        catch (CannotBeJudged why)
        {
            // It stops there again: the way up to that day need not be gone anew for each event.
            state = walk.Night.Day < on && walk.Night.Events.Count > 0 ? walk.Night : state;
            return Standings.Judge.Refused(subject, regime, on, why);
        }
    }

    /// <summary>
    /// Keeps the state at the night before the last day of events up to <paramref name="on"/>.
    /// </summary>
    private void Keep(Walk walk, DateOnly on)
    {
        var last = order.FindLastIndex(each => each.Happening.From <= on);
        if (last >= 0 && order[0].Happening.From < order[last].Happening.From)
        {
            walk.To(order[last].Happening.From.AddDays(-1));
            state = walk.State;
        }
    }

    /// <summary>An event that changes what others are, or that others were waiting for.</summary>
    private bool Mends(RegulatoryEvent each) => Mending.IsSettled(each) || awaited.Contains(each.Id);

    private void ListAnew(Docket docket)
    {
        var file = docket.File;
        order.Clear();
        listed.Clear();
        awaited.Clear();
        state = FileState.BeforeTheFile;
        var all = LawDayOrder.Of(docket, regime);
        foreach (var each in all)
        {
            listed[each.Happening.Event.Id] = each.Happening;
        }

        order.AddRange(LawDayOrder.Heeded(all, regime));

        gone.Clear();
        gone.UnionWith(file.Events.Select(each => each.Id).Where(id => !listed.ContainsKey(id)));
        awaited.UnionWith(file.Events.Where(each => each.ActsOn is { } id && !listed.ContainsKey(id))
            .Select(each => each.ActsOn!.Value));
        whole = false;
    }

    /// <summary>One of them may act on another that comes after it in the same batch.</summary>
    private bool InsertAll(IReadOnlyList<RegulatoryEvent> arrived, Docket docket)
    {
        var scene = LawDayOrder.SceneOf(docket.File, regime);
        var matters = false;
        foreach (var each in arrived)
        {
            if (awaited.Contains(each.Id))
            {
                ListAnew(docket);
                return true;
            }

            matters |= Insert(each, docket, scene);
        }

        regime.Seconding?.Count(scene);
        return matters;
    }

    private bool Insert(RegulatoryEvent each, Docket docket, Scene scene)
    {
        var target = each.ActsOn is { } id ? listed.GetValueOrDefault(id) : null;
        if (target is null && each.ActsOn is { } missing)
        {
            awaited.Add(missing);
            if (each.Kind.ActsOn == ActsOn.Must)
            {
                gone.Add(each.Id);
                return false;
            }
        }

        var targetAnnulled = target is null && each.ActsOn is { } named && gone.Contains(named);
        var one = LawDayOrder.Dated(docket, each, target, targetAnnulled, regime, scene);
        listed[each.Id] = one.Happening;
        var place = order.BinarySearch(one, LawDayOrder.Order);
        place = place < 0 ? ~place : place;
        if (place > 0 && !one.Matters(regime))
        {
            return false;
        }

        order.Insert(place, one);
        if (one.Happening.From <= state.Day)
        {
            state = FileState.BeforeTheFile;
        }

        return true;
    }
}

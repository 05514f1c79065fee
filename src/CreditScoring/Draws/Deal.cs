namespace CreditScoring.Draws;

/// <summary>
/// Who goes where (检查人员随机配对). The inspectors are shuffled by the seed and dealt like cards, so many to
/// an object; whoever may not go to it stays in front and is dealt next; who has been dealt comes into the
/// next round, which is shuffled anew. Then burdens are passed on until none can be any more: no other
/// deal that keeps to what was declared is more even.
/// </summary>
/// <remarks>
/// A burden passes from an inspector along a chain of objects, each of which takes the next inspector in
/// the place of the one before, to one who has two fewer. Where there is no such chain, the sum of the
/// squares of the loads is the least possible, and so is every other convex measure of them: the greatest
/// load, and the difference to the smallest (a minimum of a convex flow has no cycle that lessens it).
/// </remarks>
public sealed class Deal
{
    private readonly DrawSeed seed;
    private readonly DrawRule rule;
    private readonly Inspector[] inspectors;
    private readonly List<Listed> objects = [];
    private readonly List<int[]> serving = [];
    private readonly List<int>[] served;
    private readonly int[] load;
    private readonly SortedSet<(int Load, Digest Turn, int Inspector)> line;

    private Deal(
        DrawSeed seed, InspectorRegister register, DrawRule rule, Visits visits,
        IReadOnlyDictionary<string, int> loads)
    {
        this.seed = seed;
        this.rule = rule;
        inspectors =
        [
            .. register.All.Where(inspector => !inspector.IsAway(visits))
                .OrderBy(inspector => seed.Turn(0, inspector.Id)),
        ];
        served = [.. inspectors.Select(_ => new List<int>())];
        load = [.. inspectors.Select(inspector => loads.GetValueOrDefault(inspector.Id))];
        line = [.. Enumerable.Range(0, inspectors.Length).Select(InLine)];
    }

    /// <summary>
    /// The ids of the inspectors of each object, in the order of the objects; empty: there are too few.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(
        DrawSeed seed, IReadOnlyList<Lot> drawn, InspectorRegister register, DrawRule rule, Visits visits)
    {
        var deal = new Deal(seed, register, rule, visits, new Dictionary<string, int>());
        foreach (var lot in drawn)
        {
            deal.Serve(lot.Object);
        }

        deal.Level();
        return deal.Ids();
    }

    /// <summary>
    /// The inspectors of an object that takes another's place, beside what the others have: the least
    /// burdened who may go to it.
    /// </summary>
    /// <param name="others">Of all other objects of the draw.</param>
    public static IReadOnlyList<string> Of(
        DrawSeed seed, Listed listed, IEnumerable<string> others, InspectorRegister register, DrawRule rule,
        Visits visits)
    {
        var loads = others.CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        var deal = new Deal(seed, register, rule, visits, loads);
        deal.Serve(listed);
        return deal.Ids()[0];
    }

    private string[][] Ids() =>
        [.. serving.Select(chosen => chosen.Select(inspector => inspectors[inspector].Id).ToArray())];

    private (int Load, Digest Turn, int Inspector) InLine(int inspector) =>
        (load[inspector], seed.Turn(load[inspector], inspectors[inspector].Id), inspector);

    private bool MayGo(int inspector, int place) =>
        inspectors[inspector].MayGoTo(objects[place], rule.Regions);

    /// <summary>Deals to one object: the first in line who may go to it.</summary>
    private void Serve(Listed listed)
    {
        objects.Add(listed);
        var place = objects.Count - 1;
        var dealt = line.Where(next => MayGo(next.Inspector, place)).Take(rule.Each).ToArray();
        dealt = dealt.Length < rule.Each ? [] : dealt;
        serving.Add([.. dealt.Select(next => next.Inspector)]);
        foreach (var next in dealt)
        {
            line.Remove(next);
            load[next.Inspector]++;
            line.Add(InLine(next.Inspector));
            served[next.Inspector].Add(place);
        }
    }

    /// <summary>Passes burdens on, from the most burdened first, until nobody can pass one on.</summary>
    private void Level()
    {
        var settled = new bool[inspectors.Length];
        while (Open(settled).ToArray() is { Length: > 0 } open
            && open.Max(i => load[i]) - open.Min(i => load[i]) > 1)
        {
            PassOn(open.MaxBy(i => load[i]), settled);
        }
    }

    private IEnumerable<int> Open(bool[] settled) =>
        Enumerable.Range(0, settled.Length).Where(i => !settled[i]);

    /// <summary>
    /// Looks for the shortest chain from an inspector to one with two objects fewer. If there is none, all
    /// who were reached are settled: a chain through them leads to nobody else.
    /// </summary>
    private void PassOn(int from, bool[] settled)
    {
        var reached = new Dictionary<int, (int Inspector, int Object)> { [from] = (-1, -1) };
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var inspector))
        {
            foreach (var place in served[inspector])
            {
                foreach (var next in Open(settled).Where(next => CanTake(next, place, reached)))
                {
                    reached[next] = (inspector, place);
                    if (load[next] <= load[from] - 2)
                    {
                        Shift(next, reached);
                        return;
                    }

                    queue.Enqueue(next);
                }
            }
        }

        foreach (var inspector in reached.Keys)
        {
            settled[inspector] = true;
        }
    }

    private bool CanTake(int inspector, int place, Dictionary<int, (int Inspector, int Object)> reached) =>
        !reached.ContainsKey(inspector) && !serving[place].Contains(inspector) && MayGo(inspector, place);

    private void Shift(int to, Dictionary<int, (int Inspector, int Object)> reached)
    {
        load[to]++;
        while (reached[to] is { Inspector: >= 0 } step)
        {
            var chosen = serving[step.Object];
            chosen[Array.IndexOf(chosen, step.Inspector)] = to;
            served[step.Inspector].Remove(step.Object);
            Insert(served[to], step.Object);
            to = step.Inspector;
        }

        load[to]--;
    }

    /// <summary>Kept in the order of the objects.</summary>
    private static void Insert(List<int> places, int place) =>
        places.Insert(~places.BinarySearch(place), place);
}

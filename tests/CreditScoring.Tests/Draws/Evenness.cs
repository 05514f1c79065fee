using CreditScoring.Draws;

namespace CreditScoring.Tests.Draws;

/// <summary>
/// How even a deal can be, by another way: the cheapest flow, found by paths of least cost (Bellman and
/// Ford), where the k-th object of an inspector costs 2k - 1, so that the costs add up to the squares.
/// </summary>
internal static class Evenness
{
    public static int Squares(IReadOnlyList<IReadOnlyList<string>> pairs, InspectorRegister register)
    {
        var loads = pairs.SelectMany(pair => pair).CountBy(id => id).ToDictionary();
        return register.All.Sum(each => loads.GetValueOrDefault(each.Id) * loads.GetValueOrDefault(each.Id));
    }

    /// <summary>The least sum of squares of loads.</summary>
    public static int Least(IReadOnlyList<Listed> objects, InspectorRegister register, DrawRule rule)
    {
        var inspectors = register.All.Where(each => !each.IsAway(Given.Visits)).ToArray();
        var open = objects.Where(each => inspectors.Count(one => one.MayGoTo(each, rule.Regions)) >= 2).ToArray();
        var (source, sink) = (open.Length + inspectors.Length, open.Length + inspectors.Length + 1);
        var edges = new List<Edge>();
        for (var place = 0; place < open.Length; place++)
        {
            Join(edges, source, place, 2, 0);
            foreach (var (number, _) in inspectors.Index().Where(each => each.Item.MayGoTo(open[place], rule.Regions)))
            {
                Join(edges, place, open.Length + number, 1, 0);
            }
        }

        for (var number = 0; number < inspectors.Length; number++)
        {
            for (var load = 1; load <= open.Length; load++)
            {
                Join(edges, open.Length + number, sink, 1, (2 * load) - 1);
            }
        }

        var cost = 0;
        while (Cheapest(edges, source, sink) is { } path)
        {
            cost += path.Sum(edge => edges[edge].Cost);
            foreach (var edge in path)
            {
                edges[edge].Room--;
                edges[edge ^ 1].Room++;
            }
        }

        return cost;
    }

    private static void Join(List<Edge> edges, int from, int to, int room, int cost)
    {
        edges.Add(new Edge(from, to, cost) { Room = room });
        edges.Add(new Edge(to, from, -cost));
    }

    private static List<int>? Cheapest(List<Edge> edges, int source, int sink)
    {
        var cost = new Dictionary<int, int> { [source] = 0 };
        var came = new Dictionary<int, int>();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (number, edge) in edges.Index())
            {
                if (edge.Room > 0 && cost.TryGetValue(edge.From, out var before)
                    && before + edge.Cost < cost.GetValueOrDefault(edge.To, int.MaxValue))
                {
                    (cost[edge.To], came[edge.To], changed) = (before + edge.Cost, number, true);
                }
            }
        }

        if (!came.ContainsKey(sink))
        {
            return null;
        }

        var path = new List<int>();
        for (var at = sink; at != source; at = edges[came[at]].From)
        {
            path.Add(came[at]);
        }

        return path;
    }

    private sealed record Edge(int From, int To, int Cost)
    {
        public int Room { get; set; }
    }
}

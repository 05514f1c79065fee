namespace CreditScoring.Planning;

/// <summary>
/// Empties a few weeks of a unit and fills them with the best that fits, of what stood there and what was
/// left out: every way of filling them is tried that could be better than the best so far, as far as a
/// number of steps allows.
/// </summary>
internal sealed class Repacking
{
    private const int MostSteps = 4_000;

    private readonly WeekBoard board;
    private readonly IReadOnlyList<int> weeks;
    private readonly List<Visit> pool;
    private readonly List<IReadOnlyList<int>> places;
    private readonly decimal[] left;
    private readonly int[] chosen;
    private int[]? best;
    private Worth bestValue;
    private int steps;

    private Repacking(WeekBoard board, IReadOnlyList<int> weeks, List<Visit> pool, decimal[] left)
    {
        this.board = board;
        this.weeks = weeks;
        this.pool = pool;
        this.left = left;
        places = [.. pool.Select(each => board.WeeksOf(each).Intersect(weeks).ToList())];
        chosen = new int[pool.Count];
    }

    /// <param name="gone">What leaves the weeks.</param>
    /// <param name="waiting">What was left out, the best first.</param>
    /// <returns>Null: what stood there is as good as any.</returns>
    public static Outcome? Of(
        WeekBoard board, IReadOnlyList<int> weeks, IReadOnlyList<Visit> gone, IReadOnlyList<Visit> waiting)
    {
        var moves = gone.Select(board.Remove).ToList();
        var pool = gone.Concat(waiting.Where(each => board.WeeksOf(each).Intersect(weeks).Any()))
            .OrderByDescending(DensityOf).ToList();
        var search = new Repacking(
            board, weeks, pool, [.. weeks.Select(week => board.Left(gone[0], week))])
        {
            bestValue = Worth.Of(gone),
        };
        search.Try(0, default);
        if (search.best is { } found)
        {
            moves.AddRange(pool.Zip(found).Where(each => each.Second >= 0)
                .Select(each => board.Put(each.First, each.Second)));
            return new Outcome(moves, 0);
        }

        board.Undo(moves);
        return null;
    }

    private static Worth DensityOf(Visit visit) => Worth.Of(visit) * (1 / visit.PersonDays);

    private void Try(int next, Worth value)
    {
        if (value.CompareTo(bestValue) > 0)
        {
            (bestValue, best) = (value, [.. chosen[..next], .. Enumerable.Repeat(-1, pool.Count - next)]);
        }

        if (next == pool.Count || ++steps > MostSteps
            || (value + (DensityOf(pool[next]) * left.Sum())).CompareTo(bestValue) <= 0)
        {
            return;
        }

        var visit = pool[next];
        foreach (var (place, week) in weeks.Index())
        {
            if (left[place] >= visit.PersonDays && places[next].Contains(week))
            {
                left[place] -= visit.PersonDays;
                chosen[next] = week;
                Try(next + 1, value + Worth.Of(visit));
                left[place] += visit.PersonDays;
            }
        }

        chosen[next] = -1;
        Try(next + 1, value);
    }
}

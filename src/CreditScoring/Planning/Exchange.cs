namespace CreditScoring.Planning;

/// <summary>
/// Makes room for a visit where there is none: others of a week go to other weeks, or out, and what else
/// was left out comes in where room is left, if more is won by it than is lost.
/// </summary>
/// <param name="isSettled">Visits that stay where they are, unless a more binding one needs the place.
/// </param>
internal sealed class Exchange(WeekBoard board, Func<Visit, bool> isSettled)
{
    /// <summary>Tries it.</summary>
    /// <param name="waiting">What else was left out of its unit, the best first.</param>
    /// <returns>What has come in and what has gone out; null: nothing is won.</returns>
    public Outcome? Try(Visit visit, IReadOnlyList<Visit> waiting)
    {
        var best = default(Outcome);
        foreach (var swap in board.WeeksOf(visit).SelectMany(week => Swaps(visit, week)).ToList())
        {
            var outcome = Make(swap, visit, waiting);
            board.Undo(outcome.Moves);
            best = outcome.IsBetterThan(best) ? outcome : best;
        }

        if (best is not null)
        {
            board.Redo(best.Moves);
        }

        return best;
    }

    private Outcome Make(Swap swap, Visit visit, IReadOnlyList<Visit> waiting)
    {
        var moves = swap.Out.Select(board.Remove).ToList();
        moves.Add(board.Put(visit, swap.Week));
        // Who had a place is served first.
        Fill(swap.Out.Concat(waiting.Where(each => !ReferenceEquals(each, visit))), moves);
        return new Outcome(moves, swap.Out.Count(isSettled));
    }

    private void Fill(IEnumerable<Visit> visits, List<Move> moves)
    {
        foreach (var each in visits)
        {
            if (board.RoomFor(each, isTight: true) is { } week)
            {
                moves.Add(board.Put(each, week));
            }
        }
    }

    private IEnumerable<Swap> Swaps(Visit visit, int week)
    {
        var may = board.In(visit, week).Where(each => each.Binding > visit.Binding
            || (each.Binding == visit.Binding && !isSettled(each))).ToList();
        var wanted = visit.PersonDays - board.Left(visit, week);
        foreach (var (place, one) in may.Index())
        {
            if (one.PersonDays >= wanted)
            {
                yield return new Swap(week, [one]);
            }

            foreach (var other in may.Skip(place + 1)
                .Where(each => each.PersonDays + one.PersonDays >= wanted))
            {
                yield return new Swap(week, [one, other]);
            }
        }

        var (gone, freed) = (new List<Visit>(), 0m);
        foreach (var each in may.OrderByDescending(each => each.Binding).ThenBy(each => each.Value)
            .TakeWhile(_ => freed < wanted))
        {
            gone.Add(each);
            freed += each.PersonDays;
        }

        if (freed >= wanted && gone.Count > 2)
        {
            yield return new Swap(week, gone);
        }
    }

    /// <param name="Out">Who leaves the week.</param>
    private sealed record Swap(int Week, List<Visit> Out);
}

/// <summary>What an exchange makes of a plan.</summary>
/// <param name="Settled">How many visits lost their week that were to stay.</param>
internal sealed record Outcome(IReadOnlyList<Move> Moves, int Settled)
{
    /// <summary>What is in now and was not.</summary>
    public IReadOnlyList<Visit> In { get; } = Net(Moves, isIn: true);

    /// <summary>What was in and is not any more.</summary>
    public IReadOnlyList<Visit> Out { get; } = Net(Moves, isIn: false);

    /// <summary>The fewest that were to stay lose their week; then what is won.</summary>
    /// <param name="other">Null: all stays as it is.</param>
    public bool IsBetterThan(Outcome? other) => Won.CompareTo(default) > 0
        && (other is null || Settled < other.Settled
            || (Settled == other.Settled && Won.CompareTo(other.Won) > 0));

    private Worth Won { get; } = Worth.Of(Net(Moves, isIn: true)) - Worth.Of(Net(Moves, isIn: false));

    private static IReadOnlyList<Visit> Net(IReadOnlyList<Move> moves, bool isIn)
    {
        var (put, removed) = (Of(moves, isPut: true), Of(moves, isPut: false));
        return [.. (isIn ? put : removed).Where(each => !(isIn ? removed : put).Contains(each))];
    }

    private static HashSet<Visit> Of(IEnumerable<Move> moves, bool isPut) => new(
        moves.Where(each => each.IsPut == isPut).Select(each => each.Visit),
        ReferenceEqualityComparer.Instance);
}

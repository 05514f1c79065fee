namespace CreditScoring.Planning;

/// <summary>
/// The weeks of all units with the visits that stand in them, and the person-days that are left.
/// </summary>
internal sealed class WeekBoard
{
    private readonly IReadOnlyList<Period> weeks;
    private readonly DateOnly firstDay;
    private readonly Crews? crews;
    private readonly Dictionary<string, decimal[]> left;
    private readonly Dictionary<string, List<Visit>[]> standing;
    private readonly Dictionary<Visit, int[]> possible = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Visit, int> weekOf = new(ReferenceEqualityComparer.Instance);

    public WeekBoard(PlanQuestion question)
    {
        weeks = question.Period.Weeks();
        crews = question.Crews;
        firstDay = question.FirstDay ?? question.Period.From;
        left = question.Units.ToDictionary(
            each => each.Unit,
            each => weeks.Select((_, week) => each.Weeks.ElementAtOrDefault(week)).ToArray(),
            StringComparer.Ordinal);
        standing = left.ToDictionary(
            each => each.Key, each => weeks.Select(_ => new List<Visit>()).ToArray(), StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<Visit, int> Weeks => weekOf;

    /// <summary>Weeks of the period.</summary>
    public int Count => weeks.Count;

    /// <summary>The weeks in which a visit may be made, whether there is room or not.</summary>
    public IReadOnlyList<int> WeeksOf(Visit visit)
    {
        if (!possible.TryGetValue(visit, out var found))
        {
            found = !left.ContainsKey(visit.Candidate.Unit) ? [] :
            [
                .. Enumerable.Range(0, weeks.Count).Where(
                    week => weeks[week].And(visit.Days) is { } days && days.To >= firstDay
                        && crews?.MayGo(visit, week) != false),
            ];
            possible.Add(visit, found);
        }

        return found;
    }

    /// <summary>Whether a unit can do anything at all.</summary>
    public bool Has(string unit) => left.ContainsKey(unit);

    public decimal Left(Visit visit, int week) => left[visit.Candidate.Unit][week];

    /// <summary>The visits of its unit that stand in a week.</summary>
    public IReadOnlyList<Visit> In(Visit visit, int week) => standing[visit.Candidate.Unit][week];

    /// <summary>The week of its days in which its unit has most left, the earlier of equals; null: none has
    /// room.</summary>
    /// <param name="isTight">Whether it is the week in which least is left over.</param>
    public int? RoomFor(Visit visit, bool isTight = false)
    {
        var found = default(int?);
        var (possible, room) = (WeeksOf(visit), left.GetValueOrDefault(visit.Candidate.Unit, []));
        foreach (var week in possible)
        {
            if (room[week] >= visit.PersonDays && (found is null
                || (isTight ? room[week] < room[found.Value] : room[week] > room[found.Value])))
            {
                found = week;
            }
        }

        return found;
    }

    public Move Put(Visit visit, int week)
    {
        left[visit.Candidate.Unit][week] -= visit.PersonDays;
        standing[visit.Candidate.Unit][week].Add(visit);
        weekOf.Add(visit, week);
        return new Move(visit, week, IsPut: true);
    }

    public Move Remove(Visit visit)
    {
        weekOf.Remove(visit, out var week);
        left[visit.Candidate.Unit][week] += visit.PersonDays;
        standing[visit.Candidate.Unit][week].RemoveAll(each => ReferenceEquals(each, visit));
        return new Move(visit, week, IsPut: false);
    }

    public void Redo(IEnumerable<Move> moves)
    {
        foreach (var move in moves)
        {
            _ = move.IsPut ? Put(move.Visit, move.Week) : Remove(move.Visit);
        }
    }

    public void Undo(IEnumerable<Move> moves) =>
        Redo(moves.Reverse().Select(move => move with { IsPut = !move.IsPut }));
}

/// <summary>A visit that comes into a week or leaves it.</summary>
internal sealed record Move(Visit Visit, int Week, bool IsPut);

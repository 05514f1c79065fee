namespace CreditScoring.Draws;

/// <summary>An object with its rank in its stratum (签).</summary>
/// <param name="Object">As it is listed.</param>
/// <param name="Rank">By which it is drawn.</param>
public sealed record Lot(Listed Object, Digest Rank) : IComparable<Lot>
{
    /// <summary>The smaller rank first; of one rank, which never happens, the smaller id.</summary>
    public int CompareTo(Lot? other) => Rank.CompareTo(other!.Rank) is not 0 and var byRank
        ? byRank : OctetOrder.Instance.Compare(Object.Id, other.Object.Id);
}

/// <summary>
/// Drawing without replacement (不放回抽取): in each stratum those with the smallest ranks are drawn, and the
/// next are its reserves in that order. Only these are kept, however long the list is.
/// </summary>
public sealed class Lots
{
    private static readonly Comparer<Lot> LastFirst =
        Comparer<Lot>.Create((one, other) => other.CompareTo(one));

    private readonly Dictionary<string, Bowl> bowls;
    private readonly IReadOnlyList<string> order;

    /// <param name="seed">Of the draw.</param>
    /// <param name="strata">With the numbers to draw.</param>
    public Lots(DrawSeed seed, IReadOnlyList<PlannedStratum> strata)
    {
        Seed = seed;
        bowls = strata.ToDictionary(
            each => each.Stratum.Name, each => new Bowl(each, new(LastFirst)), StringComparer.Ordinal);
        order = [.. strata.Select(each => each.Stratum.Name)];
    }

    public DrawSeed Seed { get; }

    /// <summary>Puts an object in; the order in which they come is of no account.</summary>
    public void Add(Listed listed)
    {
        if (!listed.IsIn || !bowls.TryGetValue(listed.Stratum, out var bowl))
        {
            return;
        }

        var lot = new Lot(listed, Seed.Rank(listed.Stratum, listed.Id));
        if (bowl.Kept.Count < bowl.Plan.Drawn + bowl.Plan.Reserves)
        {
            bowl.Kept.Enqueue(lot, lot);
        }
        else if (bowl.Kept.Count > 0)
        {
            bowl.Kept.EnqueueDequeue(lot, lot);
        }
    }

    /// <summary>Those drawn, stratum by stratum, by rank.</summary>
    public IReadOnlyList<Lot> Drawn() =>
        [.. order.SelectMany(name => Ordered(name).Take(bowls[name].Plan.Drawn))];

    /// <summary>The reserves, likewise.</summary>
    public IReadOnlyList<Lot> Reserves() =>
        [.. order.SelectMany(name => Ordered(name).Skip(bowls[name].Plan.Drawn))];

    /// <summary>The reserves as they are listed, by id.</summary>
    public IReadOnlyDictionary<string, Listed> ReservesById() =>
        Reserves().ToDictionary(lot => lot.Object.Id, lot => lot.Object, StringComparer.Ordinal);

    private IEnumerable<Lot> Ordered(string stratum) =>
        bowls[stratum].Kept.UnorderedItems.Select(each => each.Element).Order();

    private sealed record Bowl(PlannedStratum Plan, PriorityQueue<Lot, Lot> Kept);
}

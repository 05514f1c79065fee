namespace CreditScoring.Draws;

/// <summary>What a list has: objects in the draw by stratum, and others by why they are not.</summary>
public sealed class PopulationCount
{
    private readonly SortedDictionary<string, int> strata = new(OctetOrder.Instance);
    private readonly SortedDictionary<string, int> excluded = new(OctetOrder.Instance);

    /// <summary>All lines.</summary>
    public int Listed { get; private set; }

    /// <summary>Objects in the draw, by stratum.</summary>
    public IReadOnlyDictionary<string, int> Strata => strata;

    /// <summary>Objects that are not, by reason.</summary>
    public IReadOnlyDictionary<string, int> Excluded => excluded;

    public void Add(Listed listed)
    {
        Listed++;
        var (counts, name) = listed.IsIn ? (strata, listed.Stratum) : (excluded, listed.Excluded);
        counts[name] = counts.GetValueOrDefault(name) + 1;
    }
}

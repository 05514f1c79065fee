namespace CreditScoring.Workbench.Mutating;

/// <summary>What came of all mutants of a pack, and whether that is enough.</summary>
/// <param name="fates">Each mutant, its fate, and the flaw for which it does not load.</param>
public sealed class MutationScore(IReadOnlyList<(Mutant Mutant, Fate Fate, string? Refusal)> fates)
{
    /// <summary>Of a hundred mutants that load, the cases should notice so many.</summary>
    private const decimal Wanted = 95;

    /// <summary>
    /// Of a hundred mutants at most so many may fail to load: they say nothing of the cases, and a
    /// pack of which few changes load would be measured by those few.
    /// </summary>
    private const decimal MostRefused = 10;

    /// <summary>A small pack cannot help having a few.</summary>
    private const int Few = 5;

    public int Noticed { get; } = fates.Count(each => each.Fate == Fate.Noticed);

    public IReadOnlyList<Mutant> Unnoticed { get; } =
        [.. fates.Where(each => each.Fate == Fate.Unnoticed).Select(each => each.Mutant)];

    public IReadOnlyList<(Mutant Mutant, string Flaw)> Refused { get; } =
        [.. fates.Where(each => each.Fate == Fate.Refused).Select(each => (each.Mutant, each.Refusal!))];

    public IEnumerable<(string Flaw, int Count)> RefusedByFlaw =>
        Refused.GroupBy(each => each.Flaw).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()));

    /// <summary>The mutants that load.</summary>
    public int Tried => Noticed + Unnoticed.Count;

    /// <summary>Percentage noticed of those that load; of none at all it is nothing.</summary>
    public decimal Share => Tried == 0 ? 0 : 100m * Noticed / Tried;

    public bool RefusesTooMany =>
        Refused.Count > Few && 100m * Refused.Count > MostRefused * fates.Count;

    public bool IsEnough => Share >= Wanted && !RefusesTooMany;
}

namespace CreditScoring.Supervision;

/// <summary>One class of enterprises in a plan: how many there are, and the share of them to draw.</summary>
/// <param name="Class">Its name, such as a tier.</param>
/// <param name="Population">Enterprises (户数), none below zero.</param>
/// <param name="Share">Sampling share (抽查比例), from 0 to 1.</param>
public readonly record struct SampledClass(string Class, int Population, decimal Share)
{
    /// <summary>
    /// Share times population; a fraction is one more, since rounding is published nowhere.
    /// </summary>
    public int Drawn => SamplingPlan.Ceiling(Share, Population);
}

/// <summary>
/// How many enterprises a draw (双随机抽查) takes of each class, against the least share of all of them
/// that the law asks for.
/// </summary>
public sealed record SamplingPlan
{
    /// <param name="classes">The classes, each once.</param>
    /// <param name="floor">Least share of the whole population, from 0 (none is known) to 1.</param>
    public SamplingPlan(IReadOnlyList<SampledClass> classes, decimal floor)
    {
        if (floor is < 0 or > 1 || classes.Any(each => each.Population < 0 || each.Share is < 0 or > 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(classes), "shares run from 0 to 1, populations from 0");
        }

        Classes = classes;
        Drawn = classes.Sum(each => each.Drawn);
        Population = classes.Sum(each => each.Population);
        Least = Ceiling(floor, Population);
    }

    public IReadOnlyList<SampledClass> Classes { get; }

    public int Population { get; }

    /// <summary>The sum over the classes.</summary>
    public int Drawn { get; }

    /// <summary>The floor times the population, a fraction is one more.</summary>
    public int Least { get; }

    /// <summary>
    /// Enterprises still to be drawn to reach the floor; from which class is for the authority.
    /// </summary>
    public int Short => Math.Max(0, Least - Drawn);

    internal static int Ceiling(decimal share, int population) => (int)Math.Ceiling(share * population);
}

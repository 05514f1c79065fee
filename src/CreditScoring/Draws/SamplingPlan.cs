namespace CreditScoring.Draws;

/// <summary>One stratum of a plan, with its numbers.</summary>
/// <param name="Stratum">The stratum.</param>
/// <param name="Population">Objects that are in the draw (户数).</param>
/// <param name="Drawn">Objects to draw.</param>
/// <param name="Reserves">Objects that are drawn beside, to take the place of others.</param>
public sealed record PlannedStratum(Stratum Stratum, int Population, int Drawn, int Reserves);

/// <summary>
/// How many objects a draw (双随机抽查) takes of each stratum, against the least share of all of them that
/// the law asks for.
/// </summary>
public sealed record SamplingPlan
{
    /// <param name="rule">The rule of the draw.</param>
    /// <param name="population">Objects in the draw by stratum; of what is not named there are none.</param>
    public SamplingPlan(DrawRule rule, IReadOnlyDictionary<string, int> population)
    {
        Strata =
        [
            .. rule.Strata.Select(
                stratum => Planned(rule, stratum, population.GetValueOrDefault(stratum.Name))),
        ];
        Population = Strata.Sum(each => each.Population);
        Drawn = Strata.Sum(each => each.Drawn);
        Least = rule.Floor?.Of(Population, Rounding.Up) ?? 0;
    }

    public IReadOnlyList<PlannedStratum> Strata { get; }

    public int Population { get; }

    /// <summary>The sum over the strata.</summary>
    public int Drawn { get; }

    /// <summary>
    /// The floor times the population, a fraction is one more; zero where there is no floor.
    /// </summary>
    public int Least { get; }

    /// <summary>
    /// Objects still to be drawn to reach the floor; from which stratum is for the authority.
    /// </summary>
    public int Short => Math.Max(0, Least - Drawn);

    private static PlannedStratum Planned(DrawRule rule, Stratum stratum, int population)
    {
        var drawn = stratum.Drawn(population, rule.Rounding);
        return new PlannedStratum(
            stratum, population, drawn, Math.Min(population - drawn, rule.Reserves.Of(drawn, Rounding.Up)));
    }
}

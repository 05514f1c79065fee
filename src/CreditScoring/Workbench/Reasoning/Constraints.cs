using System.Collections.Immutable;

namespace CreditScoring.Workbench.Reasoning;

/// <summary>What must be so where a condition holds, by expression; or that it cannot hold.</summary>
internal sealed class Constraints
{
    public static readonly Constraints None = new(ImmutableSortedDictionary<string, Domain>.Empty, null);

    private readonly ImmutableSortedDictionary<string, Domain> domains;

    private Constraints(ImmutableSortedDictionary<string, Domain> domains, string? contradiction)
    {
        this.domains = domains;
        Contradiction = contradiction;
    }

    /// <summary>The expression that would need two values at once; null: no contradiction is known.</summary>
    public string? Contradiction { get; }

    public bool Never => Contradiction is not null;

    public IEnumerable<KeyValuePair<string, Domain>> Domains => domains;

    public static Constraints Impossible(string why) => new(None.domains, why);

    public static Constraints Of(string expression, Domain domain) =>
        domain.IsEmpty ? Impossible(expression) : new(None.domains.Add(expression, domain), null);

    public Domain About(string expression) => domains.GetValueOrDefault(expression, Domain.Any);

    public Constraints And(Constraints other)
    {
        if (Never || other.Never)
        {
            return Never ? this : other;
        }

        var both = domains;
        foreach (var (expression, domain) in other.domains)
        {
            var met = both.GetValueOrDefault(expression, Domain.Any).And(domain);
            if (met.IsEmpty)
            {
                return Impossible(expression);
            }

            both = both.SetItem(expression, met);
        }

        return new Constraints(both, null);
    }

    /// <summary>Only what both say is still so.</summary>
    public Constraints Or(Constraints other)
    {
        if (Never || other.Never)
        {
            return Never ? other : this;
        }

        var shared = None.domains;
        foreach (var (expression, domain) in domains.Where(each => other.domains.ContainsKey(each.Key)))
        {
            shared = shared.Add(expression, domain.Or(other.domains[expression]));
        }

        return new Constraints(shared, null);
    }
}

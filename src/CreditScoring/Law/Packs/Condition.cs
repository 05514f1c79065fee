using CreditScoring.Law.Expressions;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Law.Packs;

/// <summary>When a rule holds: an expression, or nested conditions joined by an operator.</summary>
public abstract record Condition(string Name)
{
    /// <summary>The only kinds of event with which it can hold; null: any.</summary>
    public abstract IReadOnlySet<string>? Kinds { get; }

    /// <summary>The reason given where it does not hold.</summary>
    public string? Reason { get; init; }

    /// <exception cref="CannotBeJudged">There is no answer for these facts.</exception>
    public abstract bool Holds(Scene scene);
}

/// <summary>A condition written as one expression.</summary>
public sealed record Simple(string Name, Formula<bool> Formula) : Condition(Name)
{
    public override IReadOnlySet<string>? Kinds => Formula.Kinds;

    public override bool Holds(Scene scene) => Formula.Evaluate(scene);
}

/// <summary>Nested conditions. And, Or look at all of them; AndAlso, OrElse stop at the first that decides.</summary>
public sealed record Joined(string Name, Joining Operator, IReadOnlyList<Condition> Parts) : Condition(Name)
{
    public override IReadOnlySet<string>? Kinds { get; } = KindsOf(Operator, Parts);

    public override bool Holds(Scene scene)
    {
        var all = Operator is Joining.And or Joining.AndAlso;
        var stops = Operator is Joining.AndAlso or Joining.OrElse;
        var outcome = all;
        foreach (var part in Parts)
        {
            var holds = part.Holds(scene);
            outcome = all ? outcome & holds : outcome | holds;
            if (stops && outcome != all)
            {
                break;
            }
        }

        return outcome;
    }

    private static IReadOnlySet<string>? KindsOf(Joining joining, IReadOnlyList<Condition> parts)
    {
        var pinned = parts.Select(part => part.Kinds).ToArray();
        return joining is Joining.And or Joining.AndAlso
            ? pinned.OfType<IReadOnlySet<string>>().FirstOrDefault()
            : pinned.Length == 0 || pinned.Any(kinds => kinds is null) ? null
            : pinned.SelectMany(kinds => kinds!).ToHashSet();
    }
}

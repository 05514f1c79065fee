using CreditScoring.Documents;
using CreditScoring.Law.Expressions;
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
    public bool Holds(Evaluation scene)
    {
        var outcome = Judge(scene);
        scene.Watch?.Asked(this, outcome, scene);
        return outcome;
    }

    protected abstract bool Judge(Evaluation scene);
}

/// <summary>A condition written as one expression.</summary>
public sealed record Simple(string Name, Formula<bool> Formula) : Condition(Name)
{
    public override IReadOnlySet<string>? Kinds => Formula.Kinds;

    protected override bool Judge(Evaluation scene) => Formula.Evaluate(scene);
}

/// <summary>A nested condition whose text is flawed; no pack that has one is ever used.</summary>
public sealed record Unbound(string Name, Place Place) : Condition(Name)
{
    public override IReadOnlySet<string>? Kinds => null;

    protected override bool Judge(Evaluation scene) => throw new CannotBeJudged(
        Place, new Wording($"规则 \"{Name}\" 有错误", $"the rule \"{Name}\" has a flaw"));
}

/// <summary>
/// Nested conditions. The first part that decides is enough, also after one that has no answer: false
/// and anything is false. Of no parts (all are switched off) nothing holds.
/// </summary>
public sealed record Joined(string Name, Joining Operator, IReadOnlyList<Condition> Parts) : Condition(Name)
{
    public override IReadOnlySet<string>? Kinds { get; } = KindsOf(Operator, Parts);

    protected override bool Judge(Evaluation scene)
    {
        var all = Operator is Joining.And or Joining.AndAlso;
        CannotBeJudged? unknown = null;
        foreach (var part in Parts)
        {
            try
            {
                if (part.Holds(scene) != all)
                {
                    return !all;
                }
            }
            catch (CannotBeJudged why)
            {
                unknown ??= why;
            }
        }

        return unknown is null ? all && Parts.Count > 0 : throw unknown;
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

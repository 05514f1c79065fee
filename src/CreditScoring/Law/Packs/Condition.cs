using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Law.Packs;

/// <summary>When a rule holds: an expression, or nested conditions joined by an operator.</summary>
public abstract record Condition(string Name)
{
    /// <summary>The only kinds of event with which it can hold; null: any.</summary>
    public IReadOnlySet<string>? Kinds => WhenTrue.About("happened", "kind");

    /// <summary>What is known of the event wherever the condition holds.</summary>
    internal abstract Facts WhenTrue { get; }

    /// <summary>The reason given where it does not hold.</summary>
    public string? Reason { get; init; }

    /// <param name="scene">The facts.</param>
    /// <param name="told">Takes down every expression that was asked, in order; null: nobody wants to
    /// know.</param>
    /// <exception cref="CannotBeJudged">There is no answer for these facts.</exception>
    public bool Holds(Evaluation scene, ICollection<Asked>? told = null)
    {
        var outcome = this switch
        {
            Simple simple => Answer(simple, scene, told),
            Joined joined => Join(joined, scene, told),
            Unbound unbound => throw new CannotBeJudged(unbound.Place, new Wording(
                $"规则 \"{Name}\" 有错误", $"the rule \"{Name}\" has a flaw")),
            _ => throw new NotSupportedException($"{GetType().Name} is no kind of condition"),
        };
        (scene.Watch as ICoverageListener)?.Asked(this, outcome);
        return outcome;
    }

    /// <summary>The expressions that it is made of, in the order in which they are asked.</summary>
    public IEnumerable<Simple> Expressions => this switch
    {
        Simple simple => [simple],
        Joined joined => joined.Parts.SelectMany(part => part.Expressions),
        _ => [],
    };

    /// <summary>The same, with parts that must all hold taken to be met.</summary>
    /// <param name="names">Of those parts.</param>
    internal Condition Assuming(IReadOnlyCollection<string> names) =>
        this is Joined { Operator: Joining.And or Joining.AndAlso } joined && names.Count > 0
            ? joined with { Parts = [.. joined.Parts.Where(part => !names.Contains(part.Name))] } : this;

    private static bool Answer(Simple simple, Evaluation scene, ICollection<Asked>? told)
    {
        try
        {
            var outcome = simple.Formula.Evaluate(scene);
            told?.Add(new Asked(simple, outcome, null));
            return outcome;
        }
        catch (CannotBeJudged why) when (told is not null)
        {
            told.Add(new Asked(simple, false, why));
            throw;
        }
    }

    /// <summary>The first part that decides is enough, also after one that has no answer.</summary>
    private static bool Join(Joined joined, Evaluation scene, ICollection<Asked>? told)
    {
        var all = joined.Operator is Joining.And or Joining.AndAlso;
        CannotBeJudged? unknown = null;
        foreach (var part in joined.Parts)
        {
            try
            {
                if (part.Holds(scene, told) != all)
                {
                    return !all;
                }
            }
            catch (CannotBeJudged why)
            {
                unknown ??= why;
            }
        }

        return unknown is null ? all && joined.Parts.Count > 0 : throw unknown;
    }
}

/// <summary>What an expression of a condition answered.</summary>
/// <param name="Why">Why it has no answer; null: it has.</param>
public sealed record Asked(Simple Part, bool Outcome, CannotBeJudged? Why);

/// <summary>A condition written as one expression.</summary>
public sealed record Simple(string Name, Formula<bool> Formula) : Condition(Name)
{
    internal override Facts WhenTrue => Formula.WhenTrue;
}

/// <summary>A nested condition whose text is flawed; no pack that has one is ever used.</summary>
public sealed record Unbound(string Name, Place Place) : Condition(Name)
{
    internal override Facts WhenTrue => Facts.None;
}

/// <summary>
/// Nested conditions. The first part that decides is enough, also after one that has no answer: false
/// and anything is false. Of no parts (all are switched off) nothing holds.
/// </summary>
public sealed record Joined(string Name, Joining Operator, IReadOnlyList<Condition> Parts) : Condition(Name)
{
    internal override Facts WhenTrue { get; } = FactsOf(Operator, Parts);

    private static Facts FactsOf(Joining joining, IReadOnlyList<Condition> parts) =>
        joining is Joining.And or Joining.AndAlso
            ? parts.Aggregate(Facts.None, (all, part) => all.And(part.WhenTrue))
            : parts.Count == 0 ? Facts.None
            : parts.Skip(1).Aggregate(parts[0].WhenTrue, (all, part) => all.Or(part.WhenTrue));
}

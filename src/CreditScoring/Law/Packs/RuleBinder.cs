using CreditScoring.Documents;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Law.Packs;

/// <summary>Binds the parameters and conditions of one workflow's rules in a scope.</summary>
internal sealed class RuleBinder(ICollection<Flaw> flaws)
{
    /// <summary>Places in a scene's memory given out so far.</summary>
    public int Slots { get; private set; }

    /// <summary>Binds parameters one after another; each sees those before it.</summary>
    public (Scope Scope, IReadOnlyList<NamedValue> Named) Params(
        IReadOnlyList<Param> written, Scope scope, Formula? given = null)
    {
        var named = new List<NamedValue>();
        foreach (var param in written)
        {
            if (RuleCompiler.Compile(param.Expression, scope, flaws, given) is { } formula)
            {
                named.Add(new NamedValue(param.Name, formula, Slots++));
                scope = SceneScope.WithNamed(scope, named[^1]);
            }
        }

        return (scope, named);
    }

    /// <summary>
    /// The condition of a rule and its properties' reader. Where the condition does not itself need
    /// the local parameters, these are bound knowing that it holds.
    /// </summary>
    public (Condition? Condition, PropertyReader Properties, Scope Scope) Rule(Rule rule, Scope scope)
    {
        var trial = new List<Flaw>();
        var alone = rule.Expression is null || rule.LocalParams.Count == 0
            ? null : RuleCompiler.Compile<bool>(rule.Expression, scope, trial);
        var (inner, _) = Params(rule.LocalParams, scope, alone);
        var condition = Bind(rule, alone is null ? inner : scope);
        var given = (condition as Simple)?.Formula;
        return (condition, new PropertyReader(rule.Properties, inner, given, flaws), inner);
    }

    private Condition? Bind(Rule rule, Scope scope)
    {
        if (rule.Expression is { } text)
        {
            return RuleCompiler.Compile<bool>(text, scope, flaws) is { } formula
                ? new Simple(rule.Name, formula) { Reason = rule.ErrorMessage } : null;
        }

        var parts = new List<Condition>();
        foreach (var nested in rule.Rules.Where(nested => nested.Enabled))
        {
            var (inner, _) = Params(nested.LocalParams, scope);
            if (Bind(nested, inner) is { } part)
            {
                parts.Add(part);
            }
        }

        return new Joined(rule.Name, rule.Operator ?? Joining.And, parts) { Reason = rule.ErrorMessage };
    }
}

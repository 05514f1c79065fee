using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Law.Packs;

/// <summary>Binds the parameters and conditions of one workflow's rules in a scope.</summary>
/// <param name="flaws">Takes what is wrong.</param>
/// <param name="withNamed">Adds a named value to a scope; null: as a pack's scene remembers it.</param>
internal sealed class RuleBinder(
    ICollection<Flaw> flaws, Func<Scope, NamedValue, Scope>? withNamed = null)
{
    private readonly List<NamedValue> bound = [];
    private readonly Func<Scope, NamedValue, Scope> withNamed = withNamed ?? SceneScope.WithNamed;

    /// <summary>The parameters bound so far; each has its place in a scene's memory.</summary>
    public IReadOnlyList<NamedValue> Bound => bound;

    /// <summary>Whether a parameter was refused: its rule then has no outcome at all.</summary>
    public bool AnyParamRefused { get; private set; }

    /// <summary>Binds parameters one after another; each sees those before it.</summary>
    public (Scope Scope, IReadOnlyList<NamedValue> Named) Params(
        IReadOnlyList<Param> written, Scope scope, Formula? given = null)
    {
        var named = new List<NamedValue>();
        foreach (var param in written)
        {
            if (scope.Variables.ContainsKey(param.Name))
            {
                AnyParamRefused = true;
                flaws.Add(Hides(param));
            }
            else if (RuleCompiler.Compile(param.Expression, scope, flaws, given) is { } formula)
            {
                named.Add(new NamedValue(param.Name, formula, bound.Count));
                bound.Add(named[^1]);
                scope = withNamed(scope, named[^1]);
            }
            else
            {
                AnyParamRefused = true;
                scope = scope.WithFlawed(param.Name);
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
        var alone = rule.Expression is null || (rule.LocalParams.Count == 0 && scope.Flawed.IsEmpty)
            ? null : RuleCompiler.Compile<bool>(rule.Expression, scope, trial);
        if (rule.Expression is not null && alone is null && trial.Count == 0 && !scope.Flawed.IsEmpty)
        {
            // Without its condition nothing is known of the event: its other texts would seem flawed.
            return (null, new PropertyReader(null, scope, null, []), scope);
        }

        var (inner, _) = Params(rule.LocalParams, scope, alone);
        var condition = Bind(rule, alone is null ? inner : scope);
        var given = (condition as Simple)?.Formula;
        foreach (var output in rule.Outputs)
        {
            RuleCompiler.Compile(output, inner, flaws, given);
        }

        return (condition, new PropertyReader(rule.Properties, inner, given, flaws), inner);
    }

    private Condition? Bind(Rule rule, Scope scope)
    {
        if (rule.Operator is not { } joining)
        {
            return rule.Expression is { } text
                && RuleCompiler.Compile<bool>(text, scope, flaws) is { } formula
                ? new Simple(rule.Name, formula) { Reason = rule.ErrorMessage } : null;
        }

        var parts = new List<Condition>();
        foreach (var nested in rule.Rules.Where(nested => nested.Enabled))
        {
            var (inner, _) = Params(nested.LocalParams, scope);
            parts.Add(Bind(nested, inner) ?? new Unbound(nested.Name, nested.Place));
        }

        return new Joined(rule.Name, joining, parts) { Reason = rule.ErrorMessage };
    }

    private static Flaw Hides(Param param) => new(
        "name-hidden", param.Place,
        new Wording($"参数 \"{param.Name}\" 与已有的名称重复", $"the parameter \"{param.Name}\" hides a name in scope"),
        new Wording("换一个名称", "choose another name"));
}

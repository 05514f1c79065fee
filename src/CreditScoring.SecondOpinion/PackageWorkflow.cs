using System.Linq.Expressions;
using System.Text.RegularExpressions;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using RulesEngine.Models;
using Workflow = RulesEngine.Models.Workflow;

namespace CreditScoring.SecondOpinion;

/// <summary>
/// A workflow file as the package reads it, run whole by its own <c>ExecuteAllRulesAsync</c>: parameters,
/// nested rules and all. Only the texts are put into its words.
/// </summary>
internal sealed partial class PackageWorkflow
{
    private readonly PackageReader reader;
    private readonly RulesEngine.RulesEngine engine;
    private readonly string name;
    private readonly List<(string Name, Carrier Carrier, Func<Evaluation, object?> Read)> given = [];

    /// <param name="workflow">Filled with what it injects.</param>
    /// <param name="names">What the texts of its role may read, beyond its own parameters.</param>
    public PackageWorkflow(Workflow workflow, PackageReader reader, IEnumerable<Variable> names)
    {
        this.reader = reader;
        name = workflow.WorkflowName;
        HasRules = workflow.Rules.Any();
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var param in workflow.GlobalParams ?? [])
        {
            param.Expression = Said(param.Expression, words);
        }

        foreach (var rule in workflow.Rules)
        {
            Say(rule, words);
        }

        foreach (var variable in names.Where(each => words.Contains(each.Name)))
        {
            if (reader.CarrierOf(variable.Type) is { } carrier)
            {
                given.Add((variable.Name, carrier, Reading(variable)));
            }
        }

        engine = new RulesEngine.RulesEngine([workflow], reader.Settings);
    }

    public bool HasRules { get; }

    /// <summary>Runs every rule on a scene.</summary>
    /// <returns>By the name of the rule whether it holds; null: something of it was in error.</returns>
    /// <exception cref="CannotBeJudged">A name that the workflow reads has no value.</exception>
    public IReadOnlyDictionary<string, bool?> Run(Scene scene)
    {
        var carried = CarriedScene.Of(scene);
        var parameters = new RuleParameter[given.Count + 1];
        for (var i = 0; i < given.Count; i++)
        {
            var (called, carrier, read) = given[i];
            parameters[i] = TypedParameter.Of(called, carrier.Clr, carrier.Over(read(scene), carried));
        }

        parameters[^1] = TypedParameter.Of(Dialect.Law, reader.Law, reader.LawOf(scene));
        var results = engine.ExecuteAllRulesAsync(name, parameters).AsTask().GetAwaiter().GetResult();
        return results.ToDictionary(
            each => each.Rule.RuleName, bool? (each) => IsInError(each) ? null : each.IsSuccess,
            StringComparer.Ordinal);
    }

    /// <summary>A rule with a nested one in error is plainly false there.</summary>
    private static bool IsInError(RuleResultTree result) =>
        !string.IsNullOrEmpty(result.ExceptionMessage) || (result.ChildResults ?? []).Any(IsInError);

    private void Say(Rule rule, HashSet<string> words)
    {
        rule.Expression = rule.Expression is null ? null : Said(rule.Expression, words);
        foreach (var param in rule.LocalParams ?? [])
        {
            param.Expression = Said(param.Expression, words);
        }

        foreach (var nested in rule.Rules ?? [])
        {
            Say(nested, words);
        }
    }

    private string Said(string text, HashSet<string> words)
    {
        words.UnionWith(Words().Matches(text).Select(each => each.Value));
        return reader.Written(text);
    }

    private static Func<Evaluation, object?> Reading(Variable variable)
    {
        var evaluation = Expression.Parameter(typeof(Evaluation));
        return Expression.Lambda<Func<Evaluation, object?>>(
            Expression.Convert(variable.Read(Expression.Convert(evaluation, typeof(Scene))), typeof(object)),
            evaluation).Compile();
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}

using CreditScoring.Law.Packs;
using CreditScoring.Law.Workflows;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>The shape of a workflow file; Properties are those of all roles together.</summary>
internal static class WorkflowSchema
{
    public static JObject Of() => Shape.File(
        "工作流 · a workflow of Microsoft RulesEngine",
        Shape.Object(
            ("$comment", Shape.Anything),
            ("WorkflowName!", Shape.Text),
            ("GlobalParams", Params()),
            ("Rules!", Shape.ListOf(Shape.Ref("rule"))),
            ("RuleExpressionType", Shape.Anything),
            ("WorkflowsToInject", Shape.ListOrNull(Shape.Text)),
            ("Actions", Shape.Anything)),
        new JObject { ["rule"] = Rule(), ["properties"] = Properties() });

    private static JObject Rule()
    {
        var rule = Shape.Object(
            ("$comment", Shape.Anything),
            ("RuleName!", Shape.Text),
            ("Expression", Shape.Formula("null")),
            ("Operator", Shape.Among([.. Enum.GetNames<Joining>(), null])),
            ("Rules", Shape.ListOrNull(Shape.Ref("rule"))),
            ("LocalParams", Params()),
            ("Enabled", Shape.BooleanOrNull),
            ("SuccessEvent", Shape.TextOrNull),
            ("ErrorMessage", Shape.TextOrNull),
            ("ErrorType", Shape.Anything),
            ("Properties", Shape.Ref("properties")),
            ("RuleExpressionType", Shape.Anything),
            ("WorkflowsToInject", Shape.ListOrNull(Shape.Text)),
            ("Actions", Shape.Anything));
        var joined = With("Operator", Shape.Text);
        joined["anyOf"] = new JArray(Some("Rules"), Some("WorkflowsToInject"));
        rule["oneOf"] = new JArray(With("Expression", Shape.Formula()), joined);
        return rule;
    }

    /// <summary>The list is there, and is not empty: an operator joins something.</summary>
    private static JObject Some(string name) => new()
    {
        ["required"] = new JArray(name),
        ["properties"] = new JObject { [name] = new JObject { ["type"] = "array", ["minItems"] = 1 } },
    };

    /// <summary>The property is there, and is more than null.</summary>
    private static JObject With(string name, JObject shape) => new()
    {
        ["required"] = new JArray(name),
        ["properties"] = new JObject { [name] = shape },
    };

    private static JObject Params() =>
        Shape.ListOrNull(Shape.Object(("Name!", Shape.Text), ("Expression!", Shape.Formula())));

    private static JObject Properties()
    {
        var bag = Shape.Object(
            [.. RuleProperties.All.Select(property => (property.Name, PropertyShape.Of(property)))]);
        bag["type"] = new JArray("object", "null");
        return bag;
    }
}

using CreditScoring.Documents;

namespace CreditScoring.Law.Workflows;

/// <summary>A Microsoft RulesEngine workflow as written: named rules in order.</summary>
public sealed record Workflow(string Name, Place Place)
{
    public IReadOnlyList<Param> GlobalParams { get; init; } = [];

    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Workflows whose rules follow the workflow's own.</summary>
    public IReadOnlyList<Injected> Injects { get; init; } = [];
}

/// <summary>The name of a workflow whose rules are to stand here too.</summary>
public sealed record Injected(string Name, Place Place);

/// <summary>A named expression that rules of the workflow, or of one rule, may use.</summary>
public sealed record Param(string Name, RuleText Expression, Place Place);

/// <summary>How a rule with nested rules joins them; the Else forms stop at the first that decides.</summary>
public enum Joining { And, AndAlso, Or, OrElse }

/// <summary>One rule as written: an expression, or nested rules with an operator.</summary>
public sealed record Rule(string Name, Place Place)
{
    public RuleText? Expression { get; init; }

    public Joining? Operator { get; init; }

    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Workflows whose rules follow the nested rules.</summary>
    public IReadOnlyList<Injected> Injects { get; init; } = [];

    public IReadOnlyList<Param> LocalParams { get; init; } = [];

    public bool Enabled { get; init; } = true;

    public string? SuccessEvent { get; init; }

    /// <summary>The reason given where the rule does not hold.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>
    /// Expressions of the rule's Actions. They are checked like any other and never run: what a hit
    /// brings about is said by <see cref="Properties"/>.
    /// </summary>
    public IReadOnlyList<RuleText> Outputs { get; init; } = [];

    /// <summary>What is ours: the property bag that the format leaves free; null: none.</summary>
    public JsonPiece? Properties { get; init; }
}

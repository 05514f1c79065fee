using CreditScoring.Law.Language.Lists;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>The list that a call stands on, as a value and as a flow.</summary>
internal sealed record ListOperand(CallNode Node, BoundNode Target, Flow Flow)
{
    public RuleType Element => Flow.Element;

    public Node Argument => Node.Arguments[0];
}

/// <summary>A call that lists understand, and how many arguments it takes.</summary>
internal sealed record ListForm(
    string Name, int Least, int Most, Func<Binder, ListOperand, BoundNode> Bind)
{
    /// <summary>An argument is a condition: <c>Any(p)</c> is <c>Where(p).Any()</c>.</summary>
    public bool Filters { get; init; }

    /// <summary>An argument is a value: <c>Sum(v)</c> is <c>Select(v).Sum()</c>.</summary>
    public bool Selects { get; init; }
}

using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// A text that is a chain of calls on the events of the file, or such chains joined by logic: where there is
/// no event to look at, no part of it looks at anything else.
/// </summary>
internal static class EventChain
{
    /// <summary>Calls that have an answer of an empty list, and look at no argument then.</summary>
    private static readonly HashSet<string> Calls = new(StringComparer.OrdinalIgnoreCase)
    {
        "Any", "All", "Count", "LongCount", "Sum", "Average", "Min", "Max", "FirstOrDefault", "LastOrDefault",
        "SingleOrDefault", "Where", "Select", "SelectMany", "Distinct", "Reverse", "OrderBy",
        "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy", "ToList", "ToArray", "AsEnumerable",
    };

    public static bool Is(Node node) => node switch
    {
        CallNode { Target: { } target } call => Calls.Contains(call.Name) && (IsEvents(target) || Is(target)),
        UnaryNode unary => Is(unary.Operand),
        LogicNode logic => logic.Parts.All(Is),
        _ => false,
    };

    private static bool IsEvents(Node node) =>
        node is NameNode name && name.Name.Equals(Formula.Events, StringComparison.OrdinalIgnoreCase);
}

using CreditScoring.Law.Expressions.Parsing;

namespace CreditScoring.Law.Expressions.Running;

/// <summary>
/// A trace as the tree that people read: each part with its text and what it came to.
/// </summary>
internal static class ReadingTree
{
    public static Reading Of(Draft draft, Trace trace, IReadOnlySet<int> shown) =>
        One(draft, draft.Root, trace, shown);

    private static Reading One(Draft draft, Node node, Trace trace, IReadOnlySet<int> shown)
    {
        var parts = Inside(node, shown).Select(part => One(draft, part, trace, shown));
        var reading = new Reading(
            draft.Text.Text[node.Start..node.End], node.Start,
            trace.Evaluated(node.Id), trace.Value(node.Id), [.. parts]);
        return reading.Evaluated && node is BinaryNode or InNode
            ? reading with { Parts = [.. Literals(node, reading.Parts)] } : reading;
    }

    /// <summary>
    /// A literal is read as what stands beside it when it is bound, not when it runs.
    /// </summary>
    private static IEnumerable<Reading> Literals(Node node, IReadOnlyList<Reading> parts) =>
        parts.Select(part => node.Parts.FirstOrDefault(each => each.Start == part.Start)
            is LiteralNode { Value: string text } && !part.Evaluated
                ? part with { Evaluated = true, Value = text } : part);

    /// <summary>The parts with a value; of those without one, their parts.</summary>
    private static IEnumerable<Node> Inside(Node node, IReadOnlySet<int> shown) => IsWay(node) ? []
        : node.Parts.SelectMany(part => shown.Contains(part.Id) ? [part] : Inside(part, shown));

    /// <summary>
    /// A variable, or a member of one, is read whole: <c>happened.actsOn.kind</c>.
    /// </summary>
    private static bool IsWay(Node node) =>
        node is NameNode || (node is MemberNode member && IsWay(member.Target));
}

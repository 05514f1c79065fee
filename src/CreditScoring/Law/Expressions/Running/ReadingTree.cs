using CreditScoring.Law.Expressions.Parsing;

namespace CreditScoring.Law.Expressions.Running;

/// <summary>A trace as the tree that people read: each part with its text and what it came to.</summary>
internal static class ReadingTree
{
    public static Reading Of(Draft draft, Trace trace, IReadOnlySet<int> shown) =>
        One(draft, draft.Root, trace, shown);

    private static Reading One(Draft draft, Node node, Trace trace, IReadOnlySet<int> shown) => new(
        draft.Text.Text[node.Start..node.End], node.Start,
        trace.Evaluated(node.Id), trace.Value(node.Id),
        [.. Inside(node, shown).Select(part => One(draft, part, trace, shown))]);

    /// <summary>The parts with a value; of those without one, their parts.</summary>
    private static IEnumerable<Node> Inside(Node node, IReadOnlySet<int> shown) => IsWay(node) ? []
        : node.Parts.SelectMany(part => shown.Contains(part.Id) ? [part] : Inside(part, shown));

    /// <summary>A variable, or a member of one, is read whole: <c>happened.actsOn.kind</c>.</summary>
    private static bool IsWay(Node node) =>
        node is NameNode || (node is MemberNode member && IsWay(member.Target));
}

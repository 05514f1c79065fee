using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Packs;

/// <summary>
/// Which kinds of event can make a condition true that is not: what reads of the file only
/// <c>events.Any(e => e.kind == "k" ...)</c>, alternatives of which each pins its kinds, and else
/// the event judged and the day, need not be asked again when an event of another kind joins.
/// </summary>
internal static class KindsAwaited
{
    private static readonly HashSet<string> Read = new(
        StringComparer.Ordinal) { "events", "happened", "day" };

    /// <summary>Functions of their arguments and of the law alone.</summary>
    private static readonly HashSet<string> Pure = new(StringComparer.OrdinalIgnoreCase)
    {
        "lookup", "addWorkingDays", "nextWorkingDay", "nextAfterHoliday",
    };

    /// <summary>The kinds; null: any event, or something else of the file, may make it true.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="named">The named values of its pack, one of which may be an alternative.</param>
    public static IReadOnlySet<string>? Of(Formula? condition, IReadOnlyDictionary<string, Formula> named)
    {
        if (condition is null || !condition.Names.All(name => Read.Contains(name) || named.ContainsKey(name)))
        {
            return null;
        }

        var root = Parser.Parse(condition.Source.Text, out _);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var asked = 0;
        var values = 0;
        foreach (var term in Alternatives(root))
        {
            if (term is NameNode { Name: var name } && named.TryGetValue(name, out var value)
                && Of(value, named) is { } awaited)
            {
                values++;
                kinds.UnionWith(awaited);
            }
            else if (Asked(term) is { } lambda && Pinned(lambda.Body, lambda.Parameter) is { } pinned)
            {
                asked++;
                kinds.UnionWith(pinned);
            }
        }

        var parts = Parts(root).ToArray();
        return parts.OfType<CallNode>().All(call => call.Target is not null || Pure.Contains(call.Name))
            && parts.OfType<NameNode>().Count(IsEvents) == asked
            && parts.OfType<NameNode>().Count(node => named.ContainsKey(node.Name)) == values ? kinds : null;
    }

    /// <summary>What the whole is true by, one or another.</summary>
    private static IEnumerable<Node> Alternatives(Node node) =>
        node is LogicNode { Operator: Operator.Or } any ? any.Parts.SelectMany(Alternatives) : [node];

    private static LambdaNode? Asked(Node term) =>
        term is CallNode { Target: NameNode list, Arguments: [LambdaNode lambda] } call
        && IsEvents(list) && call.Name.Equals("Any", StringComparison.OrdinalIgnoreCase) ? lambda : null;

    private static bool IsEvents(NameNode node) =>
        node.Name.Equals("events", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The only kinds of an item for which a condition on it can be true; null: it pins none.
    /// </summary>
    internal static IEnumerable<string>? Pinned(Node node, string item) => node switch
    {
        LogicNode { Operator: Operator.And } all =>
            all.Parts.Select(part => Pinned(part, item)).FirstOrDefault(pinned => pinned is not null),
        LogicNode { Operator: Operator.Or } any when any.Parts.All(part => Pinned(part, item) is not null) =>
            any.Parts.SelectMany(part => Pinned(part, item)!),
        BinaryNode { Operator: Operator.Equal, Left: MemberNode kind,
            Right: LiteralNode { Value: string value } }
            when IsKind(kind, item) => [value],
        _ => null,
    };

    private static bool IsKind(MemberNode member, string item) =>
        member.Name == "kind" && member.Target is NameNode name && name.Name == item;

    private static IEnumerable<Node> Parts(Node node) => node.Parts.SelectMany(Parts).Prepend(node);
}

using CreditScoring.Law.Language.Binding;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Running;

/// <summary>
/// The tree of parts that people read, drawn once for a text; each evaluation only fills in the values.
/// </summary>
internal sealed class Outline
{
    private readonly string text;
    private readonly int start;
    private readonly int id;
    private readonly Outline[] parts;

    /// <summary>
    /// The texts of literal parts: a literal is read as what stands beside it when it is bound, not
    /// when it runs. Null: the parts are read as they ran.
    /// </summary>
    private readonly string?[]? literals;

    private Outline(string whole, Node node, IReadOnlySet<int> shown)
    {
        text = whole[node.Start..node.End];
        start = node.Start;
        id = node.Id;
        parts = [.. Inside(node, shown).Select(part => new Outline(whole, part, shown))];
        literals = node is BinaryNode or InNode
            ? [.. parts.Select(part => LiteralAt(node, part.start))]
            : null;
    }

    public static Outline Of(Draft draft, IReadOnlySet<int> shown) => new(draft.Text.Text, draft.Root, shown);

    public Reading Filled(Trace trace)
    {
        var evaluated = trace.Evaluated(id);
        var readings = parts.Length == 0 ? [] : new Reading[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            readings[i] = evaluated && literals?[i] is { } literal && !trace.Evaluated(parts[i].id)
                ? new Reading(parts[i].text, parts[i].start, true, literal, [])
                : parts[i].Filled(trace);
        }

        return new Reading(text, start, evaluated, trace.Value(id), readings);
    }

    private static string? LiteralAt(Node node, int start) =>
        node.Parts.FirstOrDefault(each => each.Start == start) is LiteralNode { Value: string text }
            ? text
            : null;

    /// <summary>The parts with a value; of those without one, their parts.</summary>
    private static IEnumerable<Node> Inside(Node node, IReadOnlySet<int> shown) => IsWay(node) ? []
        : node.Parts.SelectMany(part => shown.Contains(part.Id) ? [part] : Inside(part, shown));

    /// <summary>
    /// A variable, or a member of one, is read whole: <c>happened.actsOn.kind</c>.
    /// </summary>
    private static bool IsWay(Node node) =>
        node is NameNode || (node is MemberNode member && IsWay(member.Target));
}

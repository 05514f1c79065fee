using CreditScoring.Documents;
using CreditScoring.Law.Language.Binding;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Running;

/// <summary>What one part of a text was bound to.</summary>
/// <param name="Type">Its type, with all that is known there.</param>
/// <param name="Items">The items of the aggregates around it, outermost first.</param>
internal sealed record BoundPart(RuleType Type, IReadOnlyList<Frame> Items);

/// <summary>
/// The parts of a text with their types, also of one that has flaws: for who is writing it.
/// </summary>
internal sealed class BoundParts : IBindingListener
{
    private readonly Dictionary<Node, BoundPart> parts = [];

    private BoundParts(Node root) => Root = root;

    public Node Root { get; }

    /// <summary>The parts of a text; null: it cannot even be parsed.</summary>
    /// <param name="given">A condition that holds wherever it is evaluated; null: none does.</param>
    public static BoundParts? Of(string text, Scope scope, Formula? given)
    {
        var written = RuleText.Bare(text);
        if (Draft.Of(written, scope, given, []) is not { } draft)
        {
            return null;
        }

        var found = new BoundParts(draft.Root);
        try
        {
            draft.Bind(new Faults(written), listener: found);
        }
        catch (Exception thrown) when (Refusal.Is(thrown))
        {
            // What was bound up to there is known.
        }

        return found;
    }

    /// <summary>What a part was bound to; null: it was not reached.</summary>
    public BoundPart? this[Node node] => parts.GetValueOrDefault(node);

    /// <summary>The parts around an offset, from the whole down to the innermost.</summary>
    public IReadOnlyList<Node> Around(int offset)
    {
        var around = new List<Node>();
        for (var next = In(Root, offset) ? Root : null; next is not null;
            next = next.Parts.FirstOrDefault(part => In(part, offset)))
        {
            around.Add(next);
        }

        return around;
    }

    void IBindingListener.Bound(Node node, BoundNode piece, BindingContext context) =>
        parts[node] = new BoundPart(piece.Type, [.. context.Frames]);

    private static bool In(Node node, int offset) => node.Start <= offset && offset < node.End;
}

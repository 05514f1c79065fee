using CreditScoring.Law.Expressions.Library;
using CreditScoring.Law.Expressions.Parsing;

namespace CreditScoring.Law.Expressions.Binding;

/// <summary>
/// What stands bare in an aggregate belongs to the item where nothing else has the name: <c>Length</c>
/// is <c>it.Length</c>, <c>Count() > 1</c> of a group is <c>it.Count() > 1</c>.
/// </summary>
internal sealed partial class Binder
{
    private RuleType? BareItem => frames.Count > 0 && frames[^1].Name is null ? frames[^1].Type : null;

    /// <summary>The item's own property; null: it has none of the name.</summary>
    private Piece? PropertyOfItem(NameNode node) => BareItem is { } item
        && (Methods.Property(item.Present(), node.Name) is not null
            || (item.Key is not null && node.Name.Equals("Key", StringComparison.OrdinalIgnoreCase)))
        ? Bind(new MemberNode(Item(node), Named(node.Name, node.Start)) { Id = node.Id }) : null;

    /// <summary>The item's own method; null: it has none of the name.</summary>
    private Piece? MethodOfItem(CallNode node) => BareItem is { } item
        && (item.Shape == Shape.List ? ListForms.ContainsKey(node.Name)
            : Methods.Of(item.Present(), node.Name).Any(form => !form.IsProperty))
        ? Bind(new CallNode(Item(node), Named(node.Name, node.NameStart), node.Arguments, node.End) { Id = node.Id })
        : null;

    private static NameNode Item(Node node) => new(Named("it", node.Start)) { Id = node.Id };

    private static Token Named(string name, int start) => new(TokenKind.Name, name, start, start + name.Length);
}

using CreditScoring.Documents;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// Names: of lambdas, of the scope, and what stands bare inside an aggregate and belongs to its item.
/// </summary>
internal sealed class NameBinder(Binder binder, BindingContext context)
{
    public BoundNode Name(NameNode node)
    {
        if (OfLambda(node) is { } item)
        {
            return item;
        }

        var bare = context.Innermost is { Name: null } ? context.Innermost : null;
        var member = bare is null ? null : MemberCalled(bare.Type, node.Name);
        if (context.Scope.Variables.TryGetValue(node.Name, out var variable))
        {
            return member is null ? Of(node, variable) : Hidden(node);
        }

        if (bare is not null && member is not null)
        {
            return binder.Members.RecordMember(node.Start, node.Name, Of(bare));
        }

        if (PropertyOfItem(node) is { } property)
        {
            return property;
        }

        return context.Innermost is { Name: { } named } frame
            && MemberCalled(frame.Type, node.Name) is { } name
            ? Bare(node, $"{named}.{name}")
            : Reflective.Contains(node.Name) ? context.Faults.NotAllowed(node, node.Name, new Wording(
                "只用此处列出的名称", "use only the names in scope"))
            : context.Scope.Flawed.Contains(node.Name) ? context.Faults.Follow()
            : context.Faults.Unknown("unknown-name", node.Start, node.Name, NamesHere());
    }

    /// <summary>
    /// Bare members are for conditions without a parameter; here it is unclear whose.
    /// </summary>
    private BoundNode Bare(NameNode node, string meant) => context.Faults.Add(
        "unknown-name", node,
        new Wording($"没有“{node.Name}”", $"there is no '{node.Name}'"),
        new Wording($"写“{meant}”", $"write '{meant}'"));

    private BoundNode? OfLambda(NameNode node)
    {
        for (var i = context.Frames.Count - 1; i >= 0; i--)
        {
            var frame = context.Frames[i];
            if (frame.Name is not null
                && frame.Name.Equals(node.Name, StringComparison.OrdinalIgnoreCase))
            {
                context.Faults.CaseDiffers(node.Start, node.Name, frame.Name);
                return Of(frame);
            }
        }

        return context.Innermost is { } innermost
            && node.Name.Equals("it", StringComparison.OrdinalIgnoreCase)
            ? Of(innermost) : null;
    }

    private BoundNode Of(Frame frame) =>
        new(context.Known.Narrow(frame.Path, frame.Type), frame.Item) { Path = frame.Path };

    private BoundNode Of(NameNode node, Variable variable)
    {
        context.Faults.CaseDiffers(node.Start, node.Name, variable.Name);
        context.NoteRead(node, variable.Name);
        var type = context.Known.Narrow(variable.Name, variable.Type);
        return variable.Name == "day" && type == RuleType.Date
            ? binder.Days.OfChain(type, DayChain.Of(variable.Read(context.Scene)))
            : new BoundNode(type, variable.Read(context.Scene))
            {
                Path = variable.Name, Bounded = variable.ReadBounded?.Invoke(context.Scene),
            };
    }

    private BoundNode Hidden(NameNode node) => context.Faults.Add(
        "name-hidden", node,
        new Wording(
            $"“{node.Name}”既是此处可用的名称，又是列表项的成员",
            $"'{node.Name}' is a name in scope and a member of the item: which is meant?"),
        new Wording(
            $"写 x => ... x.{node.Name} ...，或 it.{node.Name}",
            $"write x => ... x.{node.Name} ..., or it.{node.Name}"));

    private IEnumerable<string> NamesHere() => context.Scope.Variables.Keys
        .Concat(context.Scope.Functions.Keys)
        .Concat(context.Frames.Select(frame => frame.Name ?? "it"))
        .Concat(context.Innermost?.Type.Record?.MemberNames ?? []);

    public static string? MemberCalled(RuleType type, string name)
    {
        if (type.Record is not { } record || record.Find(name) is not null)
        {
            return type.Record is null ? null : name;
        }

        foreach (var declared in record.MemberNames)
        {
            if (declared.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return declared;
            }
        }

        return null;
    }

    private RuleType? BareItem => context.Innermost is { Name: null } item ? item.Type : null;

    /// <summary>The item's own property; null: it has none of the name.</summary>
    private BoundNode? PropertyOfItem(NameNode node) => BareItem is { } item
        && (Methods.Property(item.Present(), node.Name) is not null
            || (item.Key is not null && node.Name.Equals("Key", StringComparison.OrdinalIgnoreCase)))
        ? binder.Bind(new MemberNode(Item(node), Named(node.Name, node.Start)) { Id = node.Id }) : null;

    /// <summary>The item's own method; null: it has none of the name.</summary>
    public BoundNode? MethodOfItem(CallNode node) => BareItem is { } item
        && (item.Shape == Shape.List ? ListBinder.Forms.ContainsKey(node.Name)
            : Methods.Of(item.Present(), node.Name).Any(form => !form.IsProperty))
        ? binder.Bind(new CallNode(
            Item(node), Named(node.Name, node.NameStart), node.Arguments, node.End) { Id = node.Id })
        : null;

    private static NameNode Item(Node node) => new(Named("it", node.Start)) { Id = node.Id };

    private static Token Named(string name, int start) =>
        new(TokenKind.Name, name, start, start + name.Length);
}

using CreditScoring.Documents;
using CreditScoring.Law.Expressions.Days;
using CreditScoring.Law.Expressions.Parsing;

namespace CreditScoring.Law.Expressions.Binding;

/// <summary>Names: of lambdas, of the scope, and the bare members of an aggregate's item.</summary>
internal sealed partial class Binder
{
    private Piece Name(NameNode node)
    {
        if (OfLambda(node) is { } item)
        {
            return item;
        }

        var bare = frames.Count > 0 && frames[^1].Name is null ? frames[^1] : null;
        var member = bare is null ? null : MemberCalled(bare.Type, node.Name);
        if (scope.Variables.TryGetValue(node.Name, out var variable))
        {
            return member is null ? Of(node, variable) : Hidden(node);
        }

        if (bare is not null && member is not null)
        {
            return RecordMember(node.Start, node.Name, Of(bare));
        }

        if (PropertyOfItem(node) is { } property)
        {
            return property;
        }

        return frames.Count > 0 && frames[^1] is { Name: { } named } frame
            && MemberCalled(frame.Type, node.Name) is { } name
            ? Bare(node, $"{named}.{name}")
            : Reflective.Contains(node.Name) ? faults.NotAllowed(node, node.Name, new Wording(
                "只用此处列出的名称", "use only the names in scope"))
            : faults.Unknown("unknown-name", node.Start, node.Name, NamesHere());
    }

    /// <summary>
    /// Bare members are for conditions without a parameter; here it is unclear whose.
    /// </summary>
    private Piece Bare(NameNode node, string meant) => faults.Add(
        "unknown-name", node,
        new Wording($"没有“{node.Name}”", $"there is no '{node.Name}'"),
        new Wording($"写“{meant}”", $"write '{meant}'"));

    private Piece? OfLambda(NameNode node)
    {
        for (var i = frames.Count - 1; i >= 0; i--)
        {
            var frame = frames[i];
            if (frame.Name is not null
                && frame.Name.Equals(node.Name, StringComparison.OrdinalIgnoreCase))
            {
                faults.CaseDiffers(node.Start, node.Name, frame.Name);
                return Of(frame);
            }
        }

        return frames.Count > 0 && node.Name.Equals("it", StringComparison.OrdinalIgnoreCase)
            ? Of(frames[^1]) : null;
    }

    private Piece Of(Frame frame) =>
        new(known.Narrow(frame.Path, frame.Type), frame.Item) { Path = frame.Path };

    private Piece Of(NameNode node, Variable variable)
    {
        faults.CaseDiffers(node.Start, node.Name, variable.Name);
        names.Add(variable.Name);
        var type = known.Narrow(variable.Name, variable.Type);
        return variable.Name == "day" && type == RuleType.Date
            ? OfChain(type, DayChain.Of(variable.Read(scene)))
            : new Piece(type, variable.Read(scene)) { Path = variable.Name };
    }

    private Piece Hidden(NameNode node) => faults.Add(
        "name-hidden", node,
        new Wording(
            $"“{node.Name}”既是此处可用的名称，又是列表项的成员",
            $"'{node.Name}' is a name in scope and a member of the item: which is meant?"),
        new Wording(
            $"写 x => ... x.{node.Name} ...，或 it.{node.Name}",
            $"write x => ... x.{node.Name} ..., or it.{node.Name}"));

    private IEnumerable<string> NamesHere() => scope.Variables.Keys
        .Concat(scope.Functions.Keys)
        .Concat(frames.Select(frame => frame.Name ?? "it"))
        .Concat(frames.Count == 0 ? [] : frames[^1].Type.Record?.MemberNames ?? []);

    private static string? MemberCalled(RuleType type, string name)
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
}

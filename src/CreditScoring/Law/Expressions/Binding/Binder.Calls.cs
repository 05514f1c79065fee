using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Expressions.Library;
using CreditScoring.Law.Expressions.Parsing;

namespace CreditScoring.Law.Expressions.Binding;

/// <summary>
/// Calls: of functions, of static methods such as Math.Min, of methods of a value.
/// </summary>
internal sealed partial class Binder
{
    private Piece Call(CallNode node, bool gentle)
    {
        if (node.Target is null)
        {
            return FunctionCall(node);
        }

        if (OwnerOf(node.Target) is { } owner)
        {
            return StaticCall(node, owner);
        }

        var target = Bind(node.Target, gentle);
        return target.IsBroken ? BrokenWith(node.Arguments)
            : gentle && MayBeNull(target) ? WherePresent(target, present => CallOn(node, present))
            : CallOn(node, target);
    }

    private Piece CallOn(CallNode node, Piece target) =>
        target.Shape == Shape.List ? ListCall(node, target)
        : target.Shape == Shape.Text && IsOfLetters(node) ? ListCall(node, Letters(target))
        : target.IsWrapped ? CallOnOptional(node, target)
        : MethodCall(node, target);

    /// <summary>
    /// A text is also a list of its letters, for what texts themselves do not have.
    /// </summary>
    private static bool IsOfLetters(CallNode node) =>
        ListForms.ContainsKey(node.Name) && !Methods.Of(RuleType.Text, node.Name).Any();

    private static Piece Letters(Piece text) => new(
        RuleType.ListOf(RuleType.Text),
        Expression.Call(typeof(Texts), nameof(Texts.Letters), null, text.Code));

    private Piece CallOnOptional(CallNode node, Piece target)
    {
        if (!node.Name.Equals("GetValueOrDefault", StringComparison.OrdinalIgnoreCase))
        {
            return Methods.Of(target.Type.Present(), node.Name).Any()
                ? faults.Missing(node.Target!, target.Type)
                : UnknownMember(node.NameStart, node.Name, target);
        }

        return node.Arguments.Count == 0 ? DefaultOf(target)
            : Coalesce(node, target, Bind(node.Arguments[0]));
    }

    private Piece MethodCall(CallNode node, Piece target)
    {
        var forms = Methods.Of(target.Type, node.Name).Where(form => !form.IsProperty).ToList();
        if (forms.Count == 0)
        {
            BrokenWith(node.Arguments);
            return UnknownMember(node.NameStart, node.Name, target);
        }

        faults.CaseDiffers(node.NameStart, node.Name, forms[0].Name);
        return Apply(node, forms, [node.Target!, .. node.Arguments], [target, .. Arguments(node)]);
    }

    private Piece StaticCall(CallNode node, string owner)
    {
        var forms = Methods.OptionsOf(owner) is not null ? []
            : Methods.Static(owner, node.Name).Where(form => !form.IsProperty).ToList();
        if (forms.Count > 0)
        {
            faults.CaseDiffers(node.NameStart, node.Name, forms[0].Name);
            return Apply(node, forms, node.Arguments, Arguments(node));
        }

        BrokenWith(node.Arguments);
        return UnknownStatic(node.NameStart, owner, node.Name);
    }

    private Piece StaticMember(MemberNode node, string owner)
    {
        if (Methods.OptionsOf(owner) is { } options)
        {
            return Conversion.Read(node.Name, RuleType.OptionOf(options))
                ?? faults.Unknown(
                    "unknown-name", node.NameStart, node.Name, Enum.GetNames(options));
        }

        var property = Methods.Static(owner, node.Name).FirstOrDefault(form => form.IsProperty);
        return property is null ? UnknownStatic(node.NameStart, owner, node.Name)
            : Emit(property, []);
    }

    private Piece UnknownStatic(int offset, string owner, string name) => Reflective.Contains(name)
        ? faults.Add(
            "not-allowed", offset,
            new Wording($"规则里不允许“{owner}.{name}”", $"'{owner}.{name}' is not allowed in rules"),
            new Wording("当日写 day", "the day is called day"))
        : faults.Unknown(
            "unknown-name", offset, name,
            Methods.OptionsOf(owner) is null ? Methods.NamesOf(owner) : []);

    /// <summary>Math, DateTime and the like, where no name of the scope hides them.</summary>
    private string? OwnerOf(Node target) =>
        target is NameNode name && !scope.Variables.ContainsKey(name.Name)
            && !frames.Exists(
                frame => name.Name.Equals(frame.Name, StringComparison.OrdinalIgnoreCase))
            ? Methods.Owner(name.Name) ?? (Methods.OptionsOf(name.Name) is null ? null : name.Name)
            : null;

    private List<Piece> Arguments(CallNode node) => [.. node.Arguments.Select(part => Bind(part))];

    /// <summary>Binds parts for their flaws only.</summary>
    private Piece BrokenWith(IEnumerable<Node> parts)
    {
        foreach (var part in parts)
        {
            if (part is not LambdaNode)
            {
                Bind(part);
            }
        }

        return Piece.Broken;
    }
}

using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// Calls: of functions (iif, np, isnull, those of the scope and of the library), of static methods such as
/// Math.Min, of methods of a value.
/// </summary>
internal sealed class CallBinder(Binder binder, BindingContext context)
{
    public BoundNode Call(CallNode node, bool gentle)
    {
        if (node.Target is null)
        {
            return FunctionCall(node);
        }

        if (OwnerOf(node.Target) is { } owner)
        {
            return StaticCall(node, owner);
        }

        var target = binder.Bind(node.Target, gentle);
        return target.IsBroken ? binder.BrokenWith(node.Arguments)
            : gentle && MemberBinder.MayBeNull(target) ? MemberBinder.WherePresent(
                target, present => CallOn(node, present))
            : CallOn(node, target);
    }

    private BoundNode CallOn(CallNode node, BoundNode target) =>
        target.Shape == Shape.List ? binder.Lists.ListCall(node, target)
        : target.Shape == Shape.Text && IsOfLetters(node) ? binder.Lists.ListCall(node, Letters(target))
        : target.IsWrapped ? CallOnOptional(node, target)
        : MethodCall(node, target);

    /// <summary>
    /// A text is also a list of its letters, for what texts themselves do not have.
    /// </summary>
    private static bool IsOfLetters(CallNode node) =>
        ListBinder.Forms.ContainsKey(node.Name) && !Methods.Of(RuleType.Text, node.Name).Any();

    private static BoundNode Letters(BoundNode text) => new(
        RuleType.ListOf(RuleType.Text),
        Expression.Call(typeof(Texts), nameof(Texts.Letters), null, text.Code));

    private BoundNode CallOnOptional(CallNode node, BoundNode target)
    {
        if (!node.Name.Equals("GetValueOrDefault", StringComparison.OrdinalIgnoreCase))
        {
            return Methods.Of(target.Type.Present(), node.Name).Any()
                ? context.Faults.Missing(node.Target!, target.Type)
                : binder.Members.UnknownMember(node.NameStart, node.Name, target);
        }

        return node.Arguments.Count == 0 ? ChoiceBinder.DefaultOf(target)
            : binder.Choices.Coalesce(node, target, binder.Bind(node.Arguments[0]));
    }

    private BoundNode MethodCall(CallNode node, BoundNode target)
    {
        var forms = Methods.Of(target.Type, node.Name).Where(form => !form.IsProperty).ToList();
        if (forms.Count == 0)
        {
            binder.BrokenWith(node.Arguments);
            return binder.Members.UnknownMember(node.NameStart, node.Name, target);
        }

        context.Faults.CaseDiffers(node.NameStart, node.Name, forms[0].Name);
        return binder.Forms.Apply(
            node, forms, [node.Target!, .. node.Arguments], [target, .. Arguments(node)]);
    }

    private BoundNode StaticCall(CallNode node, string owner)
    {
        var forms = Methods.OptionsOf(owner) is not null ? []
            : Methods.Static(owner, node.Name).Where(form => !form.IsProperty).ToList();
        if (forms.Count > 0)
        {
            context.Faults.CaseDiffers(node.NameStart, node.Name, forms[0].Name);
            return binder.Forms.Apply(node, forms, node.Arguments, Arguments(node));
        }

        binder.BrokenWith(node.Arguments);
        return UnknownStatic(node.NameStart, owner, node.Name);
    }

    public BoundNode StaticMember(MemberNode node, string owner)
    {
        if (Methods.OptionsOf(owner) is { } options)
        {
            return Conversion.Read(node.Name, RuleType.OptionOf(options))
                ?? context.Faults.Unknown(
                    "unknown-name", node.NameStart, node.Name, Enum.GetNames(options));
        }

        var property = Methods.Static(owner, node.Name).FirstOrDefault(form => form.IsProperty);
        return property is null ? UnknownStatic(node.NameStart, owner, node.Name)
            : binder.Forms.Emit(property, []);
    }

    private BoundNode UnknownStatic(int offset, string owner, string name) => Reflective.Contains(name)
        ? context.Faults.Add(
            "not-allowed", offset,
            new Wording($"规则里不允许“{owner}.{name}”", $"'{owner}.{name}' is not allowed in rules"),
            new Wording("当日写 day", "the day is called day"))
        : context.Faults.Unknown(
            "unknown-name", offset, name,
            Methods.OptionsOf(owner) is null ? Methods.NamesOf(owner) : []);

    /// <summary>Math, DateTime and the like, where no name of the context.Scope hides them.</summary>
    public string? OwnerOf(Node target) =>
        target is NameNode name && !context.Scope.Variables.ContainsKey(name.Name)
            && !context.Frames.Any(
                frame => name.Name.Equals(frame.Name, StringComparison.OrdinalIgnoreCase))
            ? Methods.Owner(name.Name) ?? (Methods.OptionsOf(name.Name) is null ? null : name.Name)
            : null;

    private List<BoundNode> Arguments(CallNode node) => [.. node.Arguments.Select(part => binder.Bind(part))];

    private BoundNode FunctionCall(CallNode node)
    {
        if (context.Scope.Functions.TryGetValue(node.Name, out var function))
        {
            return OfScope(node, function);
        }

        var forms = Methods.Static("", node.Name).ToList();
        return (node.Name.ToLowerInvariant(), node.Arguments.Count) switch
        {
            ("iif", 3) =>
                binder.Choices.Choice(node, node.Arguments[0], node.Arguments[1], node.Arguments[2]),
            ("np", 1) => binder.Bind(node.Arguments[0], gentle: true),
            ("np", 2) => binder.Choices.Coalesce(
                node, binder.Bind(node.Arguments[0], gentle: true), binder.Bind(node.Arguments[1])),
            ("isnull", 2) =>
                binder.Choices.Coalesce(node, binder.Bind(node.Arguments[0]), binder.Bind(node.Arguments[1])),
            _ when forms.Count > 0 => binder.Forms.Apply(node, forms, node.Arguments, Arguments(node)),
            _ => binder.Names.MethodOfItem(node) ?? UnknownFunction(node),
        };
    }

    private BoundNode UnknownFunction(CallNode node)
    {
        binder.BrokenWith(node.Arguments);
        return Reflective.Contains(node.Name)
            ? context.Faults.NotAllowed(node, node.Name, new Wording(
                "只用语言手册所列的函数", "use only functions that the language lists"))
            : context.Faults.Unknown(
                "unknown-name", node.NameStart, node.Name,
                context.Scope.Functions.Keys.Concat(Methods.NamesOf("")).Concat(["iif", "np", "isnull"]));
    }

    private BoundNode OfScope(CallNode node, Function function)
    {
        context.NoteCall(function);
        context.Faults.CaseDiffers(node.NameStart, node.Name, function.Name);
        var arguments = Arguments(node);
        if (arguments.Exists(argument => argument.IsBroken))
        {
            return BoundNode.Broken;
        }

        var call = function.Bind(context.Scene, [.. arguments.Select(AsArgument)]);
        if (call.Flaw is not null)
        {
            return context.Faults.Add(call.Flaw, node);
        }

        if (call.Code is null)
        {
            return context.Faults.Follow();
        }

        var held = arguments.SelectMany(argument => argument.Chain?.Held ?? []);
        return new BoundNode(call.Type!, DayBinder.Holding(held, call.Code!))
        {
            Bounded = call.Bounded is null ? null : DayBinder.Holding(held, call.Bounded),
        };
    }

    private static Argument AsArgument(BoundNode piece) =>
        new(piece.IsNull ? RuleType.Text.OrMissing() : piece.Type, piece.Code, piece.Literal)
        {
            Chain = piece.Shape is Shape.Date or Shape.Integer ? piece.Chain : null,
        };
}

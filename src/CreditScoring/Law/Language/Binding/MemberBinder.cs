using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>What follows a point: members of records, properties of values, .Value.</summary>
internal sealed class MemberBinder(Binder binder, BindingContext context)
{
    public BoundNode Member(MemberNode node, bool gentle)
    {
        if (binder.Calls.OwnerOf(node.Target) is { } owner)
        {
            return binder.Calls.StaticMember(node, owner);
        }

        var target = binder.Bind(node.Target, gentle);
        return target.IsBroken ? target
            : gentle && MayBeNull(target) ? Gently(node, target)
            : MemberOf(node, target);
    }

    private BoundNode MemberOf(MemberNode node, BoundNode target) =>
        target.Shape == Shape.Record ? RecordMember(node.NameStart, node.Name, target)
        : target.IsWrapped ? MemberOfOptional(node, target)
        : target.MayAskValue && IsValue(node.Name) ? target
        : target.MayAskValue && IsHasValue(node.Name) ? BoundNode.Of(true)
        : Property(node, target);

    /// <summary>Inside np(): the member where there is a value, else missing.</summary>
    private BoundNode Gently(MemberNode node, BoundNode target) =>
        target.IsWrapped && IsValue(node.Name) ? target
        : target.IsWrapped && IsHasValue(node.Name) ? MemberOf(node, target)
        : WherePresent(target, present => MemberOf(node, present));

    public static bool MayBeNull(BoundNode piece) =>
        piece.IsWrapped || (!piece.IsNull && !piece.Type.Clr.IsValueType);

    public static BoundNode WherePresent(BoundNode target, Func<BoundNode, BoundNode> read)
    {
        var held = Expression.Variable(target.Type.Clr);
        Expression value = target.IsWrapped ? Expression.Property(held, "Value") : held;
        var inner = read(new BoundNode(target.Type.Present(), value) { Path = target.Path });
        if (inner.IsBroken)
        {
            return inner;
        }

        var type = inner.Type.OrMissing();
        return new BoundNode(type, WhereNotNull(held, target.Code, inner.Code, type.Clr));
    }

    private static BlockExpression WhereNotNull(
        ParameterExpression held, Expression target, Expression inner, Type clr) =>
        Expression.Block(
            clr, [held],
            Expression.Assign(held, target),
            Expression.Condition(
                Expression.Equal(held, Expression.Constant(null, held.Type)),
                Expression.Default(clr),
                inner.Type == clr ? inner : Expression.Convert(inner, clr)));

    public BoundNode RecordMember(int offset, string written, BoundNode target)
    {
        var record = target.Type.Record!;
        if (record.IsClosed(written))
        {
            return context.Faults.Add("personal-field", offset,
                new Wording(
                    $"“{written}”是个人信息，规则不得读取", $"'{written}' is personal data, which no rule reads"),
                new Wording("据案件本身的字段判断", "judge by what was done, not by who it was"));
        }

        if (NameBinder.MemberCalled(target.Type, written) is not { } name
            || record.Find(name) is not { } member)
        {
            return context.Faults.Unknown("unknown-field", offset, written, record.MemberNames);
        }

        context.Faults.CaseDiffers(offset, written, name);
        var type = target.Type.Optional ? member.Type.OrMissing() : member.Type;
        var path = target.Path is null ? null : $"{target.Path}.{name}";
        var narrowed = path is null ? type : context.Known.Narrow(path, type);
        return new BoundNode(narrowed, Read(target, member.Read, type.Clr))
        {
            Bounded = member.ReadBounded is { } bounded ? Read(target, bounded, typeof(BoundedDay)) : null,
            Path = path,
            ReadFrom = target.Path is null ? null : (target.Path, name),
            IsDeclaredWhole = type.Shape == Shape.Integer,
            MayAskValue = !type.Optional && target.Type.Wide?.Find(name)?.Type.Optional == true,
        };
    }

    private static Expression Read(BoundNode target, Func<Expression, Expression> read, Type clr)
    {
        if (!target.Type.Optional)
        {
            return read(target.Code);
        }

        var held = Expression.Variable(target.Type.Clr);
        return WhereNotNull(held, target.Code, read(held), clr);
    }

    private BoundNode MemberOfOptional(MemberNode node, BoundNode target)
    {
        if (IsValue(node.Name))
        {
            return new BoundNode(target.Type.Present(), Expression.Property(target.Code, "Value"))
            {
                Bounded = target.Bounded is null ? null
                    : Expression.Call(target.Bounded, nameof(BoundedDay.Present), null),
            };
        }

        if (IsHasValue(node.Name))
        {
            return new BoundNode(RuleType.Boolean, Expression.Property(target.Code, "HasValue"));
        }

        return Methods.Property(target.Type.Present(), node.Name) is null
            ? UnknownMember(node.NameStart, node.Name, target)
            : context.Faults.Missing(node.Target, target.Type);
    }

    private BoundNode Property(MemberNode node, BoundNode target)
    {
        if (target.Shape == Shape.List)
        {
            return binder.Itemwise.ListProperty(node, target);
        }

        if (Methods.Property(target.Type, node.Name) is not { } property)
        {
            return UnknownMember(node.NameStart, node.Name, target);
        }

        context.Faults.CaseDiffers(node.NameStart, node.Name, property.Name);
        return binder.Forms.Emit(property, [target]);
    }

    public BoundNode UnknownMember(int offset, string name, BoundNode target) =>
        Reflective.Contains(name)
            ? context.Faults.Add(
                "not-allowed", offset,
                new Wording($"规则里不允许“{name}”", $"'{name}' is not allowed in rules"),
                new Wording("只用语言手册所列的成员", "use only members that the language lists"))
            : context.Faults.Unknown("unknown-field", offset, name, Methods.NamesOf(target.Type));

    private static bool IsValue(string name) =>
        name.Equals("Value", StringComparison.OrdinalIgnoreCase);

    private static bool IsHasValue(string name) =>
        name.Equals("HasValue", StringComparison.OrdinalIgnoreCase);
}

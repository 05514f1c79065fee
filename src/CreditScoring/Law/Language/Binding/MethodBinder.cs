using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>Choosing among the forms of a method, and the code of the one chosen.</summary>
internal sealed class MethodBinder(Binder binder, BindingContext context)
{
    public BoundNode Apply(
        Node node, List<Method> forms, IReadOnlyList<Node> parts, IReadOnlyList<BoundNode> operands)
    {
        if (operands.Any(operand => operand.IsBroken))
        {
            return BoundNode.Broken;
        }

        var form = forms.Find(each => Takes(each, operands, loosely: false))
            ?? forms.Find(each => Takes(each, operands, loosely: true));
        if (form is null)
        {
            return NoForm(node, forms, operands);
        }

        for (var i = 0; i < operands.Count && !form.Lifts; i++)
        {
            if (operands[i].IsWrapped)
            {
                return context.Faults.Missing(parts[i], operands[i].Type);
            }
        }

        return Emit(form, operands);
    }

    private BoundNode NoForm(Node node, List<Method> forms, IReadOnlyList<BoundNode> operands)
    {
        var given = string.Join(", ", operands.Select(operand => Words.En(operand.Type)));
        var givenZh = string.Join("、", operands.Select(operand => Words.Zh(operand.Type)));
        return context.Faults.Mismatch(
            node, $"“{forms[0].Name}”不接受（{givenZh}）",
            $"'{forms[0].Name}' does not take ({given})");
    }

    private static bool Takes(Method form, IReadOnlyList<BoundNode> operands, bool loosely)
    {
        if (form.Operands.Count != operands.Count)
        {
            return false;
        }

        for (var i = 0; i < operands.Count; i++)
        {
            if (!Takes(form.Operands[i], operands[i], loosely))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Takes(RuleType type, BoundNode operand, bool loosely) =>
        Conversion.To(operand, type.OrMissing().Clr) is not null
        || (loosely && operand.Shape == Shape.Number && type.Shape == Shape.Integer)
        || (loosely && operand.Literal is string text && type.Shape == Shape.Date
            && Conversion.Read(text, type) is not null);

    public BoundNode Emit(Method form, IReadOnlyList<BoundNode> operands)
    {
        if (form.Undo is not null && operands[form.ChainAt].Chain is not null)
        {
            return binder.Days.Step(form, operands);
        }

        if (form.Turns is not null && operands[0].Chain is { } chain)
        {
            return new BoundNode(
                form.Result, binder.Days.Noted(chain, form.EmitTurn, value => form.Emit(value)));
        }

        if (!operands.Any(operand => operand.IsWrapped))
        {
            return new BoundNode(form.Result, form.Emit(
                [.. operands.Select((each, i) => Operand(each, form.Operands[i]))]))
            {
                Bounded = Moved(form, operands),
            };
        }

        return Lifted(form, operands);
    }

    /// <summary>A step from a day that may lie beyond the calendar takes its bound along.</summary>
    private static BlockExpression? Moved(Method form, IReadOnlyList<BoundNode> operands)
    {
        if (form.Undo is null || form.Result.Shape != Shape.Date
            || operands[form.ChainAt].Bounded is not { } bounded)
        {
            return null;
        }

        var held = Expression.Variable(typeof(BoundedDay));
        var step = form.Emit([.. operands.Select((each, i) => i == form.ChainAt
            ? Expression.Property(held, nameof(BoundedDay.Earliest)) : Operand(each, form.Operands[i]))]);
        return Expression.Block(
            [held],
            Expression.Assign(held, bounded),
            Expression.Call(held, nameof(BoundedDay.MovedTo), null, step));
    }

    public static Expression Operand(BoundNode piece, RuleType type) =>
        Conversion.To(piece, type.Clr)
        ?? (piece.Literal is string text ? Conversion.Read(text, type)!.Code
            : Expression.Call(typeof(Numbers), nameof(Numbers.Whole), null, piece.Code));

    /// <summary>The result where all operands have a value, else missing.</summary>
    private static BoundNode Lifted(Method form, IReadOnlyList<BoundNode> operands)
    {
        var held = operands.Select(each => Expression.Variable(each.Type.Clr)).ToList();
        var present = operands.Select((each, i) => each.IsWrapped
            ? new BoundNode(each.Type.Present(), Expression.Property(held[i], "Value"))
            : new BoundNode(each.Type, held[i]));
        var type = form.Result.OrMissing();
        var code = form.Emit([.. present.Select((each, i) => Operand(each, form.Operands[i]))]);
        var test = held.Where(each => Nullable.GetUnderlyingType(each.Type) is not null)
            .Select(each => (Expression)Expression.Property(each, "HasValue"))
            .Aggregate(Expression.AndAlso);
        var assigned = operands.Select((each, i) => Expression.Assign(held[i], each.Code));
        return new BoundNode(type, Expression.Block(type.Clr, held, [.. assigned, Expression.Condition(
            test, Expression.Convert(code, type.Clr), Expression.Default(type.Clr))]));
    }
}

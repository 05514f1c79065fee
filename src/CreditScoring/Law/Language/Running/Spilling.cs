using System.Linq.Expressions;

namespace CreditScoring.Law.Language.Running;

/// <summary>
/// Gives every operand that may spill a variable of its own. A loop (and a try) cannot run while
/// other operands wait on the machine's stack, so the compiler of expressions first puts those aside;
/// what is asked a member by reference, as a day or a possibly missing number is, it cannot put aside
/// and refuses. Asked of a variable there is nothing to put aside, wherever the whole stands.
/// </summary>
internal sealed class Spilling : ExpressionVisitor
{
    private int loops;

    private Spilling()
    {
    }

    /// <summary>The same code, fit for every position.</summary>
    public static Expression Fit(Expression code) => new Spilling().Visit(code);

    protected override Expression VisitLoop(LoopExpression node)
    {
        loops++;
        return base.VisitLoop(node);
    }

    protected override Expression VisitTry(TryExpression node)
    {
        loops++;
        return base.VisitTry(node);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        var (before, owner) = (loops, Visit(node.Expression));
        return owner is not null && loops > before && IsAskedByReference(owner)
            ? Held(owner, node.Update) : node.Update(owner);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var before = loops;
        var owner = Visit(node.Object);
        var arguments = Visit(node.Arguments);
        return owner is not null && loops > before && IsAskedByReference(owner)
            ? Held(owner, held => node.Update(held, arguments)) : node.Update(owner, arguments);
    }

    private static bool IsAskedByReference(Expression owner) =>
        owner.Type.IsValueType && owner is not ParameterExpression;

    private static BlockExpression Held(Expression owner, Func<Expression, Expression> ask)
    {
        var held = Expression.Variable(owner.Type);
        return Expression.Block([held], Expression.Assign(held, owner), ask(held));
    }
}

using System.Linq.Expressions;
using CreditScoring.Law.Expressions.Days;
using CreditScoring.Law.Expressions.Library;

namespace CreditScoring.Law.Expressions.Binding;

/// <summary>
/// The walked day. Days on which nothing can come out differently are not walked, so whatever reads
/// the day also notes the first day on which it would read something else.
/// </summary>
internal sealed partial class Binder
{
    private static readonly Type Notes = typeof(Stability);

    /// <summary>A chain whose plain value notes the day on which that value changes.</summary>
    private Piece OfChain(RuleType type, DayChain chain) =>
        new(type, Noted(chain, Above, value => value)) { Chain = chain };

    private Expression Noted(
        DayChain chain, Func<Expression, Expression> next, Func<Expression, Expression> read)
    {
        var value = Expression.Variable(chain.Value.Type);
        return Holding(
            [.. chain.Held, value],
            Expression.Assign(value, chain.Value),
            Note(chain.FirstAt(next(value))),
            read(value));
    }

    private Piece Step(Method form, IReadOnlyList<Piece> operands)
    {
        var at = form.ChainAt;
        var others = operands.Select((each, i) => Operand(each, form.Operands[i])).ToList();
        others.RemoveAt(at);
        var chain = operands[at].Chain!.Then(
            (value, held) => form.Emit([.. held.Take(at), value, .. held.Skip(at)]),
            (reached, held) => form.EmitUndo([reached, .. held]),
            [.. others]);
        return OfChain(form.Result, chain);
    }

    private Expression Note(Expression first) =>
        Expression.Call(Notes, nameof(Stability.Note), null, scene, first);

    private static MethodCallExpression Above(Expression value) =>
        Expression.Call(Notes, nameof(Stability.Above), null, value);

    private static Expression Holding(
        IEnumerable<ParameterExpression> held, params IReadOnlyList<Expression> code)
    {
        var locals = held.ToList();
        return locals.Count == 0 && code.Count == 1 ? code[0] : Expression.Block(locals, code);
    }
}

using System.Linq.Expressions;
using System.Reflection;

namespace CreditScoring.SecondOpinion;

/// <summary>
/// Compiles what the package has parsed. .NET makes the delegate of a lambda within a text by reflection,
/// whenever it hands it on, which costs more than most texts; here each is compiled once, and what it reads
/// from around it comes in an array.
/// </summary>
internal sealed class InnerLambdas : ExpressionVisitor
{
    private static readonly MethodInfo OneItem = Named(nameof(OfOne));
    private static readonly MethodInfo TwoItems = Named(nameof(OfTwo));

    /// <param name="body">As parsed; nothing in it assigns to a variable from around a lambda.</param>
    /// <param name="names">What it reads, in the order in which values will be given.</param>
    public static Func<object?[], T> Compile<T>(Expression body, IReadOnlyList<ParameterExpression> names)
    {
        var given = Expression.Parameter(typeof(object[]));
        var assigned = names.Select(
            Expression (name, place) => Expression.Assign(name, At(given, place, name)));
        return Expression.Lambda<Func<object?[], T>>(
            Expression.Block(names, [.. assigned, new InnerLambdas().Visit(body)]), given).Compile();
    }

    /// <summary>A tree that is handed on as such stays one.</summary>
    protected override Expression VisitUnary(UnaryExpression node) =>
        node.NodeType == ExpressionType.Quote ? node : base.VisitUnary(node);

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        var items = node.Parameters;
        var binder = items.Count == 1 ? OneItem : items.Count == 2 ? TwoItems : null;
        if (binder is null || node.ReturnType == typeof(void))
        {
            return base.VisitLambda(node);
        }

        var around = Expression.Parameter(typeof(object[]));
        var read = FreeNames.Of(node);
        var body = new Renamed(around, read).Visit(Visit(node.Body));
        Type[] types = [.. items.Select(each => each.Type), node.ReturnType];
        var inner = Expression.Lambda(
            Expression.GetFuncType([around.Type, .. types]), body, [around, .. items]).Compile();
        var bind = binder.MakeGenericMethod(types);
        return read.Count == 0
            ? Expression.Constant(bind.Invoke(null, [inner, Array.Empty<object?>()]), node.Type)
            : Expression.Call(bind, Expression.Constant(inner), Expression.NewArrayInit(
                typeof(object), read.Select(each => Expression.Convert(each, typeof(object)))));
    }

    private static Func<TItem, T> OfOne<TItem, T>(Func<object?[], TItem, T> inner, object?[] around) =>
        item => inner(around, item);

    private static Func<TItem, TOther, T> OfTwo<TItem, TOther, T>(
        Func<object?[], TItem, TOther, T> inner, object?[] around) =>
        (item, other) => inner(around, item, other);

    private static UnaryExpression At(Expression values, int place, ParameterExpression name) =>
        Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(place)), name.Type);

    private static MethodInfo Named(string method) =>
        typeof(InnerLambdas).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Reads from an array what stood in names.</summary>
    private sealed class Renamed(Expression around, List<ParameterExpression> names) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            names.IndexOf(node) is >= 0 and var place ? At(around, place, node) : node;
    }

    /// <summary>The names that a lambda reads and does not declare.</summary>
    private sealed class FreeNames : ExpressionVisitor
    {
        private readonly List<ParameterExpression> read = [];
        private readonly HashSet<ParameterExpression> declared = [];

        public static List<ParameterExpression> Of(LambdaExpression lambda)
        {
            var names = new FreeNames();
            names.Visit(lambda);
            return [.. names.read.Distinct().Where(each => !names.declared.Contains(each))];
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            read.Add(node);
            return node;
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            declared.UnionWith(node.Parameters);
            return base.VisitLambda(node);
        }

        protected override Expression VisitBlock(BlockExpression node)
        {
            declared.UnionWith(node.Variables);
            return base.VisitBlock(node);
        }
    }
}

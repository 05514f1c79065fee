using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Tables;

/// <summary><c>lookup("table", key ..., number).column</c></summary>
/// <param name="unread">Names of tables that are there and flawed; null: none is.</param>
public sealed class Lookup(
    IReadOnlyDictionary<string, LawTable> tables, IReadOnlyCollection<string>? unread = null)
    : Function("lookup")
{
    /// <summary>A dated row is another law on another day.</summary>
    public override bool ReadsTheMoment { get; } = tables.Values.Any(
        table => table.Rows.Any(row => row.From is not null || row.Until is not null));

    public override Call Bind(Expression evaluation, IReadOnlyList<Argument> arguments)
    {
        if (arguments.Count == 0 || arguments[0].Literal is not string name)
        {
            return Call.Wrong(
                "type-mismatch",
                new Wording("lookup 的第一个参数应为表名", "the first argument of lookup is the name of a table"),
                new Wording("写 lookup(\"表名\", 键)", "write lookup(\"table\", key)"));
        }

        if (!tables.TryGetValue(name, out var table))
        {
            if (unread?.Contains(name) == true)
            {
                return Call.Following;
            }

            var meant = NearMiss.Of(name, tables.Keys);
            return Call.Wrong(
                "unknown-table",
                new Wording($"没有表 \"{name}\"", $"there is no table \"{name}\""),
                meant is null
                    ? new Wording("在 tables/ 里建立它", "add it under tables/")
                    : new Wording($"是否想写 \"{meant}\"？", $"did you mean \"{meant}\"?"));
        }

        var wanted = table.Key.Count + (table.Banded ? 1 : 0);
        return arguments.Count - 1 == wanted
            ? Call.Of(RuleType.Of(new TableShape(table)), Code(table, evaluation, arguments))
            : Call.Wrong(
                "type-mismatch",
                new Wording(
                    $"表 \"{name}\" 要 {wanted} 个查询值（{Keys(table)}）",
                    $"the table \"{name}\" takes {wanted} values ({Keys(table)})"),
                new Wording("补齐或删去参数", "give exactly these"));
    }

    private static string Keys(LawTable table) =>
        string.Join(", ", table.Banded ? table.Key.Append("number") : table.Key);

    private static MethodCallExpression Code(
        LawTable table, Expression evaluation, IReadOnlyList<Argument> arguments)
    {
        var keys = arguments.Skip(1).Take(table.Key.Count).Select(each => AsKey(each));
        Expression number = table.Banded
            ? Expression.Convert(arguments[^1].Code, typeof(decimal?))
            : Expression.Constant(null, typeof(decimal?));
        return Expression.Call(
            Expression.Constant(table), nameof(LawTable.Find), null,
            Expression.Convert(evaluation, typeof(Evaluation)),
            Expression.NewArrayInit(typeof(object), keys), number);
    }

    /// <summary>Integers find rows written as decimals.</summary>
    private static UnaryExpression AsKey(Argument argument) => Expression.Convert(
        argument.Type.Shape == Shape.Integer
            ? Expression.Convert(argument.Code, argument.Type.Optional ? typeof(decimal?) : typeof(decimal))
            : argument.Code,
        typeof(object));
}

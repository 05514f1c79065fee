using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Workbench.Reasoning;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>unknown-key: a lookup by a word that no row of the table has can never be judged.</summary>
internal static class Lookups
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        var tables = pack.Tables.DistinctBy(table => table.Name).ToDictionary(table => table.Name);
        return pack.Texts().SelectMany(text => text.Parts().OfType<CallNode>()
            .Where(call => Table(call) is { } name && tables.ContainsKey(name))
            .SelectMany(call => Check(text, call, tables[Table(call)!])));
    }

    /// <summary>The table of a lookup; null: the call is another, or names none.</summary>
    public static string? Table(CallNode call) =>
        call is { Target: null, Arguments: [LiteralNode { Value: string table }, ..] }
        && call.Name.Equals("lookup", StringComparison.OrdinalIgnoreCase) ? table : null;

    /// <summary>The event field by whose number a table is looked up, and the rule that does it.</summary>
    public static IEnumerable<(WrittenRule Rule, string Field)> FieldsBanding(
        WrittenPack pack, string table) =>
        from rule in pack.Rules
        from text in rule.Texts()
        from call in text.Parts().OfType<CallNode>()
        where Table(call) == table && call.Arguments.Count > 1
        let field = Field(call.Arguments[^1])
        where field is not null
        select (rule, field);

    /// <summary>An event with a number that a table has no row for.</summary>
    public static string? Example(WrittenPack pack, string table, decimal number)
    {
        var reasoner = new PackReasoning(pack).Reasoner;
        return FieldsBanding(pack, table).Select(each => CounterExample.Json(
            reasoner.Holds(each.Rule).And(Constraints.Of(
                $"happened.{each.Field.ToLowerInvariant()}",
                Domain.Present with { Low = number, High = number })),
            pack.Catalogue, new DateOnly(2024, 1, 1))).OfType<string>().FirstOrDefault();
    }

    /// <summary>happened.fine, or happened.fine ?? 0.</summary>
    private static string? Field(Node node) => node switch
    {
        BinaryNode { Operator: Operator.Coalesce } either => Field(either.Left),
        MemberNode { Name: "Value" } value => Field(value.Target),
        MemberNode { Target: NameNode { Name: "happened" } } field => field.Name,
        _ => null,
    };

    private static IEnumerable<Flaw> Check(WrittenText text, CallNode call, WrittenTable table)
    {
        for (var i = 0; i < table.Key.Count && i + 1 < call.Arguments.Count; i++)
        {
            if (call.Arguments[i + 1] is not LiteralNode { Value: string word } literal)
            {
                continue;
            }

            var known = table.Rows.Select(row => row[table.Key[i]]?.Text).OfType<string>().Distinct()
                .ToArray();
            if (!known.Contains(word))
            {
                yield return Unknown(text.At(literal), table, word, NearMiss.Of(word, known));
            }
        }
    }

    private static Flaw Unknown(Place place, WrittenTable table, string word, string? near) => new(
        "unknown-key", place,
        new Wording(
            $"表 \"{table.Name}\" 中没有 \"{word}\"", $"the table \"{table.Name}\" has no row for \"{word}\""),
        near is null
            ? new Wording("在表中补上这一行", "add the row")
            : new Wording($"是否想写 \"{near}\"？", $"did you mean \"{near}\"?"));
}

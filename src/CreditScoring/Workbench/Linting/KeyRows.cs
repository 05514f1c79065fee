using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Scenes;
using CreditScoring.Workbench.Reasoning;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// row-missing: a table is looked up by a field whose values the catalogue lists (or by the tier), and
/// has no row for one of them that the rule's condition lets through.
/// </summary>
internal static class KeyRows
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        var reasoner = new PackReasoning(pack).Reasoner;
        var tables = pack.Tables.DistinctBy(table => table.Name).ToDictionary(table => table.Name);
        return
            from rule in pack.Rules
            let known = reasoner.Holds(rule)
            from text in rule.Texts()
            from call in text.Parts().OfType<CallNode>()
            where Lookups.Table(call) is { } name && tables.ContainsKey(name)
            from flaw in Check(pack, text, call, tables[Lookups.Table(call)!], known)
            select flaw;
    }

    private static IEnumerable<Flaw> Check(
        WrittenPack pack, WrittenText text, CallNode call, WrittenTable table, Constraints known)
    {
        for (var i = 0; i < table.Key.Count && i + 1 < call.Arguments.Count; i++)
        {
            var rows = table.Rows.Select(row => row[table.Key[i]]?.Text).ToHashSet();
            var argument = call.Arguments[i + 1];
            foreach (var value in Values(pack, argument, known).Where(value => !rows.Contains(value)))
            {
                yield return new Flaw(
                    "row-missing", text.At(argument),
                    new Wording(
                        $"表 \"{table.Name}\" 没有 {table.Key[i]} 为 \"{value}\" 的一行：出现这个值时无法判定",
                        $"the table \"{table.Name}\" has no row whose {table.Key[i]} is \"{value}\": with "
                            + "that value nobody can be judged"),
                    new Wording(
                        $"在 {table.Piece.Place.File} 中补上这一行，或在条件中排除它",
                        $"add the row to {table.Piece.Place.File}, or leave the value out by the condition"))
                {
                    Severity = Severity.Warning,
                };
            }
        }
    }

    /// <summary>The values that an argument may have, where they are listed.</summary>
    private static IEnumerable<string> Values(WrittenPack pack, Node argument, Constraints known)
    {
        var domain = known.About(Spoken.Of(argument));
        var declared = argument switch
        {
            BinaryNode { Operator: Operator.Coalesce, Right: LiteralNode { Value: string other } } either =>
                Values(pack, either.Left, known).Append(other),
            NameNode { Name: "tier" } => pack.Tiers.Select(tier => tier.Text).OfType<string>(),
            MemberNode { Target: NameNode { Name: "happened" } } member => OfField(pack, member.Name, known),
            _ => [],
        };
        return declared.Distinct().Where(value =>
            domain.Only?.Contains(value) != false && !domain.Never.Contains(value));
    }

    private static IReadOnlyList<string> OfField(WrittenPack pack, string field, Constraints known)
    {
        var any = new HappeningShape(pack.Catalogue);
        var shape = known.About("happened.kind").Only is { } kinds ? any.Narrow("kind", kinds) : any;
        return shape.Find(field)?.Type.Values ?? [];
    }
}

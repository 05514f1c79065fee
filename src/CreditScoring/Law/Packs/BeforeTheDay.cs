using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Tables;

namespace CreditScoring.Law.Packs;

/// <summary>
/// no-day-here: <c>anchor</c> and <c>from</c> of a pack give an event its day. Until then no day is
/// walked, and so there is no subject as of it, and no row of a dated table.
/// </summary>
internal static class BeforeTheDay
{
    public static IEnumerable<Flaw> Check(RuleText text, IReadOnlyDictionary<string, LawTable> tables) =>
        Readings(Parser.Parse(text.Text, out _), tables).Select(each => new Flaw(
            "no-day-here", text.At(each.Start),
            new Wording(
                $"此处还没有当日，不能读取 \"{each.Name}\"", $"no day is known here, so \"{each.Name}\" cannot be read"),
            new Wording(
                "只用事件本身的字段；随日而变的，写在规则的 from 或 lapsesOn 中",
                "use fields of the event alone; what varies by day belongs into from or lapsesOn of a "
                    + "rule")));

    private static IEnumerable<(string Name, int Start)> Readings(
        Node node, IReadOnlyDictionary<string, LawTable> tables) => node switch
    {
        NameNode { Name: "day" or "subject" } name => [(name.Name, name.Start)],
        MemberNode { Name: "from", Target: NameNode { Name: "happened" } } from =>
            [("happened.from", from.Start)],
        CallNode { Target: null, Name: "lookup", Arguments: [LiteralNode { Value: string table }, ..] } lookup
            when tables.GetValueOrDefault(table)?.Rows.Any(IsDated) == true => [(table, lookup.Start)],
        _ => node.Parts.SelectMany(part => Readings(part, tables)),
    };

    private static bool IsDated(TableRow row) => row.From is not null || row.Until is not null;
}

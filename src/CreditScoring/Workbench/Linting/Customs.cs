using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// rounding-unstated, counted-backward: calls whose outcome a lawyer reckons otherwise than they do.
/// </summary>
internal static class Customs
{
    public static IEnumerable<Flaw> Check(WrittenPack pack) =>
        from text in pack.Texts()
        from call in text.Parts().OfType<CallNode>()
        let flaw = RoundsToEven(call) ? Rounding(text, call) : CountsBack(call) ? Backward(text, call) : null
        where flaw is not null
        select flaw;

    private static bool RoundsToEven(CallNode call) =>
        call is { Target: NameNode, Name: "Round" }
        && !call.Arguments.Any(
            given => given is MemberNode { Target: NameNode { Name: "MidpointRounding" } });

    /// <summary>Days may be counted either way; a month's end may not.</summary>
    private static bool CountsBack(CallNode call) =>
        call is { Target: not null, Name: "AddMonths" or "AddYears", Arguments: [var months] }
        && months is UnaryNode { Operator: Operator.Negate }
            or LiteralNode { Value: NumberLiteral { Value: int and < 0 or decimal and < 0 } };

    private static Flaw Rounding(WrittenText text, CallNode call)
    {
        var (target, given) = (Written(text, call.Target!), string.Join(
            ", ", call.Arguments.Select(each => Written(text, each))));
        var mend = $"{target}.Round({given}, MidpointRounding.AwayFromZero)";
        return new Flaw(
            "rounding-unstated", text.At(call),
            new Wording(
                "恰好一半时取偶数（2.5 得 2），不是四舍五入", "an exact half goes to the even number (2.5 becomes 2), not up"),
            new Wording($"四舍五入写 {mend}；确要取偶数，写 MidpointRounding.ToEven",
                $"to round halves up write {mend}; if even is meant, MidpointRounding.ToEven"))
        {
            Severity = Severity.Notice,
        };
    }

    private static Flaw Backward(WrittenText text, CallNode call) => new(
        "counted-backward", text.At(call),
        new Wording("从较晚的日子往前数，月末会差一天", "counted back from the later day, a month's end comes out a day off"),
        new Wording("从较早的日子向后数：e.from.AddMonths(12) >= day",
            "count on from the earlier day: e.from.AddMonths(12) >= day"))
    {
        Severity = Severity.Warning,
    };

    private static string Written(WrittenText text, Node node) => text.Rule.Text[node.Start..node.End];
}

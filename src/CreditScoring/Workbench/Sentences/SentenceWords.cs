using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Workbench.Sentences;

/// <summary>What the names of the rule language are called in a sentence.</summary>
internal static class SentenceWords
{
    /// <summary>Names that stand by themselves.</summary>
    public static readonly IReadOnlyDictionary<string, Wording> Names = Words(
        ("happened", "本事件", "this event"), ("day", "当日", "the day"), ("subject", "主体", "the subject"),
        ("events", "在案事件", "events on file"), ("entries", "有效记分", "entries in effect"),
        ("duties", "义务", "duties"), ("previous", "前一日", "the night before"), ("tier", "等级", "the tier"),
        ("from", "计入日", "the day it counts from"), ("entry", "该项记分", "the entry"));

    /// <summary>Members of events, entries, duties and of the night before.</summary>
    public static readonly IReadOnlyDictionary<string, Wording> Members = Words(
        ("kind", "种类", "kind"), ("id", "编号", "id"), ("key", "编号", "id"), ("source", "来源", "source"),
        ("role", "角色", "role"), ("occurredOn", "发生日", "day it occurred"),
        ("decidedOn", "决定日", "day of the decision"), ("region", "地域", "region"),
        ("document", "文号", "document number"), ("documentKey", "文号", "document number"),
        ("from", "计入日", "first day"), ("actsOn", "所涉事件", "event it acts on"),
        ("origin", "最初的事件", "first event of the matter"),
        ("namesTarget", "是否指明所涉事件", "whether it names the event it acts on"),
        ("targetAnnulled", "所涉事件是否已撤销", "whether the event it acts on is annulled"),
        ("happened", "所记事件", "event"), ("rule", "规则", "rule"), ("points", "分数", "points"),
        ("lapsesOn", "失效日", "day of lapse"), ("duty", "义务名称", "duty"), ("due", "到期日", "due day"),
        ("state", "状态", "state"), ("tier", "等级", "tier"), ("since", "等级起始日", "day the tier began"));

    /// <summary>Between two sides.</summary>
    public static readonly IReadOnlyDictionary<Operator, Wording> Between = new Dictionary<Operator, Wording>
    {
        [Operator.Equal] = new("为", "is"), [Operator.NotEqual] = new("不为", "is not"),
        [Operator.Less] = new("小于", "is less than"), [Operator.LessOrEqual] = new("不大于", "is at most"),
        [Operator.Greater] = new("大于", "is more than"),
        [Operator.GreaterOrEqual] = new("不小于", "is at least"),
        [Operator.Add] = new("加", "plus"), [Operator.Subtract] = new("减", "minus"),
        [Operator.Multiply] = new("乘以", "times"), [Operator.Divide] = new("除以", "divided by"),
        [Operator.Remainder] = new("除以（取余）", "modulo"),
        [Operator.Coalesce] = new("，缺失时取", ", or where it is missing"),
        [Operator.And] = new("，且", ", and"), [Operator.EagerAnd] = new("，且", ", and"),
        [Operator.Or] = new("，或", ", or"), [Operator.EagerOr] = new("，或", ", or"),
    };

    /// <summary>Between two days.</summary>
    public static readonly IReadOnlyDictionary<Operator, Wording> BetweenDays =
        new Dictionary<Operator, Wording>
        {
            [Operator.Less] = new("早于", "is before"), [Operator.LessOrEqual] = new("不晚于", "is not after"),
            [Operator.Greater] = new("晚于", "is after"),
            [Operator.GreaterOrEqual] = new("不早于", "is not before"),
        };

    /// <summary>Members and calls that are days, whatever has them.</summary>
    public static readonly IReadOnlySet<string> Days = new HashSet<string>(StringComparer.Ordinal)
    {
        "occurredOn", "decidedOn", "from", "lapsesOn", "due", "since", "AddDays", "AddMonths", "AddYears",
        "DateTime", "addWorkingDays", "nextWorkingDay", "nextAfterHoliday",
    };

    /// <summary>
    /// Calls: {0} what it is called on, {1} and {2} its arguments. Those of lists have their condition as
    /// {1}.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, Wording> Calls = Words(
        ("Any", "有满足〔{1}〕的{0}", "there are {0} with [{1}]"),
        ("All", "{0}均满足〔{1}〕", "all {0} are such that [{1}]"),
        ("Count", "满足〔{1}〕的{0}的数目", "the number of {0} with [{1}]"),
        ("Where", "满足〔{1}〕的{0}", "{0} with [{1}]"),
        ("Sum", "{0}的〔{1}〕之和", "the sum of [{1}] over {0}"),
        ("Max", "{0}的〔{1}〕的最大（最晚）者", "the greatest (latest) [{1}] of {0}"),
        ("Min", "{0}的〔{1}〕的最小（最早）者", "the least (earliest) [{1}] of {0}"),
        ("Average", "{0}的〔{1}〕的平均", "the average of [{1}] over {0}"),
        ("OrderBy", "按〔{1}〕由先到后的{0}", "{0} in the order of [{1}]"),
        ("OrderByDescending", "按〔{1}〕由后到先的{0}", "{0} in the reverse order of [{1}]"),
        ("Select", "{0}的〔{1}〕", "[{1}] of {0}"), ("SelectMany", "{0}的〔{1}〕", "[{1}] of {0}"),
        ("GroupBy", "按〔{1}〕分组的{0}", "{0} grouped by [{1}]"),
        ("First", "{0}中满足〔{1}〕的第一项", "the first of {0} with [{1}]"),
        ("FirstOrDefault", "{0}中满足〔{1}〕的第一项", "the first of {0} with [{1}]"),
        ("Last", "{0}中满足〔{1}〕的最后一项", "the last of {0} with [{1}]"),
        ("LastOrDefault", "{0}中满足〔{1}〕的最后一项", "the last of {0} with [{1}]"),
        ("Contains", "{0}含{1}", "{0} contains {1}"),
        ("StartsWith", "{0}以{1}开头", "{0} begins with {1}"),
        ("AddMonths", "{0}之后 {1} 个月", "{1} months after {0}"),
        ("AddYears", "{0}之后 {1} 年", "{1} years after {0}"),
        ("AddDays", "{0}之后 {1} 日", "{1} days after {0}"),
        ("running", "措施{1}正在进行", "the step {1} is running"),
        ("tierOn", "{1}终了时的等级", "the tier at the end of {1}"),
        ("addWorkingDays", "{1}之后 {2} 个工作日", "{2} working days after {1}"),
        ("DateTime", "{1} 年 {2} 月 {3} 日", "{1}-{2}-{3}"),
        ("Math.Min", "{1} 与 {2} 中较小者", "the lesser of {1} and {2}"),
        ("Math.Max", "{1} 与 {2} 中较大者", "the greater of {1} and {2}"),
        ("Math.Ceiling", "{1}（向上取整）", "{1} rounded up"),
        ("Math.Floor", "{1}（向下取整）", "{1} rounded down"));

    /// <summary>The same without a condition or measure.</summary>
    public static readonly IReadOnlyDictionary<string, Wording> Bare = Words(
        ("First", "{0}中第一项", "the first of {0}"), ("FirstOrDefault", "{0}中第一项", "the first of {0}"),
        ("Last", "{0}中最后一项", "the last of {0}"), ("LastOrDefault", "{0}中最后一项", "the last of {0}"),
        ("Distinct", "{0}（去重）", "{0} without repeats"), ("Any", "有{0}", "there are {0}"),
        ("Count", "{0}的数目", "the number of {0}"),
        ("Sum", "{0}之和", "the sum of {0}"), ("Max", "{0}中最大（最晚）者", "the greatest (latest) of {0}"),
        ("Min", "{0}中最小（最早）者", "the least (earliest) of {0}"));

    private static Dictionary<string, Wording> Words(params (string Name, string Zh, string En)[] all) =>
        all.ToDictionary(each => each.Name, each => new Wording(each.Zh, each.En), StringComparer.Ordinal);
}

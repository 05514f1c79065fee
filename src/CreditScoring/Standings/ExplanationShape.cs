using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>An explanation with what was asked.</summary>
internal sealed record AskedExplanation(Explanation Explanation, string? KnownAt, RuleBook? Book);

/// <summary>A named value, and what people call it.</summary>
internal readonly record struct NamedReading(KeyValuePair<string, Reading> Named, Wording? Title);

/// <summary>What an explanation says, each member declared once.</summary>
internal static class ExplanationShape
{
    /// <summary>What a request for repair came to; cases may expect it, too.</summary>
    public static readonly IReadOnlyList<JsonMember<RepairAnswer>> RepairHead =
    [
        new("request", "申请（来源/编号）", "the request (source/id)",
            each => each.Request.Event.Id.ToString()),
        new("on", "申请日", "its day", each => each.Request.From),
        new("meetsConditions", "申请时是否满足全部条件", "whether all conditions held then",
            each => each.MeetsConditions),
        new("granted", "是否准予；null 表示待决定", "whether it was granted; null: undecided",
            each => each.Granted),
        new("decision", "决定（来源/编号）", "the decision (source/id)",
            each => each.Decision?.Event.Id.ToString())
        {
            MayBeNull = true,
        },
        new("decidedOn", "决定日", "its day", each => each.Decision?.From),
    ];

    private static readonly JsonShape<KeyValuePair<string, Reading>> Result = new(
        "Result",
        new("name", "属性", "the property", each => each.Key),
        new("reading", "如何得出", "how it was reckoned",
            (json, each) => ReadingJson.Shape.Write(json, each.Value))
        {
            Type = JsonType.ObjectOf(ReadingJson.Shape),
        });

    private static readonly JsonShape<NamedReading> Measure = new(
        "MeasureAccount",
        Result.Own[0].Within((NamedReading each) => each.Named),
        new("title", "名称", "what people call it", (json, each) => WordingJson.WriteOrNull(json, each.Title))
        {
            Type = JsonType.ObjectOf(WordingJson.Shape), Absent = each => each.Title is null,
        },
        Result.Own[1].Within((NamedReading each) => each.Named));

    private static readonly JsonShape<RuleAccount> Rule = new(
        "RuleAccount",
        new("rule", "规则", "the rule", each => each.Rule),
        Title<RuleAccount>(each => each.Title),
        new("citation", "条款", "the article", each => each.Citation) { MayBeNull = true },
        new("place", "规则文件中的位置（文件:行:列）", "where it stands in the rules (file:line:column)",
            each => each.Place.ToString()),
        new("holds", "是否成立；null 表示无法得出", "whether it holds; null: there is no answer",
            each => each.Answer),
        new("flaws", "无法得出之处", "what of it has no answer",
            (json, each) => json.Array(each.Flaws, FlawJson.Write))
        {
            Type = JsonType.ListOf(FlawJson.Shape), Absent = each => each.Flaws.Count == 0,
        },
        JsonMember.List(
            "condition", "条件各部分及其值", "the parts of its condition and their values",
            (RuleAccount each) => each.Condition, ReadingJson.Shape),
        JsonMember.List("results", "所得各属性", "what it came to",
            (RuleAccount each) => each.Results, Result));

    private static readonly JsonShape<EntryAccount> Because = new(
        "Because",
        new("on", "何日起不计", "the day from which it does not count", each => each.On),
        new("citation", "条款", "the article", each => each.Citation) { MayBeNull = true },
        new("entry", "同组中计入的条目", "the entry of its group that counts in its place",
            each => each.Absorbing?.Id)
        {
            MayBeNull = true,
        },
        new("event", "使其消除的事件", "the event that cleared it",
            each => each.ClearedBy?.Event.Id.ToString())
        {
            MayBeNull = true,
        },
        new("rule", "使其消除的规则", "the rule that cleared it",
            each => each.ClearedUnder) { MayBeNull = true });

    private static readonly JsonShape<EntryAccount> Entry = new(
        "EntryAccount",
        [
            .. StandingShape.Entry.Own.Select(member => member.Within((EntryAccount each) => each.Entry)),
            new("state", "是否计入", "whether it counts", each => each.StateName)
            {
                Type = JsonType.Words(
                    "counts", "waits", "absorbed", "cleared", "lapsed", "replaced", "not-judged"),
            },
            new("carriedOver", "是否结转", "whether its term was carried over", each => each.CarriedOver),
            new("because", "为何不计入", "why it does not count", Because.Write)
            {
                Type = JsonType.ObjectOf(Because), Absent = each => each.State == EntryState.Counts,
            },
        ]);

    private static readonly JsonShape<Weighing> Weighed = new(
        "Weighing",
        new("on", "比较之日", "the day on which it was weighed", each => each.On),
        new("old", "旧版本", "the version before", each => each.Later.Was.Version),
        new("new", "新版本", "the later version", each => each.Later.By.Version),
        new("judges", "自该日起适用的版本", "the version that judges it from that day on",
            each => (each.TakesLater ? each.Later.By : each.Later.Was).Version),
        new("severity", "新版本与旧版本相比", "how the later compares with the one before",
            each => each.Severity.ToString().ToLowerInvariant())
        {
            Type = JsonType.Words("ordered", "milder", "same", "graver", "mixed"),
        },
        JsonMember.List("byOld", "按旧版本的条目", "the entries by the version before",
            (Weighing each) => each.Was.Select(entry => entry.Entry), StandingShape.Entry),
        JsonMember.List("byNew", "按新版本的条目", "the entries by the later version",
            (Weighing each) => each.Becomes.Select(entry => entry.Entry), StandingShape.Entry),
        new("tierByOld", "按旧版本当日的等级", "the tier of the day by the one before", each => each.Tiers.Was)
        {
            MayBeNull = true,
        },
        new("tierByNew", "按新版本当日的等级", "the tier of the day by the later one",
            each => each.Tiers.Becomes)
        {
            MayBeNull = true,
        });

    private static readonly JsonShape<EventAccount> Event = new(
        "EventAccount",
        new("event", "事件（来源/编号）", "the event (source/id)",
            each => each.Happening.Event.Id.ToString()),
        new("kind", "事件类型", "its kind", each => each.Happening.Kind),
        new("from", "自何日起", "from which day on", each => each.Happening.From),
        new("document", "文书号", "the document", each => each.Happening.Event.Document) { MayBeNull = true },
        new("pack", "评定它的版本", "the version that judged it", each => each.Pack) { MayBeNull = true },
        JsonMember.List("rules", "可能适用的规则", "every rule that could have met it",
            (EventAccount each) => each.Rules, Rule),
        JsonMember.List("entries", "产生的条目", "the entries made of it",
            (EventAccount each) => each.Entries, Entry),
        JsonMember.List("transitions", "新旧版本的衔接", "how versions before and after were weighed",
            (EventAccount each) => each.Weighings, Weighed));

    private static readonly JsonShape<StepAccount> Step = new(
        "StepAccount",
        JsonMember.Part("step", "措施", "the action", (StepAccount each) => each.Step, StandingShape.Step),
        JsonMember.Part(
            "rule", "所依规则；null 表示由机关登记", "the rule that took it; null: an authority recorded it",
            (StepAccount each) => each.Rule, Rule, mayBeNull: true));

    private static readonly JsonShape<DutyAccount> Duty = new(
        "DutyAccount",
        JsonMember.Part("duty", "义务", "the duty", (DutyAccount each) => each.Duty, StandingShape.Duty),
        JsonMember.Part("rule", "所依规则", "the rule it arose from", (DutyAccount each) => each.Rule, Rule),
        new("fulfilled", "如何算履行", "what would fulfil it",
            (json, each) => ReadingJson.Shape.Write(json, each.Fulfilled!))
        {
            Type = JsonType.ObjectOf(ReadingJson.Shape), Absent = each => each.Fulfilled is null,
        });

    private static readonly JsonShape<RepairCondition> Condition = new(
        "RepairCondition",
        new("holds", "是否满足", "whether it holds", each => each.Account.Answer),
        new("reason", "不满足的理由", "why not", each => each.Account.Answer == false ? each.Reason : null)
        {
            MayBeNull = true,
        },
        JsonMember.Part("condition", "条件", "the condition", (RepairCondition each) => each.Account, Rule));

    private static readonly JsonShape<RepairAnswer> Repair = new(
        "Repair",
        [
            .. RepairHead,
            JsonMember.List("conditions", "各条件", "its conditions",
                (RepairAnswer each) => each.Conditions, Condition),
            new("firstAcceptedOn",
                "若无新事件，最早何日可获准", "the first day on which it would be accepted",
                each => each.FirstAcceptedOn),
            new("turnedAwayOn", "不予受理之日",
                "the day on which it was not taken in; null: it was, or nobody said",
                each => each.TurnedAway?.From),
            new("takenBackOn", "撤销准予决定之日",
                "the day on which the grant was taken back; null: it was not",
                each => each.TakenBack?.From),
            Flaw<RepairAnswer>(each => each.Flaw),
        ]);

    private static readonly JsonShape<KeyValuePair<string, Provision>> Cited = new(
        "Provision",
        new("citation", "引用", "the citation", each => each.Key),
        new("article", "条", "the article", each => each.Value.Article),
        new("paragraph", "款项", "the paragraph", each => each.Value.Paragraph));

    public static readonly JsonShape<AskedExplanation> Explanation = new(
        "Explanation",
        // Where no version is in force there is none that would give the regime its title.
        Title<AskedExplanation>(
            each => each.Explanation.Title == default ? null : each.Explanation.Title),
        Title<AskedExplanation>(
            each => each.Explanation.TierTitle(each.Explanation.Standing.Tier),
            "tierTitle", "等级名称", "what the tier is called"),
        new("standing", "评定结果", "the standing", (json, each) => StandingJson.Write(
            json, each.Explanation.Standing, knownAt: each.KnownAt, book: each.Book))
        {
            Type = JsonType.ObjectOf(StandingJson.Shape),
        },
        Part("flaws", "无法评定之处", "what could not be judged on the way",
            each => each.Flaws, FlawJson.Shape),
        Part("events", "各事件及其结果", "the events and what came of them", each => each.Events, Event),
        Part("factors", "关于主体本身的规则", "the rules about the subject itself",
            each => each.Factors, Rule),
        Part("measures", "各数值如何得出", "how each named value was reckoned",
            each => each.Measures.Select(named => new NamedReading(named, each.MeasureTitle(named.Key))),
            Measure),
        Part("rungs", "依次试过的等级", "the rungs tried", each => each.Rungs, Rule),
        Part("steps", "实施中的措施及依据", "the actions in force and why", each => each.Steps, Step),
        Part("frequency", "监管频次所依规则", "the rules of its frequency", each => each.Frequency, Rule),
        Part("duties", "义务及依据", "the duties and why", each => each.Duties, Duty),
        Part("repairs", "信用修复申请的结果", "what became of requests for repair",
            each => each.Repairs, Repair),
        new("outlook", "仅随时间推移会怎样", "what time alone brings",
            (json, each) => OutlookShape.Outlook.Write(json, each.Explanation))
        {
            Type = JsonType.ObjectOf(OutlookShape.Outlook),
        },
        Part("provisions", "所引条款", "the provisions cited",
            each => each.Provisions.OrderBy(cited => cited.Key, StringComparer.Ordinal), Cited));

    /// <summary>A name for people; null: there is only the code.</summary>
    public static JsonMember<T> Title<T>(
        Func<T, Wording?> title, string name = "title", string zh = "名称",
        string en = "what people call it") =>
        new(name, zh, en, (json, each) => WordingJson.WriteOrNull(json, title(each)))
        {
            Type = JsonType.ObjectOf(WordingJson.Shape), MayBeNull = true,
        };

    /// <summary>Why there is no answer; left out where there is one.</summary>
    public static JsonMember<T> Flaw<T>(Func<T, Flaw?> flaw) =>
        new("flaw", "无法得出的原因", "why there is no answer",
            (json, each) => FlawJson.Write(json, flaw(each)!))
        {
            Type = JsonType.ObjectOf(FlawJson.Shape), Absent = each => flaw(each) is null,
        };

    private static JsonMember<AskedExplanation> Part<TItem>(
        string name, string zh, string en, Func<Explanation, IEnumerable<TItem>> items,
        JsonShape<TItem> shape) =>
        JsonMember.List(name, zh, en, (AskedExplanation each) => items(each.Explanation), shape);
}

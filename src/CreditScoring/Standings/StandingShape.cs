using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// What a standing says (architecture.md), each member declared once: its JSON and the schema of it, the
/// names that cases may expect, and what makes two standings equal follow.
/// </summary>
internal static class StandingShape
{
    public static readonly JsonShape<Entry> Entry = new(
        "Entry",
        new("id", "条目编号", "its id", each => each.Id),
        new("event", "由哪个事件产生（来源/编号）", "the event it arose from (source/id)",
            each => each.Happened.Event.Id.ToString()),
        new("rule", "所依规则", "the rule that made it", each => each.Rule),
        new("points", "记分", "its points", each => each.Points.Value),
        new("from", "自何日起计", "the first day on which it counts", each => each.From),
        new("lapsesOn",
            "何日起不再计；null 表示长期有效", "the first day on which it no longer counts; null: never",
            each => each.LapsesOn),
        new("citation", "条款", "the article", each => each.Citation) { MayBeNull = true });

    public static readonly JsonShape<Duty> Duty = new(
        "Duty",
        new("duty", "义务名称", "what it is called", each => each.Name),
        new("of", "义务人：主体或机关", "whose it is: the subject's or the authority's", each => each.Of),
        new("event", "由哪个事件产生（来源/编号）", "the event it arose from (source/id)",
            each => each.Happened.Event.Id.ToString()),
        new("opens", "自何日起可以履行", "the first day on which it can be fulfilled", each => each.Opens),
        new("due", "届满日；null 表示不明", "its last day; null: not known", each => each.Due),
        new("state", "状态", "how it stands", each => each.StateName),
        new("flaw", "届满日（或者首日）不明的原因", "why its last day, or its first, is not known",
            (json, each) => FlawJson.Write(json, StandingFlaws.WindowUnknown(each)!))
        {
            Type = JsonType.ObjectOf(FlawJson.Shape),
            Absent = each => StandingFlaws.WindowUnknown(each) is null,
        });

    public static readonly JsonShape<RunningStep> Step = new(
        "Step",
        new("step", "措施", "the action", each => each.Step),
        new("since", "自何日起", "from this day on", each => each.Since),
        new("until", "至何日前；null 表示未定", "up to this day, which is out; null: open",
            each => each.Until));

    /// <summary>Who stands where and on what day: what a record keeps in columns of its own.</summary>
    public static readonly IReadOnlyList<StandingMember> Head =
    [
        new("subject", "主体代码", "the subject's id", each => each.Standing.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Standing.Subject.Kind),
        new("regime", "监管制度", "the regime", each => each.Standing.Regime),
        new("pack", "所依规则包版本；null 表示无施行中的版本", "the version in force; null: none is",
            each => each.Standing.Pack)
        {
            MayBeNull = true, Weight = 10, IsSame = (left, right) => left.Pack == right.Pack,
        },
        new("status", "该版本的性质", "what the version is", each => each.Standing.Status)
        {
            Type = JsonType.Words([.. Enum.GetNames<PackStatus>().Select(each => each.ToLowerInvariant())]),
            MayBeNull = true, Weight = 11, IsSame = (left, right) => left.Status == right.Status,
        },
        new("on", "评定日", "the day of which it is", each => each.Standing.On),
        new("knownAt", "按何时已知的情况；null 表示现在", "as known at which instant; null: now",
            each => each.KnownAt)
        {
            MayBeNull = true,
        },
        new("revision", "积分台账行数", "rows of the ledger so far", each => each.Revision ?? 0L)
        {
            Absent = each => each.Revision is null,
        },
    ];

    /// <summary>What is the same on every day until the standing changes.</summary>
    public static readonly IReadOnlyList<StandingMember> Rest =
    [
        new("points", "记分合计；null 表示不记分或无法评定", "the sum of points; null: none, or not judged",
            each => each.Standing.Points?.Value)
        {
            Weight = 2, IsSame = (left, right) => left.Points == right.Points,
        },
        new("measures", "规则包所定义的数值", "the named values of the pack",
            (json, each) => MeasuresJson.Write(json, each.Measures))
        {
            Type = JsonType.MapOf(JsonType.Anything),
            Weight = 8, IsSame = (left, right) => left.Measures.SequenceEqual(right.Measures),
        },
        new("tier", "等级；null 表示无法评定", "the tier; null: not judged", each => each.Standing.Tier)
        {
            MayBeNull = true, Weight = 1, IsSame = (left, right) => left.Tier == right.Tier,
        },
        new("tierRule", "定级规则", "the rule that decided the tier", each => each.Standing.TierRule)
        {
            MayBeNull = true, Weight = 9, IsSame = (left, right) => left.TierRule == right.TierRule,
        },
        new("lockedUntil", "此日前不得升级", "before this day the tier does not become better",
            each => each.Standing.LockedUntil)
        {
            Weight = 4, IsSame = (left, right) => left.LockedUntil == right.LockedUntil,
        },
        new("frequency", "分类分级监管要求", "how it is to be supervised",
            (json, each) => FrequencyJson.Shape.WriteOrNull(json, each.Frequency))
        {
            Type = JsonType.ObjectOf(FrequencyJson.Shape), MayBeNull = true,
            Weight = 3, IsSame = (left, right) => left.Frequency == right.Frequency,
        },
        new("duties", "义务", "its duties", (json, each) => json.Array(each.Duties, Duty.Write))
        {
            Type = JsonType.ListOf(Duty),
            Weight = 5,
            IsSame = (left, right) => left.Duties.Select(Shown).SequenceEqual(right.Duties.Select(Shown)),
        },
        new("steps", "实施中的措施", "the actions in force",
            (json, each) => json.Array(each.Steps, Step.Write))
        {
            Type = JsonType.ListOf(Step),
            Weight = 6, IsSame = (left, right) => left.Steps.SequenceEqual(right.Steps),
        },
        new("changesOn",
            "若无新事件，何日起变化；null 表示不变", "the day on which it changes by itself; null: none",
            each => each.Standing.ChangesOn),
        new("entries", "计入的记分条目", "the entries that count",
            (json, each) => json.Array(each.Entries, Entry.Write))
        {
            Type = JsonType.ListOf(Entry),
            Weight = 7,
            IsSame = (left, right) => left.Entries.Select(Shown).SequenceEqual(right.Entries.Select(Shown)),
        },
        new("flaws", "无法评定之处", "what could not be judged",
            (json, each) => json.Array(each.Flaws, FlawJson.Write))
        {
            Type = JsonType.ListOf(FlawJson.Shape),
            Weight = 12,
            IsSame = (left, right) => left.Flaws.Select(flaw => flaw.Name).SequenceEqual(
                right.Flaws.Select(flaw => flaw.Name)),
        },
    ];

    public static readonly IReadOnlyList<StandingMember> All = [.. Head, .. Rest];

    private static object Shown(Duty duty) =>
        (duty.Name, duty.Of, duty.Happened.Event.Id, duty.Opens, duty.Due, duty.State);

    private static object Shown(Entry entry) =>
        (entry.Id, entry.Points, entry.From, entry.LapsesOn, entry.Citation);
}

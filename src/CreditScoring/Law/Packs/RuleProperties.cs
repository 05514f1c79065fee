using CreditScoring.Documents;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Packs;

/// <summary>The properties that rules may have; those of the frequency are its fields.</summary>
public static class RuleProperties
{
    public static readonly ReckonedProperty<decimal?> Points = new("points", new Wording(
        "记几分；在 pack.json 中为作为总分的命名值",
        "how many points; in pack.json the named value that is shown as the total"));

    public static readonly ReckonedProperty<DateOnly?> From = new(
        "from", new Wording("自何日起", "from which day, that day included"));

    public static readonly ReckonedProperty<DateOnly?> LapsesOn = new(
        "lapsesOn", new Wording("自何日起不再计分", "the first day on which it no longer counts"));

    public static readonly ReckonedProperty<bool> CarriesOver = new("carriesOver", new Wording(
        "换版本或周期结束后是否仍计分", "whether it counts on after the turn of a version or cycle"));

    public static readonly ReckonedProperty Group = new(
        "group", new Wording("同组中只计最重的一项", "of one group only the gravest counts"));

    public static readonly WrittenProperty GroupCitation = new("groupCitation", new Wording(
        "同组只计一项的依据：law.md 中的条款", "where it is said that one of the group counts: an anchor in law.md"));

    public static readonly ReckonedProperty<IReadOnlyList<Entry>> Clears = new(
        "clears", new Wording("同时清除哪些记分", "which entries it clears"));

    public static readonly ReckonedProperty<bool> Restores = new("restores", new Wording(
        "已经清除而期限未满的记分（entry）是否按原来的期限恢复",
        "whether a cleared entry whose term still runs comes back with its old term"));

    public static readonly WrittenProperty Tier = new("tier", new Wording(
        "等级；在 workflows 中为定级的工作流", "the tier; under workflows the one that decides it"));

    public static readonly ReckonedProperty<string?> NoBetterThan = new(
        "noBetterThan", new Wording("等级不得好于", "the tier can be no better than"));

    public static readonly ReckonedProperty<string?> NoWorseThan = new(
        "noWorseThan", new Wording("等级不得差于", "the tier can be no worse than"));

    public static readonly ReckonedProperty<DateOnly?> LockedUntil = new("lockedUntil", new Wording(
        "等级锁定到何日（不含）", "until which day the tier is locked, that day not included"));

    public static readonly WrittenProperty Step = new(
        "step", new Wording("所采取的措施", "the step that is taken"));

    public static readonly ReckonedProperty<DateOnly?> Until = new(
        "until", new Wording("到何日为止（不含当日）", "until which day, that day not included"));

    public static readonly WrittenProperty Of = new("of", new Wording("谁的义务", "whose duty it is"))
    {
        Words =
        [
            new ListedWord("subject", new Wording("主体的义务", "the subject's duty")),
            new ListedWord("authority", new Wording("机关的义务", "the authority's duty")),
        ],
    };

    /// <summary>Of a duty, and of the window of the next inspection.</summary>
    public static readonly ReckonedProperty<DateOnly?> Opens = new(
        "opens", new Wording("检查窗口或义务的开始之日", "the first day of the window or duty"));

    /// <summary>Of a duty, and of the window of the next inspection.</summary>
    public static readonly ReckonedProperty<DateOnly?> Due = new(
        "due", new Wording("最后一日", "the last day"));

    public static readonly ReckonedProperty<bool> Fulfilled = new(
        "fulfilled", new Wording("何时算已履行", "when it counts as fulfilled"));

    public static readonly ReckonedProperty<bool> Concerns = new("concerns", new Wording(
        "这一修复申请归不归本制度管", "whether the request for repair is this regime's to answer"));

    public static readonly WrittenProperty Title = new(
        "title", new Wording("名称，中英文", "the title in Chinese and English"))
    {
        InBothLanguages = true,
    };

    public static readonly WrittenProperty Citation = new(
        "citation", new Wording("出处：law.md 中的条款", "where it is said: an anchor in law.md"));

    public static readonly WrittenProperty Provenance = new(
        "provenance", new Wording("数值的来历", "where the number comes from"))
    {
        Words = Packs.Provenance.All,
    };

    /// <summary>All, in the order in which the schema has them.</summary>
    public static IReadOnlyList<RuleProperty> All =>
    [
        Points, From, LapsesOn, CarriesOver, Group, Clears, Restores, Tier, NoBetterThan, NoWorseThan,
        LockedUntil, Step, Until, .. FrequencyField.All.Select(each => each.Property), Of, Fulfilled,
        Concerns, Title, GroupCitation, Citation, Provenance,
    ];

    /// <summary>The names of those that are written as they are: no expression is looked for there.</summary>
    public static IReadOnlySet<string> Written => All.OfType<WrittenProperty>().Select(each => each.Name)
        .ToHashSet(StringComparer.Ordinal);
}

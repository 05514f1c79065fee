using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// How versions before and after were weighed for one event: which judges it and why, and what the other
/// would have given.
/// </summary>
public sealed class WeighingText(Explanation explanation, string language)
{
    /// <summary>A line that says which, and one for each of the two.</summary>
    public IEnumerable<string> Of(Weighing weighing)
    {
        var (was, by) = (weighing.Later.Was.Version, weighing.Later.By.Version);
        yield return $"⚖ {Day(weighing.On)}  {Which(weighing, was, by)}";
        yield return $"  {Side(was, weighing.Was, weighing.Tiers.Was, !weighing.TakesLater)}";
        yield return $"  {Side(by, weighing.Becomes, weighing.Tiers.Becomes, weighing.TakesLater)}";
    }

    /// <summary>The same in one sentence, for a draft.</summary>
    public string Sentence(Weighing weighing)
    {
        var (was, by) = (weighing.Later.Was.Version, weighing.Later.By.Version);
        var fact = weighing.Later.Fact;
        return $"{fact.Event.Kind.Label.In(language)}{Say("（", " (")}{fact.Event.Document ?? Day(fact.From)}"
            + $"{Say("）：", "): ")}{Which(weighing, was, by)}{Say("。", ". ")}"
            + Say("按旧版本：", "By the version before: ") + Made(weighing.Was)
            + Say("；按新版本：", "; by the later: ") + Made(weighing.Becomes) + Say("。", ".");
    }

    private string Which(Weighing weighing, string was, string by) => weighing.Severity switch
    {
        Severities.Ordered => Say(
            $"自 {by} 版施行起适用新版本（transition: new）",
            $"version {by} judges it from its first day on (transition: new)"),
        Severities.Milder => Say(
            $"从旧兼从轻：新版本 {by} 较轻，适用新版本", $"the later version {by} is milder, and judges it"),
        Severities.Same => Say(
            $"从旧兼从轻：新旧相同，适用旧版本 {was}",
            $"both come to the same, and the version of its day, {was}, judges it"),
        Severities.Graver => Say(
            $"从旧兼从轻：新版本 {by} 较重，适用旧版本 {was}",
            $"the later version {by} is graver, and the version of its day, {was}, judges it"),
        _ => Say(
            $"从旧兼从轻：新版本 {by} 有轻有重（记分、期限或者等级），不属于较轻，适用旧版本 {was}",
            $"the later version {by} is milder in one thing and graver in another (points, term or "
                + $"tier), and so not milder: the version of its day, {was}, judges it"),
    };

    private string Side(string version, IReadOnlyList<EntryInTerm> made, string? tier, bool judges)
    {
        var stands = tier is null ? "" : $"{Say("；当日等级 ", "; tier of the day ")}{tier}";
        return $"{(judges ? "✓" : "✗")} {version}: {Made(made)}{stands}";
    }

    private string Made(IReadOnlyList<EntryInTerm> made) => made.Count == 0 ? Say("不记分", "no points")
        : string.Join(Say("；", "; "), made.Select(each => Term(each.Entry)));

    private string Term(Entry entry) =>
        $"{Titled(entry.Rule)} {entry.Points} {Say("分，自", "points from")} {Day(entry.From)}"
        + (entry.LapsesOn is { } lapse ? $"{Say("，失效于", ", lapse on")} {Day(lapse)}"
            : Say("，不失效", ", never lapse"));

    private string Titled(string rule) =>
        explanation.RuleTitles.TryGetValue(rule, out var title) ? title.In(language) : rule;

    private string Say(string zh, string en) => language == "zh" ? zh : en;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

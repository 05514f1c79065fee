using CreditScoring.Documents;

namespace CreditScoring.Standings.Telling;

/// <summary>
/// What time alone brings, in one line: the next change, and the better tier with what it waits for.
/// </summary>
public sealed class OutlookText(Explanation explanation, string language)
{
    /// <summary>So many of the rules that a better tier waits for are named.</summary>
    private const int MostNamed = 3;

    private Standing Now => explanation.Standing;

    /// <summary>Whether tiers that have a title are told by their code as well.</summary>
    public bool WithCodes { get; init; } = true;

    public string Next()
    {
        if (Now.ChangesOn is not { } turn)
        {
            return Say("十年内不会自行变化", "does not change by itself within ten years");
        }

        var what = Change() is { Length: > 0 } change ? $"{Say("：", ": ")}{change}" : "";
        return $"{Say("下一变化", "next change")} {turn:yyyy-MM-dd}{what}";
    }

    /// <summary>
    /// What of the standing is another on the day of the next change; empty: that is not known.
    /// </summary>
    public string Change() => explanation.Outlook.Next is { } next && next.On == Now.ChangesOn
        ? string.Join(Say("、", ", "), Changes(next)) : "";

    /// <summary>Null where no tier was judged.</summary>
    public string? Better()
    {
        if (Now.Tier is null)
        {
            return null;
        }

        if (explanation.Outlook.Better is not { } better)
        {
            return explanation.Manifest?.Tiers.RankOf(Now.Tier) == 0 ? null
                : Say("仅随时间经过不会升至更好等级", "time alone brings no better tier within ten years");
        }

        return $"{Say("更好等级最早", "better tier from")} {better.On:yyyy-MM-dd}"
            + $"{Say("：", ": ")}{Tier(better.Tier)}{(Waits() is { } wait ? Say("，", ", ") + wait : "")}";
    }

    /// <summary>A tier by its title and its code.</summary>
    public string Tier(string? tier) => tier is null ? "?"
        : explanation.TierTitle(tier)?.In(language) is { } title && title != tier
            ? WithCodes ? $"{tier}{Say("（", " (")}{title}{Say("）", ")")}" : title
            : tier;

    private IEnumerable<string> Changes(Standing next) =>
        Now.Differences(next) is var parts && parts.Count == 0 ? []
        : parts.Where(part => part != "tierRule" || !parts.Contains("tier"))
            .Where(part => part != "measures" || !parts.Contains("points"))
            .Select(part => part switch
            {
                "tier" => $"{Say("等级", "tier")} {(WithCodes ? Now.Tier ?? "?" : Tier(Now.Tier))} → "
                    + Tier(next.Tier),
                "points" => $"{Say("记分", "points")} {Points(Now)} → {Points(next)}",
                "lockedUntil" => Say("等级锁定", "the lock of the tier"),
                "frequency" => Say("监管频次", "frequency"),
                "duties" => Say("义务", "duties"),
                "steps" => Say("措施", "steps"),
                "entries" => Say("有效记分条目", "entries that count"),
                "measures" => Say("指标", "named values"),
                "tierRule" => Say("决定等级的级", "the rung that decides"),
                "pack" => $"{Say("规则包版本", "version of the pack")} {next.Pack}",
                "flaws" => Say("能否评定", "whether it can be judged"),
                _ => part,
            });

    /// <summary>What the better tier waits for; null: nothing that could be named.</summary>
    public string? Waits() => explanation.Outlook.Better is not { } better ? null
        : Now.LockedUntil == better.On ? Say("待等级锁定期满", "when the lock of the tier ends")
        : Entries(better) ?? (RungBefore(better) is { } rung
            ? Say($"待“{Named(rung)}”不再成立", $"when \"{Named(rung)}\" no longer holds") : null);

    /// <summary>The entries that lapse until then; null: none of them does on that very day.</summary>
    private string? Entries(Standing better)
    {
        var waiting = explanation.Outlook.Waiting(Now);
        if (waiting.All(entry => entry.LapsesOn != better.On))
        {
            return null;
        }

        var points = Now.Points is not null;
        var names = waiting.Take(MostNamed)
            .Select(entry => points ? $"{Named(entry.Rule)} {entry.Points}" : Named(entry.Rule));
        return Say(
            (points ? $"待 {waiting.Count} 条记分失效" : $"待 {waiting.Count} 项届满")
                + $"（{string.Join("、", names)}{(waiting.Count > MostNamed ? " 等" : "")}）",
            (points ? $"when {waiting.Count} entries have lapsed " : $"when {waiting.Count} have ended ")
                + $"({string.Join(", ", names)}{(waiting.Count > MostNamed ? ", ..." : "")})");
    }

    /// <summary>The rung that decides up to the day before; null: another standing is not known of.</summary>
    private string? RungBefore(Standing better) =>
        (explanation.Outlook.Turns.LastOrDefault(turn => turn.On < better.On) ?? Now).TierRule;

    private string Named(string rule) =>
        explanation.RuleTitles.TryGetValue(rule, out var title) ? title.In(language) : rule;

    private static string Points(Standing standing) => standing.Points?.ToString() ?? "-";

    private string Say(string zh, string en) => new Wording(zh, en).In(language);
}

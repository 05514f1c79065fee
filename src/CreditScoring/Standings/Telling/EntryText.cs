using System.Globalization;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings.Telling;

/// <summary>
/// An entry that was made: its points and days, and why it does not count where it does not.
/// </summary>
public sealed class EntryText(Explanation explanation, string language)
{
    /// <summary>Whether an article is told by the name of its place in law.md as well.</summary>
    public bool WithCodes { get; init; } = true;

    public string Of(EntryAccount account)
    {
        var entry = account.Entry;
        var term = $"{entry.Points} {Say("分，自", "points from")} {Day(entry.From)}"
            + (entry.LapsesOn is { } lapse ? $"{Say("，失效于", ", lapse on")} {Day(lapse)}" : "")
            + (account.CarriedOver ? Say("（已延续）", " (carried over)") : "");
        return account.State == EntryState.Counts ? $"→ {term}"
            : $"✗ {Say("不计入", "does not count")}: {term}{Say("；", "; ")}{Why(account)}{Article(account)}";
    }

    private string Why(EntryAccount account) => account.State switch
    {
        EntryState.Waits => $"{Day(account.On)} {Say("起才计", "is the day from which it counts")}",
        EntryState.Absorbed => Say(
            $"同组只计最重的一条：{Named(account.Absorbing)}",
            $"of its group only the gravest counts: {Named(account.Absorbing)}"),
        EntryState.Cleared => Say(
            $"已于 {Day(account.On)} 由“{Rule(account.ClearedUnder!)}”清除（{account.ClearedBy!.Event.Id}）",
            $"cleared on {Day(account.On)} by \"{Rule(account.ClearedUnder!)}\" "
                + $"({account.ClearedBy!.Event.Id})"),
        EntryState.Replaced => Say(
            $"{Day(account.On)} 起适用新版本", $"another version judges it from {Day(account.On)} on"),
        EntryState.Lapsed => $"{Day(account.On)} {Say("起已失效", "is the day on which it lapsed")}",
        _ => Say("当日未能评定，或不适用", "not judged on the day, or the regime does not apply"),
    };

    private string Article(EntryAccount account) => account.Citation is not { } citation ? ""
        : $"{Say("，依据", ", under")} {(WithCodes ? citation + " " : "")}"
            + (LegalCitation.Of(citation, explanation)
                ?? explanation.Provisions.GetValueOrDefault(citation)?.Article);

    /// <summary>The title of a rule, else its name.</summary>
    public string Rule(string rule) =>
        explanation.RuleTitles.TryGetValue(rule, out var title) ? title.In(language) : rule;

    private string Named(Entry? entry) =>
        entry is null ? "?" : $"{Rule(entry.Rule)} {entry.Points}{Say("（", " (")}{entry.Id}{Say("）", ")")}";

    private string Say(string zh, string en) => language == "zh" ? zh : en;

    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}

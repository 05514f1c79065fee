using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Conformance;

namespace CreditScoring.Cli;

/// <summary>Tells how the rule language stands to a recording: each difference, then the counts.</summary>
internal static class ConformReport
{
    public static string Text(Comparison each, string language)
    {
        var (zh, en) = Label(each.Verdict);
        var reason = each.Reason is null ? "" : $" ({each.Reason})";
        return language == "zh"
            ? $"{each.Id}: {zh}{reason}：`{each.Text}`，输入 {each.Input}：本系统 {each.Ours}，记录 {each.Recorded}"
            : $"{each.Id}: {en}{reason}: `{each.Text}` on {each.Input}: ours {each.Ours}, recorded {each.Recorded}";
    }

    public static string Json(Comparison each) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("id", each.Id);
        text.Property("group", each.Group);
        text.Property("verdict", Label(each.Verdict).En);
        text.Property("reason", each.Reason);
        text.Property("text", each.Text);
        text.Property("input", each.Input);
        text.Property("ours", each.Ours);
        text.Property("recorded", each.Recorded);
        text.WriteEndObject();
    });

    public static string Summary(Recording recording, IReadOnlyList<Comparison> all, string language) =>
        string.Join('\n', Enum.GetValues<Verdict>()
            .Select(verdict => string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(all, verdict),5}  {(language == "zh" ? Label(verdict).Zh : Label(verdict).En)}"))
            .Prepend($"{recording.Engine}: {recording.Expressions.Count} + {recording.Workflows.Count}"));

    public static string JsonSummary(Recording recording, IReadOnlyList<Comparison> all) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("engine", recording.Engine);
        text.Property("expressions", recording.Expressions.Count);
        text.Property("workflows", recording.Workflows.Count);
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            text.Property(Label(verdict).En, Count(all, verdict));
        }

        text.WriteEndObject();
    });

    private static int Count(IEnumerable<Comparison> all, Verdict verdict) =>
        all.Count(each => each.Verdict == verdict);

    private static (string Zh, string En) Label(Verdict verdict) => verdict switch
    {
        Verdict.Agrees => ("一致", "agree"),
        Verdict.DiffersAsIntended => ("有意不同", "intended difference"),
        Verdict.AcceptsMore => ("接受更多", "accepts more"),
        Verdict.RefusesMore => ("拒绝更多", "refuses more"),
        Verdict.AcceptsForbidden => ("接受了禁止的", "accepts forbidden"),
        _ => ("矛盾", "contradicts"),
    };
}

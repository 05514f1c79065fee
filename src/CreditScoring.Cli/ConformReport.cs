using System.Globalization;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.SecondOpinion;
using CreditScoring.Workbench.Conformance;

namespace CreditScoring.Cli;

/// <summary>Tells how the rule language stands to a recording: each difference, then the counts.</summary>
internal static class ConformReport
{
    public static string Text(Comparison each, string language)
    {
        var (zh, en) = Label(each.Verdict);
        var reason = each.Reason is null ? "" : $" ({each.Reason})";
        return Spelling.OneLine(language == "zh"
            ? $"{each.Id}: {zh}{reason}：`{each.Text}`，输入 {each.Input}：本系统 {each.Ours}，记录 {each.Recorded}"
            : $"{each.Id}: {en}{reason}: `{each.Text}` on {each.Input}: "
                + $"ours {each.Ours}, recorded {each.Recorded}");
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

    /// <param name="place">Where it was recorded.</param>
    public static string Text(LiveAnswer each, Place place, string language) => Spelling.OneLine(
        language == "zh"
        ? $"{place}: {each.Id}{RuleOf(each)}，输入 {each.Input}：记录 {each.Recorded}，{PackageEngine.Version} 现在得 "
            + $"{each.Live}{(each.Ours is null ? "" : $"，本系统 {each.Ours}")}"
        : $"{place}: {each.Id}{RuleOf(each)} on {each.Input}: recorded {each.Recorded}, "
            + $"{PackageEngine.Version} now answers "
            + $"{each.Live}{(each.Ours is null ? "" : $", ours {each.Ours}")}");

    public static string Json(LiveAnswer each, Place place) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("place", $"{place}");
        text.Property("id", each.Id);
        text.Property("rule", each.Rule);
        text.Property("input", each.Input);
        text.Property("recorded", each.Recorded);
        text.Property("live", each.Live);
        text.Property("ours", each.Ours);
        text.WriteEndObject();
    });

    public static string Summary(
        Recording recording, IReadOnlyList<Comparison> all, IReadOnlyList<LiveAnswer> live, int notAsked,
        string language) =>
        Summary(recording, all, language) + "\n" + EnginePhrases.Live(
            PackageEngine.Version, live.Count(each => each.IsAsRecorded),
            live.Count(each => each.IsByCulture), live.Count(each => each.Contradicts), notAsked)
            .In(language);

    private static string RuleOf(LiveAnswer each) => each.Rule is null ? "" : $" {each.Rule}";

    private static string Summary(Recording recording, IReadOnlyList<Comparison> all, string language) =>
        string.Join('\n', Enum.GetValues<Verdict>()
            .Select(verdict => string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(all, verdict),5}  {(language == "zh" ? Label(verdict).Zh : Label(verdict).En)}"))
            .Prepend($"{Spelling.Shown(recording.Engine)}: {recording.Expressions.Count} + "
                + $"{recording.Workflows.Count}"));

    public static string JsonSummary(
        Recording recording, IReadOnlyList<Comparison> all, IReadOnlyList<LiveAnswer> live, int notAsked) =>
        JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("engine", recording.Engine);
        text.Property("expressions", recording.Expressions.Count);
        text.Property("workflows", recording.Workflows.Count);
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            text.Property(Label(verdict).En, Count(all, verdict));
        }

        text.Property("live", PackageEngine.Version);
        text.Property("live as recorded", live.Count(each => each.IsAsRecorded));
        text.Property("live by culture", live.Count(each => each.IsByCulture));
        text.Property("live contradicts", live.Count(each => each.Contradicts));
        text.Property("live not asked", notAsked);
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

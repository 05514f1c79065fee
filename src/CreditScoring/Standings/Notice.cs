using System.Globalization;
using System.Text;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// An explanation as the draft of a letter (说明草稿), in Chinese: what is counted and under which article,
/// the tier, what follows, and when it ends. It says nothing of rights to be heard or of remedies, so
/// it is no notice (告知书) until an officer has added them.
/// </summary>
public static class Notice
{
    public static string Of(Explanation explanation)
    {
        var standing = explanation.Standing;
        var text = new StringBuilder();
        text.Append(Named(standing)).Append('：').Append('\n');
        text.Append("根据").Append(Quoted(explanation.Title.Zh)).Append('，');
        if (standing.Tier is null)
        {
            text.Append("截至").Append(Day(standing.On)).Append("尚不能作出评定：")
                .Append(string.Join('；', standing.Flaws.Select(flaw => flaw.What.Zh))).Append('。');
            return text.ToString();
        }

        text.Append("截至").Append(Day(standing.On));
        if (standing.Points is { } points)
        {
            text.Append("累计记").Append(points).Append("分，");
        }

        text.Append("评定为").Append(Tier(explanation, standing.Tier)).Append(Basis(explanation, explanation.Rungs)).Append('。');
        Entries(text, explanation);
        Frequency(text, explanation);
        Duties(text, explanation);
        Future(text, explanation);
        if (standing.Status != "official")
        {
            text.Append("\n（本规则状态为").Append(Status(standing.Status)).Append("，以上结果不得作为对企业的正式认定。）");
        }

        return text.ToString();
    }

    /// <summary>A tier in the regime's own words, else by its code.</summary>
    private static string Tier(Explanation explanation, string? tier) =>
        $"“{explanation.TierTitle(tier)?.Zh ?? tier}”";

    private static string Named(Standing standing) =>
        standing.Subject.Kind == "operator" ? $"统一社会信用代码 {standing.Subject.Id} 的经营主体" : standing.Subject.ToString();

    private static void Entries(StringBuilder text, Explanation explanation)
    {
        var entries = explanation.Standing.Entries;
        var scores = explanation.Standing.Points is not null;
        text.Append(entries.Count > 0 ? (scores ? "\n有效记分如下：" : "\n计入的事项如下：")
            : scores ? "\n当日没有有效记分。" : "");
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            text.Append("\n（").Append(i + 1).Append('）').Append(Event(entry.Happened)).Append('，')
                .Append(Cited(explanation, entry.Citation))
                .Append(scores ? $"记{entry.Points}分，" : "").Append('自').Append(Day(entry.From)).Append("起计");
            text.Append(entry.LapsesOn is { } lapse ? $"，至{Day(lapse.AddDays(-1))}止" : "").Append(i == entries.Count - 1 ? '。' : '；');
        }
    }

    private static void Frequency(StringBuilder text, Explanation explanation)
    {
        if (explanation.Standing.Frequency is not { } frequency)
        {
            return;
        }

        // The window of an inspection is not for the one to be inspected.
        var start = text.Length;
        text.Append(frequency.TimesPerYear is { } times ? $"检查频次为每年{Number(times)}次，" : "");
        text.Append(frequency.SamplingShare is { } share ? $"抽查比例为{Number(share * 100)}%，" : "");
        text.Append(frequency.VisitCap is { } cap ? $"年度入企检查上限为{Number(cap)}次，" : "");
        text.Append(frequency.KeySupervision == true ? "列为重点监管对象，" : "");
        if (text.Length > start)
        {
            text.Length--;
            text.Append('。').Insert(start, "\n据此实施分级监管：");
        }
    }

    /// <summary>What the subject itself still has to do, or has failed to do; the authority's duties are no notice to it.</summary>
    private static void Duties(StringBuilder text, Explanation explanation)
    {
        var duties = explanation.Duties
            .Where(each => each.Duty is { Of: "subject", State: not DutyState.Fulfilled }).ToArray();
        text.Append(duties.Length == 0 ? "" : "\n尚须履行的义务如下：");
        for (var i = 0; i < duties.Length; i++)
        {
            var (duty, rule) = duties[i];
            text.Append("\n（").Append(i + 1).Append('）').Append("因").Append(Event(duty.Happened)).Append('，')
                .Append(Cited(explanation, rule.Citation))
                .Append(duty.Opens is { } opens ? $"自{Day(opens)}起" : "").Append(Term(duty)).Append("履行")
                .Append(rule.Title is { } title ? $"：{title.Zh}" : "")
                .Append(duty.State == DutyState.Missed ? "，逾期未履行" : "")
                .Append(i == duties.Length - 1 ? '。' : '；');
        }
    }

    private static string Term(Duty duty) =>
        duty.DueUnknown is { } why ? $"（最后一日尚不能确定：{why.Reason.Zh}）"
            : duty.Due is { } due ? $"至{Day(due)}止" : "";

    private static void Future(StringBuilder text, Explanation explanation)
    {
        if (explanation.Outlook.Next is { } next && next.On != explanation.Outlook.Better?.On
            && next.Points is { } then && explanation.Standing.Points is { } now && then != now)
        {
            text.Append("\n如无新的事项，自").Append(Day(next.On)).Append("起累计记").Append(then).Append("分。");
        }

        if (explanation.Outlook.Better is { } better)
        {
            var lapsed = explanation.Outlook.Waiting(explanation.Standing).Count;
            text.Append("\n如无新的事项，自").Append(Day(better.On)).Append("起评定为").Append(Tier(explanation, better.Tier))
                .Append(lapsed > 0 ? $"，届时上列事项中有{lapsed}项已失效。" : "。");
        }

        foreach (var decided in explanation.Repairs.Where(answer => answer.Decision is not null))
        {
            text.Append('\n').Append(Day(decided.Request.From)).Append("的信用修复申请，").Append(Day(decided.Decision!.From))
                .Append(decided.Granted == true ? "决定准予修复。" : "决定不予修复。");
        }

        foreach (var proposed in explanation.Repairs.Where(answer => answer is { MeetsConditions: true, Granted: null }))
        {
            text.Append('\n').Append(Day(proposed.Request.From)).Append("的信用修复申请符合条件，有待机关决定。");
        }

        foreach (var refused in explanation.Repairs.Where(answer => answer is { MeetsConditions: false, Decision: null }))
        {
            var reasons = refused.Conditions.Where(condition => condition.Account.Answer == false)
                .Select(condition => (condition.Reason ?? condition.Account.Title?.Zh ?? condition.Account.Rule).Split(" · ")[0])
                .Concat(refused.Conditions.SelectMany(condition => condition.Account.Flaws).Select(flaw => flaw.What.Zh));
            text.Append('\n').Append(Day(refused.Request.From)).Append("的信用修复申请不符合条件：")
                .Append(string.Join('；', reasons)).Append('。');
            text.Append(refused.FirstAcceptedOn is { } day ? $"最早可于{Day(day)}再次提出。" : "");
        }
    }

    private static string Event(Happening happening) => happening == RaisedKinds.OfTheSubject
        ? happening.Event.Kind.Label.Zh
        : $"{Day(happening.From)}{happening.Event.Kind.Label.Zh}"
        + (happening.Event.Document is { } document ? $"（{document}）" : $"（编号 {happening.Event.Id}）");

    private static string Basis(Explanation explanation, IReadOnlyList<RuleAccount> rules) =>
        rules.LastOrDefault(rule => rule.Holds) is { Citation: { } citation }
            ? $"（{Cited(explanation, citation).TrimEnd('，')}）" : "";

    private static string Cited(Explanation explanation, string? citation) =>
        citation is null ? "" : explanation.Provisions.GetValueOrDefault(citation) is { } provision
            ? $"依据{Quoted(Short(provision))}，" : explanation.Manifest?.Instrument is { } instrument ? $"依据{instrument}，" : "";

    private static string Short(Provision provision)
    {
        var article = provision.Article.Split('·')[0].Trim();
        return provision.Paragraph.Length == 0 ? article : $"{article} {provision.Paragraph.TrimEnd('。')}";
    }

    private static string Status(string? status) => status switch
    {
        "illustrative" => "示例",
        "template" => "模板",
        "fixture" => "测试",
        _ => status ?? "",
    };

    private static string Quoted(string text) => $"“{text}”";

    private static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    private static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}

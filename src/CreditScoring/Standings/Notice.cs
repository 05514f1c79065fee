using System.Text;

namespace CreditScoring.Standings;

/// <summary>Whom a draft is for.</summary>
public enum Addressee
{
    /// <summary>The party (当事人): nothing of windows, shares or the authority's duties.</summary>
    Party,

    /// <summary>The authority's own file (存档说明).</summary>
    File,
}

/// <summary>
/// The standings of a subject as one draft (说明草稿): first the regimes that rest on an instrument, then,
/// apart and under their own heading, those that have no effect. It is no notice (告知书) until an
/// officer has filled in the authority, the day and how to reach it, and has compared the rights.
/// </summary>
public sealed class Notice
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    private readonly Addressee addressee;
    private readonly string language;
    private readonly StringBuilder text = new();

    private Notice(Addressee addressee, string language)
    {
        this.addressee = addressee;
        this.language = language;
    }

    /// <param name="explanations">Of one subject on one day; a regime that does not cover it is left
    /// out.</param>
    /// <param name="language">"zh", anything else is English.</param>
    public static string Of(IEnumerable<Explanation> explanations, Addressee addressee, string language)
    {
        var all = explanations.ToArray();
        return all.Length == 0 ? "" : new Notice(addressee, language).Write(all);
    }

    private string Write(Explanation[] all)
    {
        var told = all.Where(Covers).ToArray();
        var official = told.Where(each => each.Standing.Status == "official").ToArray();
        Head(all[0]);
        for (var i = 0; i < official.Length; i++)
        {
            Section(official[i], i);
        }

        if (official.Length == 0)
        {
            Line(Say("没有可以说明的事项。", "There is nothing to tell."));
        }

        var others = told.Except(official).ToArray();
        if (others.Length > 0)
        {
            Line("");
            Line(Say(
                "附：示例、模板或者测试规则的测算。这些规则不是任何机关的文件，以下内容没有效力，不得作为认定、检查或者公示的依据。",
                "Annex: reckoned by illustrative, template or test rules. They are no instrument of any "
                + "authority. What follows has no effect and may be the basis of no finding, inspection or "
                + "publication."));
            for (var i = 0; i < others.Length; i++)
            {
                Section(others[i], i);
            }
        }

        if (addressee == Addressee.File)
        {
            LeftOut(all.Except(told));
        }

        Foot();
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Names what the file is not told of, since it says nothing of the subject.</summary>
    private void LeftOut(IEnumerable<Explanation> untold)
    {
        var titles = untold.Select(Title).Distinct().ToArray();
        if (titles.Length > 0)
        {
            Line("");
            Line(Say("不适用或者当日没有规则的：", "Not applicable, or without rules on the day: ")
                + string.Join(Say("、", "; "), titles) + Say("。", "."));
        }
    }

    private bool Covers(Explanation each) => each.Standing.Applies && each.Manifest is not null
        && (addressee == Addressee.File || each.Manifest.Notice.ToParty);

    private void Head(Explanation explanation)
    {
        var standing = explanation.Standing;
        Line(addressee == Addressee.Party ? Say("说明草稿（致当事人）", "Draft of an explanation to the party")
            : Say("说明草稿（机关存档，不送达当事人）", "Draft for the authority's file, not to be served"));
        Line(Say(
            "本稿由规则推算生成，尚未经机关核对、填写和盖章，不是告知书，不产生送达的效力。",
            "Made from rules by reckoning. No authority has compared, completed or sealed it: it is no "
                + "notice and serves nothing."));
        Line("");
        Line(Named(explanation) + Say("：", ":"));
        Line(Say($"截至{Day(standing.On)}，有关情况如下。", $"As of {Day(standing.On)}:"));
    }

    private void Section(Explanation explanation, int place)
    {
        Line("");
        var number = language == "zh" && place < Numerals.Length ? $"{Numerals[place]}" : $"{place + 1}";
        Line(number + Say("、", ". ") + Title(explanation));
        foreach (var line in new NoticeSection(explanation, addressee, language).Lines())
        {
            Line(line);
        }
    }

    private void Foot()
    {
        Line("");
        if (addressee == Addressee.Party)
        {
            Line(Say("机关（印章）：____________　　日期：____年____月____日",
                "Authority (seal): ____________    Date: ____________"));
            Line(Say(
                "联系人：____________　　电话：____________　　地址：____________",
                "Contact: ____________    Telephone: ____________    Address: ____________"));
        }
        else
        {
            Line(Say("承办人：____________　　审核人：____________　　日期：____年____月____日",
                "Officer: ____________    Reviewed by: ____________    Date: ____________"));
        }
    }

    private string Title(Explanation explanation) =>
        explanation.Title.In(language) ?? explanation.Standing.Regime;

    /// <summary>
    /// Whom it is of: of a person the party is not told the keyed hash, by which nobody knows anybody.
    /// </summary>
    private string Named(Explanation explanation)
    {
        var subject = explanation.Standing.Subject;
        return explanation.SubjectKind switch
        {
            { IsPersonal: true } when addressee == Addressee.Party =>
                Say("自然人（有效证件号码：____________）", "The person with the papers numbered ____________"),
            { IsPersonal: true } => Say($"自然人（档案标识 {subject.Id}）", $"The person filed as {subject.Id}"),
            { ChecksCode: true } kind => Say($"统一社会信用代码 {subject.Id} 的{kind.Label.Zh}",
                $"The {kind.Label.En} {subject.Id} (unified social credit code)"),
            _ => subject.ToString(),
        };
    }

    private string Day(DateOnly day) => NoticeWords.Day(day, language);

    private string Say(string zh, string en) => language == "zh" ? zh : en;

    private void Line(string line) => text.Append(line).Append('\n');
}

using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What the draft says of one regime, line by line.</summary>
internal sealed class NoticeSection(Explanation explanation, Addressee addressee, string language)
{
    private Standing Standing => explanation.Standing;

    private bool Zh => language == "zh";

    public IEnumerable<string> Lines()
    {
        if (explanation.Manifest!.Instrument is { } instrument)
        {
            yield return Say($"依据：{instrument}。", $"Under {instrument}.");
        }

        if (Standing.Tier is null)
        {
            yield return NotJudged();
            yield break;
        }

        yield return State();
        foreach (var line in Entries().Concat(Supervision()).Concat(Duties("subject")).Concat(Future()))
        {
            yield return line;
        }

        foreach (var line in new NoticeRequests(explanation.Repairs, language).Lines())
        {
            yield return line;
        }

        foreach (var line in addressee == Addressee.File ? Arrangements().Concat(Duties("authority")) : [])
        {
            yield return line;
        }

        foreach (var line in Rights())
        {
            yield return line;
        }
    }

    /// <summary>
    /// Where a rule lacks a number is the authority's affair; the party is told that there is no result.
    /// </summary>
    private string NotJudged() => addressee == Addressee.Party
        ? Say("尚不能得出结果，有待机关核实。", "There is no result yet; the authority has to look into it.")
        : Say("尚不能得出结果：", "There is no result yet: ")
            + string.Join(Say("；", "; "), Standing.Flaws.Select(
                flaw => $"{flaw.What.In(language)} [{flaw.Place}]")) + Say("。", ".");

    private string State()
    {
        var label = explanation.Manifest!.Notice.Standing?.In(language)
            ?? (Standing.Points is null ? Say("状态", "State") : Say("等级", "Class"));
        var basis = PartyRights.IsAtEase(explanation) ? "" : Basis(explanation.Rungs);
        return $"{label}{Say("：", ": ")}{Tier(Standing.Tier)}{basis}{Points()}{Say("。", ".")}";
    }

    /// <summary>What is shown as points, by the name that the pack gives it.</summary>
    private string Points() => Standing.Points is not { } total ? ""
        : explanation.MeasureTitle(explanation.Manifest!.Points ?? "")?.In(language) is { } title
            ? Say($"，{title}：{total}分", $", {title}: {total}")
            : Say($"，累计记{total}分", $", {total} points");

    private IEnumerable<string> Entries()
    {
        var scores = Standing.Points is not null;
        if (Standing.Entries.Count > 0)
        {
            yield return scores ? Say("有效的分值：", "Points in effect:") : Say("据以得出的事项：", "What it rests on:");
        }

        foreach (var (entry, at) in Standing.Entries.Select((entry, at) => (entry, at + 1)))
        {
            var what = explanation.RuleTitles.TryGetValue(entry.Rule, out var title)
                ? title.In(language)
                : null;
            yield return Item(at,
                NoticeWords.Event(entry.Happened, language), what, Cited(entry.Citation),
                scores ? Say($"{entry.Points}分", $"{entry.Points} points") : null, Term(entry));
        }

        var weighed = new WeighingText(explanation, language);
        foreach (var weighing in explanation.Events.SelectMany(each => each.Weighings))
        {
            yield return weighed.Sentence(weighing);
        }
    }

    private string Term(Entry entry) => entry.LapsesOn is { } lapse
        ? Say($"自{Day(entry.From)}起，至{Day(lapse.AddDays(-1))}止",
            $"from {Day(entry.From)} through {Day(lapse.AddDays(-1))}")
        : Say($"自{Day(entry.From)}起", $"from {Day(entry.From)}");

    /// <summary>
    /// What the party is told of its supervision: the cap that protects it, and that it is under key
    /// supervision and why.
    /// </summary>
    private IEnumerable<string> Supervision() => OfFrequency(field => field.ToParty);

    /// <summary>What is said of the fields of the frequency, in their order.</summary>
    private IEnumerable<string> OfFrequency(Func<FrequencyField, FieldSentence?> sentence) =>
        from field in FrequencyField.All
        let value = Standing.Frequency?[field]
        let said = value is null ? null : sentence(field)
        where said is not null && (said.Of is null || said.Of.Equals(value))
        select NoticeWords.Filled(said.Text, value, language)
            .Replace("{basis}", Basis(Deciding(field.Name)), StringComparison.Ordinal)
            .Replace("{rule}", Basis(Deciding(field.Name), titled: true), StringComparison.Ordinal);

    private RuleAccount[] Deciding(string property) => [.. explanation.Frequency
        .Where(rule => rule.Holds && rule.Results.Any(result => result.Key == property)).Take(1)];

    /// <summary>How and when it is to be inspected, which is not for the one to be inspected.</summary>
    private IEnumerable<string> Arrangements()
    {
        var said = OfFrequency(field => field.ToFile).ToArray();
        if (said.Length > 0)
        {
            yield return Say("检查安排（不告知当事人）：", "Inspection (not to be told to the party): ")
                + string.Join(Say("，", ", "), said) + Basis(
                    [.. explanation.Frequency.Where(rule => rule.Holds).Take(1)]) + Say("。", ".");
        }
    }

    /// <summary>
    /// The duties of the subject or of the authority that are not fulfilled and have begun.
    /// </summary>
    private IEnumerable<string> Duties(string whose)
    {
        var duties = explanation.ToBeDoneBy(whose).ToArray();
        if (duties.Length > 0)
        {
            yield return whose == "subject" ? Say("尚须履行的义务：", "Still to be done by the party:")
                : Say("机关应当办理（不告知当事人）：", "To be done by the authority (not to be told to the party):");
        }

        foreach (var ((duty, rule), at) in duties.Select((each, at) => (each, at + 1)))
        {
            var (event_, title) = (
                NoticeWords.Event(duty.Happened, language), rule.Title?.In(language) ?? rule.Rule);
            yield return Item(
                at, Say($"因{event_}", $"because of {event_}"), title, Cited(rule.Citation), Term(duty),
                duty.State == DutyState.Missed ? Say("逾期未履行", "not done in time") : null);
        }
    }

    private string? Term(Duty duty)
    {
        if (duty.DueUnknown is { } why)
        {
            return Say($"最后一日尚不能确定：{why.Reason.Zh}", $"the last day cannot be said yet: {why.Reason.En}");
        }

        var (opens, due) = (duty.Opens is { } first ? Say($"自{Day(first)}起", $"from {Day(first)}") : null,
            duty.Due is { } last ? Say($"至{Day(last)}止", $"through {Day(last)}") : null);
        return opens is null || due is null ? opens ?? due : opens + (Zh ? "" : " ") + due;
    }

    private IEnumerable<string> Future()
    {
        if (explanation.Outlook.Next is { } next && next.On != explanation.Outlook.Better?.On
            && next.Points is { } then && Standing.Points is { } now && then != now)
        {
            yield return Say($"如无新的事项，自{Day(next.On)}起累计记{then}分。",
                $"If nothing new happens: {then} points from {Day(next.On)}.");
        }

        if (explanation.Outlook.Better is { } better)
        {
            yield return Say($"如无新的事项，自{Day(better.On)}起：{Tier(better.Tier)}。",
                $"If nothing new happens, from {Day(better.On)}: {Tier(better.Tier)}.");
        }
    }

    /// <summary>The rights that the pack lays down, where there is anything to object to.</summary>
    private IEnumerable<string> Rights()
    {
        var rights = PartyRights.Of(explanation);
        if (rights.Count > 0)
        {
            yield return Say("当事人的权利：", "Rights of the party:");
        }

        foreach (var ((right, last), at) in rights.Select((right, at) => (right, at + 1)))
        {
            var until = last is { } day ? Say($"，至{Day(day)}止", $", through {Day(day)}") : "";
            var basis = LegalCitation.Shortened(right.Basis, explanation.Manifest);
            var unread = right.Provenance == Provenance.Published.Text ? ""
                : Say("，条文待核对", "; provision to be compared");
            yield return $"{Mark(at)}{right.Text.In(language)}{until}"
                + $"{Say($"（{basis}{unread}）。", $" ({basis}{unread}).")}";
        }
    }

    private string Basis(IReadOnlyList<RuleAccount> rules, bool titled = false) =>
        rules.LastOrDefault(rule => rule.Holds) is not { } rule ? ""
            : (titled ? rule.Title?.In(language) : null, LegalCitation.Of(rule.Citation, explanation)) switch
            {
                (null, null) => "",
                (null, { } provision) => Say($"（{provision}）", $" ({provision})"),
                ({ } title, null) => Say($"（{title}）", $" ({title})"),
                ({ } title, { } provision) => Say($"（{title}，依据{provision}）", $" ({title}; {provision})"),
            };

    private string? Cited(string? citation) =>
        LegalCitation.Of(citation, explanation) is { } provision
            ? Say($"依据{provision}", $"under {provision}")
            : null;

    private string Tier(string? tier) => explanation.TierTitle(tier)?.In(language) ?? tier ?? "";

    private string Item(int at, params string?[] parts) =>
        Mark(at) + string.Join(Say("，", ", "), parts.Where(part => !string.IsNullOrEmpty(part))) + Say(
            "。", ".");

    private string Mark(int at) => Zh ? $"（{at}）" : $"({at}) ";

    private string Day(DateOnly day) => NoticeWords.Day(day, language);

    private string Say(string zh, string en) => Zh ? zh : en;
}

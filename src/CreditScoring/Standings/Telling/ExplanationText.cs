using System.Text;
using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings.Telling;

/// <summary>An explanation as a person reads it from top to bottom: events, total, tier, frequency.</summary>
public sealed partial class ExplanationText
{
    private const int LongText = 110;

    private readonly Explanation explanation;
    private readonly string language;
    private readonly OutlookText outlook;
    private readonly EntryText entries;
    private readonly WeighingText weighings;
    private readonly ReadingText readings;
    private readonly StringBuilder text = new();

    private ExplanationText(Explanation explanation, string language)
    {
        (this.explanation, this.language) = (explanation, language);
        outlook = new OutlookText(explanation, language);
        entries = new EntryText(explanation, language);
        weighings = new WeighingText(explanation, language);
        readings = new ReadingText(language);
    }

    /// <param name="language">zh or en.</param>
    public static string Of(Explanation explanation, string language)
    {
        var page = new ExplanationText(explanation, language);
        page.Head();
        page.Events(explanation.Events);
        page.Factors(explanation.Factors);
        page.Total();
        page.Tier();
        page.Steps(explanation.Steps);
        page.Frequency(explanation.Standing.Frequency, explanation.Frequency);
        page.Duties(explanation.Duties);
        page.Repairs(explanation.Repairs);
        page.Outlook();
        return page.text.ToString().TrimEnd();
    }

    /// <summary>The rungs of one tier, and what time alone brings.</summary>
    /// <param name="language">zh or en.</param>
    public static string WhyNot(Explanation explanation, string tier, string language)
    {
        var page = new ExplanationText(explanation, language);
        page.Head();
        page.Title($"等级 {page.outlook.Tier(tier)} 的各级条件", $"The rungs of tier {page.outlook.Tier(tier)}");
        foreach (var rung in explanation.Rungs)
        {
            page.Rule(1, rung);
        }

        page.Line(1, $"{page.Say("等级由此级决定", "the tier is decided by the rung")}: {page.Decisive()}");
        page.Outlook();
        return page.text.ToString().TrimEnd();
    }

    private string Decisive()
    {
        var standing = explanation.Standing;
        return standing.TierRule is null
            ? "-"
            : $"{entries.Rule(standing.TierRule)} → {outlook.Tier(standing.Tier)}";
    }

    /// <summary>
    /// Where the subject stands; the next change; from when a better tier, and what it waits for.
    /// </summary>
    private void Head()
    {
        var standing = explanation.Standing;
        Line(0, $"{standing.Subject.Id}  {standing.Regime} {standing.Pack}  {Day(standing.On)}");
        Line(0, explanation.Title.In(language) ?? "");
        Line(0, $"{Say("等级", "tier")} {outlook.Tier(standing.Tier)}   {Say("记分", "points")} "
            + $"{standing.Points?.ToString() ?? "-"}   "
            + string.Join(Say("；", "; "), new[] { outlook.Next(), outlook.Better() }.OfType<string>()));
        foreach (var flaw in standing.Flaws.Concat(explanation.Flaws))
        {
            Flaw(0, flaw);
        }
    }

    private void Events(IReadOnlyList<EventAccount> events)
    {
        Title("事件", "Events");
        foreach (var account in events)
        {
            var happening = account.Happening;
            Line(1, Dated(happening));
            foreach (var rule in account.Rules.Where(rule => rule.Holds))
            {
                Rule(2, rule);
                foreach (var entry in account.Entries.Where(entry => entry.Entry.Rule == rule.Rule))
                {
                    Line(3, entries.Of(entry));
                }
            }

            account.Weighings.SelectMany(weighings.Of).ToList().ForEach(line => Line(2, line));
            if (account.Pack is null)
            {
                Line(2, Say("没有施行中的规则包可以评定它", "no version in force covers it"));
            }
        }
    }

    private void Total()
    {
        Title("当日有效记分", "What counts on the day");
        foreach (var entry in explanation.Standing.Entries)
        {
            var until = $"{Say("至", "until")} {Day(entry.LapsesOn)} {Say("前", "")}".TrimEnd();
            Line(1, $"{entry.Points,4}  {entries.Rule(entry.Rule)}  {entry.Id}  {until}");
        }

        foreach (var (name, reading) in explanation.Measures)
        {
            Line(1, $"{explanation.MeasureTitle(name)?.In(language) ?? name} = {Value(reading.Value)}    "
                + $"{name} = {Beginning(reading.Text)}");
        }
    }

    private void Tier()
    {
        Title("等级", "Tier");
        foreach (var rung in explanation.Rungs)
        {
            Rule(1, rung);
        }

        if (explanation.Standing.LockedUntil is { } until)
        {
            Line(1, $"{Say("锁定至", "locked until")} {Day(until)}");
        }
    }

    private void Frequency(Frequency? frequency, IReadOnlyList<RuleAccount> rules)
    {
        if (frequency is null)
        {
            return;
        }

        Title("监管频次", "Frequency");
        var labelled = FrequencyField.All.Where(field => field.Label is not null)
            .Select(field => $"{field.Label!.Value.In(language)} {Span(frequency, field)}");
        var words = FrequencyField.All.Where(field => field.IsWritten).Select(field => frequency[field]);
        Line(1, string.Join("   ", labelled) + "   " + string.Join(' ', words));
        foreach (var rule in rules.Where(rule => rule.Holds))
        {
            Rule(1, rule);
        }
    }

    /// <summary>The value of a field, and of the one that ends what it opens.</summary>
    private string Span(Frequency frequency, FrequencyField field)
    {
        var values = FrequencyField.All.Where(each => each == field || each.EndOf == field)
            .Select(each => frequency[each]).ToArray();
        return values.All(each => each is null) ? Value(null)
            : string.Join(" – ", values.Select(each => each is null ? "-" : Value(each)));
    }

    private void Repairs(IReadOnlyList<RepairAnswer> repairs)
    {
        if (repairs.Count > 0)
        {
            Title("信用修复", "Repair");
        }

        foreach (var answer in repairs)
        {
            Line(1, $"{(answer.MeetsConditions ? "✓" : "✗")} {Day(answer.Request.From)}  "
                + $"{answer.Request.Event.Id}");
            if (answer.TakesEffect == RepairEffect.OnDecision)
            {
                Line(2, Decision(answer));
            }

            foreach (var condition in answer.Conditions)
            {
                Rule(2, condition.Account);
                if (condition.Account.Answer == false && condition.Reason is { } reason)
                {
                    Line(4, reason);
                }
            }

            if (answer.FirstAcceptedOn is { } day)
            {
                Line(2, $"{Say("最早可获准之日", "would first be granted on")} {Day(day)}");
            }

            if (answer.Flaw is { } flaw)
            {
                Flaw(2, flaw);
            }
        }
    }

    /// <summary>What time alone brings, and what has to lapse for a better tier.</summary>
    private void Outlook()
    {
        var ahead = explanation.Outlook;
        if (ahead is { Turns.Count: 0, Flaw: null })
        {
            return;
        }

        Title("如无新事件", "If nothing happens");
        foreach (var turn in ahead.Turns)
        {
            Line(1, $"{Day(turn.On)}  {Say("等级", "tier")} {outlook.Tier(turn.Tier)}  {Say("记分", "points")} "
                + $"{turn.Points?.ToString() ?? "-"}");
        }

        foreach (var entry in ahead.Waiting(explanation.Standing))
        {
            Line(2,
                $"{Say("届时已失效", "lapsed by then")}: {entries.Rule(entry.Rule)} {entry.Points} ({entry.Id})");
        }

        if (ahead.Flaw is { } flaw)
        {
            Flaw(1, flaw);
        }
    }

    /// <summary>When it counts from, what it is, its id, and its document where it has one.</summary>
    private string Dated(Happening happening) =>
        $"{Day(happening.From)}  {happening.Event.Kind.Label.In(language)}  "
        + $"{happening.Event.Id}  {happening.Event.Document}";

    /// <summary>A rule, whether it held, its article, and what each part of its condition came to.</summary>
    private void Rule(int depth, RuleAccount rule)
    {
        Line(depth, $"{Mark(rule.Answer)} {Named(rule)}   {rule.Citation}");
        foreach (var reading in rule.Condition.SelectMany(ReadingText.Atoms))
        {
            Line(depth + 2, readings.Answered(reading));
        }

        foreach (var flaw in rule.Flaws)
        {
            Flaw(depth + 2, flaw);
        }

        foreach (var (name, reading) in rule.Results)
        {
            var value = reading.Evaluated ? Value(reading.Value) : "?";
            Line(depth + 2, $"{name} = {value}    {reading.Text}{readings.Operands(reading)}");
        }
    }

    /// <summary>A rule by its title, with its name in the workflow.</summary>
    private string Named(RuleAccount rule) =>
        rule.Title?.In(language) is { } title && title != rule.Rule ? $"{title}  [{rule.Rule}]" : rule.Rule;

    /// <summary>
    /// What a named value is reckoned by, where it can be taken in at a glance; --json has the whole.
    /// </summary>
    private static string Beginning(string text) => text.Length <= LongText ? text : text[..LongText] + " …";

    private static string Mark(bool? answer) => answer switch { true => "✓", false => "✗", null => "?" };

    private void Flaw(int depth, Flaw flaw)
    {
        foreach (var line in flaw.In(language).Split('\n'))
        {
            Line(depth, line);
        }
    }

    private void Title(string zh, string en)
    {
        text.AppendLine();
        Line(0, Say(zh, en));
    }

    /// <summary>What is left out at the end of a line leaves no spaces behind.</summary>
    private void Line(int depth, string line) => text.Append(' ', depth * 2).AppendLine(line.TrimEnd());

    private string Say(string zh, string en) => language == "zh" ? zh : en;

    private string Value(object? value) => ValueText.Of(value, language);

    private string Day(DateOnly? day) => day is null ? "-" : Value(day);
}

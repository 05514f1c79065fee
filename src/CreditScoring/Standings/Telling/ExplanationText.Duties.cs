using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings.Telling;

/// <summary>What follows of rules besides points and tier: attributes, actions, duties, decisions.</summary>
public sealed partial class ExplanationText
{
    private void Factors(IReadOnlyList<RuleAccount> factors)
    {
        if (factors.Count == 0)
        {
            return;
        }

        Title("主体属性", "Attributes of the subject");
        foreach (var rule in factors.Where(rule => rule.Answer != false))
        {
            Rule(1, rule);
        }
    }

    private void Steps(IReadOnlyList<StepAccount> steps)
    {
        if (steps.Count == 0)
        {
            return;
        }

        Title("正在采取的措施", "Steps in force");
        foreach (var (step, rule) in steps)
        {
            Line(1, $"{rule?.Title?.In(language) ?? step.Step}  {Say("自", "since")} {Day(step.Since)}  "
                + $"{Say("失效于", "until")} {Day(step.Until)}");
            if (rule is null)
            {
                Line(2, Say("由机关记录", "recorded by an authority"));
            }
            else
            {
                Rule(2, rule);
            }
        }
    }

    /// <summary>
    /// Each duty: its window and state, the event and the rule that brought it about, what is awaited.
    /// </summary>
    private void Duties(IReadOnlyList<DutyAccount> duties)
    {
        if (duties.Count == 0)
        {
            return;
        }

        Title("义务", "Duties");
        foreach (var account in duties)
        {
            var duty = account.Duty;
            var happening = duty.Happened;
            Line(1, $"{State(account)}  {account.Rule.Title?.In(language) ?? duty.Name}  {Of(duty)}  "
                + $"{Say("窗口", "window")} {Bounded(duty.BoundedOpens)} – {Bounded(duty.BoundedDue)}");
            if (StandingFlaws.WindowUnknown(duty) is { } unknown)
            {
                Flaw(2, unknown);
            }

            Line(2, $"{Say("起因", "because of")} {Dated(happening)}");
            Rule(2, account.Rule);
            if (account.Fulfilled is { } fulfilled)
            {
                Line(4, $"{Say("履行条件", "fulfilled by")}: {readings.Answered(fulfilled)}");
            }
        }
    }

    private string Of(Duty duty) =>
        duty.Of == "subject" ? Say("经营主体", "of the subject") : Say("监管机关", "of the authority");

    private string State(DutyAccount account) => account.Duty.State switch
    {
        DutyState.Missed when account.IsDoneLate => Say("逾期后已履行", "done late"),
        DutyState.Open => Say("待履行", "open"),
        DutyState.Fulfilled => Say("已履行", "fulfilled"),
        _ => Say("逾期未履行", "missed"),
    };

    private string Bounded(BoundedDay day) =>
        day.IsKnown ? Day(day.Known) : Say("尚不能确定", "not known yet");

    private string Decision(RepairAnswer answer) => answer switch
    {
        { TurnedAway: { } away } => $"{Day(away.From)}  {Say("不予受理", "not taken in")}",
        { Decision: null } => Say("有待机关决定", "awaits the authority's decision"),
        { TakenBack: { } back } => $"{Day(answer.Decision.From)}  {Say("决定准予修复", "granted by decision")}, "
            + $"{Day(back.From)}  {Say("撤销准予决定", "taken back")}",
        { Granted: true } => $"{Day(answer.Decision.From)}  {Say("决定准予修复", "granted by decision")}",
        _ => $"{Day(answer.Decision.From)}  {Say("决定不予修复", "refused by decision")}",
    };
}

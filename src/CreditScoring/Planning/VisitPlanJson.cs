using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Packs;

namespace CreditScoring.Planning;

/// <summary>A plan of visits as JSON, and what the next plan needs of it.</summary>
public static class VisitPlanJson
{
    /// <summary>The words of causes, classes and reasons, as JSON has them.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static readonly JsonShape<Demand> Matter = new(
        "VisitMatter",
        new("regime", "制度，或 triggered、draw", "the regime, or triggered or draw", each => each.Regime),
        new("cause", "事由", "why", each => Word(each.Cause)),
        new("opens", "窗口首日", "first day", each => each.Opens),
        new("due", "应检日", "last day", each => each.Due),
        new("personDays", "人日", "person-days", each => each.PersonDays));

    /// <summary>What is said of a visit, planned or not.</summary>
    public static readonly IReadOnlyList<JsonMember<Visit>> OfVisit =
    [
        new("subject", "主体代码", "the subject's id", each => each.Candidate.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Candidate.Subject.Kind),
        new("name", "名称", "its name", each => each.Candidate.Name) { MayBeNull = true },
        new("unit", "检查单位（行政区划）", "the unit that visits, by its region",
            each => each.Candidate.Unit),
        new("tier", "等级", "tier", each => each.Candidate.Tier) { MayBeNull = true },
        new("points", "记分", "points", each => each.Candidate.Points),
        new("class", "必须、抽中或可以", "must, drawn or may", each => Word(each.Class)),
        new("cause", "最强的事由", "the most binding reason", each => Word(each.Cause)),
        new("from", "可检查的首日", "first day on which it can be made", each => each.Days.From),
        new("to", "可检查的末日", "last day on which it can be made", each => each.Days.To),
        new("personDays", "人日", "person-days", each => each.PersonDays),
        new("value", "价值", "what it is worth", each => each.Value),
        new("visitsUsed", "今年已查次数", "visits of the year so far",
            each => (long)each.Candidate.VisitsUsed),
        new(FrequencyField.VisitCap.Name, "年度上限", "the yearly cap",
            each => (long?)each.Candidate.VisitCap),
        JsonMember.List<Visit, Demand>("matters", "检查事项", "what is done", each => each.Matters, Matter),
    ];

    /// <summary>What is said of a visit that is planned.</summary>
    public static readonly IReadOnlyList<JsonMember<PlannedVisit>> OfPlanned =
    [
        new("week", "第几周，从 0 起", "the week of the plan, from 0", each => (long)each.Week),
        JsonMember.Texts<PlannedVisit>(
            "inspectors", "检查人员编号；空为未派", "who makes it, by id; empty: nobody is assigned",
            each => each.Inspectors),
        .. OfVisit.Select(member => member.Within<PlannedVisit>(each => each.Visit)),
    ];

    public static readonly JsonShape<PlannedVisit> Planned = new("PlannedVisit", OfPlanned);

    public static readonly JsonShape<LeftOut> Left = new(
        "VisitLeftOut",
        [
            new JsonMember<LeftOut>(
                "leftBy", "未排理由", "by which rule it was left out", each => Word(each.By)),
            new JsonMember<LeftOut>("daysLate", "逾期天数", "days late", each => (long)each.DaysLate),
            .. OfVisit.Select(member => member.Within<LeftOut>(each => each.Visit)),
        ]);

    /// <summary>What is otherwise with a visit after the plan was made anew.</summary>
    public static readonly JsonShape<PlanChange> Change = new(
        "PlanChange",
        new("subject", "主体代码", "the subject's id", each => each.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Subject.Kind),
        new("name", "名称", "its name", each => each.Name) { MayBeNull = true },
        JsonMember.Texts<PlanChange>("regimes", "制度", "whose matters", each => each.Regimes),
        new("from", "原在第几周，从 0 起；null 为原未排入", "the week before, from 0; null: it was not planned",
            each => (long?)each.From),
        new("to", "现在第几周；null 为不再排入", "the week now; null: it is not planned any more",
            each => (long?)each.To),
        new("why", "变动原因", "why", each => Word(each.Why)));

    private static readonly JsonShape<UnitCapacity> Unit = new(
        "UnitCapacity",
        new("unit", "检查单位（行政区划）", "the unit, by its region", each => each.Unit),
        new("weeks", "各周人日", "person-days by week",
            (json, each) => json.Array(each.Weeks, (to, days) => to.Number(days)))
        {
            Type = JsonType.ListOf(JsonType.Number),
        });

    private static readonly JsonMember<VisitPlan>[] OfPlan =
    [
        new("from", "首日", "first day", each => each.Period.From),
        new("to", "末日", "last day", each => each.Period.To),
        JsonMember.List<VisitPlan, UnitCapacity>(
            "units", "各单位的能力", "what each unit can do", each => each.Units, Unit),
        JsonMember.List<VisitPlan, PlannedVisit>(
            "visits", "排入的检查", "visits that are planned", each => each.Visits, Planned),
        JsonMember.List<VisitPlan, LeftOut>(
            "leftOut", "未排的检查", "visits that are left out", each => each.Rest, Left),
    ];

    public static readonly JsonShape<VisitPlan> Shape = new("VisitPlan", OfPlan);

    private static readonly JsonShape<Replanned> ShapeAnew = new(
        "VisitPlanAnew",
        [
            .. OfPlan.Select(member => member.Within<Replanned>(each => each.Plan)),
            JsonMember.List<Replanned, PlanChange>(
                "changes", "与原计划不同之处", "what is otherwise than in the plan before",
                each => each.Changes, Change),
        ]);

    /// <summary>As a file.</summary>
    public static string Text(VisitPlan plan) => JsonText.Of(json => Shape.Write(json, plan));

    /// <summary>The same with all that is otherwise than in the plan before.</summary>
    public static string Text(Replanned anew) => JsonText.Of(json => ShapeAnew.Write(json, anew));
}

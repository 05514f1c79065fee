using CreditScoring.Documents;
using CreditScoring.Planning;
using CreditScoring.Service.Planning;

namespace CreditScoring.Service.Api;

/// <summary>Plans of inspections as answers.</summary>
internal static class PlanJson
{
    private static readonly JsonShape<PlanStep> Step = new(
        "PlanStep",
        new("state", "办理结果", "what was decided", each => VisitPlanJson.Word(each.State)),
        new("by", "何人", "who", each => each.By),
        LedgerJson.Instant<PlanStep>("at", "何时", "when", each => each.At),
        new("reason", "理由", "why", each => each.Reason) { MayBeNull = true },
        new("otherPerson", "是否确知为另一人", "whether it is known that this is another person",
            each => each.IsApart));

    private static readonly JsonShape<PlanEdit> Edit = new(
        "PlanEdit",
        new("subject", "主体代码", "the subject's id", each => each.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Subject.Kind),
        new("week", "排入第几周，从 0 起；null 为改为不排", "into which week, from 0; null: it is left out",
            each => (long?)each.Week),
        JsonMember.Texts(
            "inspectors", "派去的检查人员编号", "who was sent there, by id", (PlanEdit each) => each.Inspectors),
        new("reason", "理由", "why", each => each.Reason),
        new("by", "何人", "who", each => each.By),
        LedgerJson.Instant<PlanEdit>("at", "何时", "when", each => each.At),
        new("later", "是否在公布之后", "whether it came after publication", each => each.IsLater));

    private static readonly JsonShape<PlanRevision> Revision = new(
        "PlanRevision",
        new("madeOn", "重排日", "the day on which it was made anew", each => each.MadeOn),
        new("book", "所依规则的哈希", "the hash of the rules", each => each.Book),
        new("reason", "理由", "why", each => each.Reason),
        JsonMember.List(
            "changes", "逐户变动及其原因", "what changed, and why", (PlanRevision each) => each.Changes,
            VisitPlanJson.Change),
        new("by", "何人", "who", each => each.By),
        LedgerJson.Instant<PlanRevision>("at", "何时", "when", each => each.At));

    /// <summary>What came of a visit, and until when it is to be made public.</summary>
    internal static readonly IReadOnlyList<JsonMember<PlannedResult>> OfResult =
        VisitResultJson.Of<PlannedResult>(each => each.State, each => each.Result);

    /// <summary>How it stands with one visit of a plan.</summary>
    public static readonly JsonShape<PlannedResult> Result = new(
        "PlannedResult",
        [
            new JsonMember<PlannedResult>(
                "weekFrom", "所排的周的首日", "first day of the week", each => each.Week.From),
            new JsonMember<PlannedResult>(
                "weekTo", "所排的周的末日", "last day of the week", each => each.Week.To),
            .. OfResult,
            .. VisitPlanJson.OfPlanned.Select(
                member => member.Within<PlannedResult>(each => each.Planned)),
        ]);

    private static readonly JsonMember<ProposedPlan>[] Heads =
    [
        new("id", "编号", "its id", each => each.Id),
        new("state", "状态", "how it stands", each => VisitPlanJson.Word(each.State)),
        new("from", "首日", "first day", each => each.Header.Period.From),
        new("to", "末日", "last day", each => each.Header.Period.To),
        new("region", "行政区划代码，空为全部", "the digits of its region; empty: all", each => each.Header.Region),
        new("profile", "编制办法", "the profile", each => each.Header.Profile),
        new("capacity", "每单位人日；null 为按检查人员算", "person-days of each unit; null: of the inspectors",
            each => each.Header.Capacity),
        new("madeOn", "编制日", "the day on which it was made", each => each.Header.MadeOn),
        new("book", "所依规则的哈希", "the hash of the rules", each => each.Header.Book),
        new("subjects", "看过几户", "subjects that were looked at", each => (long)each.Header.Subjects),
        new("reason", "说明", "the reason", each => each.Header.Reason),
        new("by", "提出人", "who proposed it", each => each.By),
        LedgerJson.Instant<ProposedPlan>("at", "何时", "when", each => each.At),
        JsonMember.List("steps", "办理经过", "what was decided", (ProposedPlan each) => each.Steps, Step),
    ];

    /// <summary>What a list says of a plan.</summary>
    public static readonly JsonShape<ProposedPlan> Head = new("InspectionPlanHead", Heads);

    /// <summary>The whole of it.</summary>
    public static readonly JsonShape<ProposedPlan> Whole = new(
        "InspectionPlan",
        [
            .. Heads,
            JsonMember.List(
                "edits", "改动", "what was changed by hand", (ProposedPlan each) => each.Edits, Edit),
            JsonMember.List(
                "revisions", "公布后的重排", "how it was made anew since its publication",
                (ProposedPlan each) => each.Revisions, Revision),
            JsonMember.Part("plan", "计划", "the plan", (ProposedPlan each) => each.Plan, VisitPlanJson.Shape),
        ]);
}

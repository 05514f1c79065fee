using CreditScoring.Documents;
using CreditScoring.Planning;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Planning;

namespace CreditScoring.Service.Dashboard;

/// <summary>All visits of a plan as a table, those that are left out at its end.</summary>
internal static class PlanExport
{
    private static readonly JsonShape<Row> Item = new(
        "PlanRow",
        [
            new JsonMember<Row>("week", "第几周，从 1 起；空为未排", "the week, from 1; empty: left out",
                each => each.Week + 1),
            new JsonMember<Row>("leftBy", "未排理由", "by which rule it was left out",
                each => each.By is { } by ? VisitPlanJson.Word(by) : null),
            new JsonMember<Row>("inspectors", "检查人员编号", "who makes it, by id",
                each => each.Inspectors.Count == 0 ? null : string.Join(' ', each.Inspectors)),
            .. VisitPlanJson.OfVisit.Select(member => member.Within<Row>(each => each.Visit)),
            .. PlanJson.OfResult.Select(
                member => member.Within<Row>(each => each.Result!, each => each.Result is null)),
        ]);

    private static readonly ListAnswerShape<Row> Shape = new(Pages.Of("PlanRows", Item), Item);

    /// <param name="results">How it stands with each; null: the plan is not in force.</param>
    /// <param name="unit">Null: all.</param>
    public static IResult Of(
        VisitPlan plan, IReadOnlyDictionary<PlannedVisit, PlannedResult>? results, string? unit, string form,
        HttpResponse response)
    {
        var rows = plan.Visits.Select(each => new Row(each.Visit, each.Week, null, each.Inspectors)
            {
                Result = results?[each],
            })
            .Concat(plan.Rest.Select(each => new Row(each.Visit, null, each.By, [])))
            .Where(each => unit is null || each.Visit.Candidate.Unit == unit).ToList();
        var text = JsonText.Of(json => Shape.Own.Write(json, new Page<Row>(rows, null, More: false)));
        var written = AnswerForm.OfferedFor(Shape).First(each => each.MediaType.EndsWith(
            form == "csv" ? "csv" : "sheet", StringComparison.Ordinal));
        response.Headers.ContentDisposition = $"attachment; filename=\"plan.{form}\"";
        return Results.Bytes(written.Write(text, Shape), written.ContentType);
    }

    private sealed record Row(
        Visit Visit, long? Week, LeftOutBy? By, IReadOnlyList<string> Inspectors)
    {
        public PlannedResult? Result { get; init; }
    }
}

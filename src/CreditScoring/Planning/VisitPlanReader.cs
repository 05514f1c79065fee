using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Packs;

namespace CreditScoring.Planning;

/// <summary>A plan of visits as <see cref="VisitPlanJson"/> wrote it, read again.</summary>
public static class VisitPlanReader
{
    /// <returns>Null: it is none, as the flaws say.</returns>
    public static VisitPlan? Read(SourceText text, ICollection<Flaw> flaws)
    {
        if (JsonDocumentReader.Read(text, out var broken) is not { } piece)
        {
            flaws.Add(broken!);
            return null;
        }

        var found = new List<Flaw>();
        var plan = new ObjectReader(piece, found);
        var read = new VisitPlan(
            new Period(plan.RequireDate("from") ?? default, plan.RequireDate("to") ?? default),
            [
                .. plan.List("visits").Select(
                    each => new PlannedVisit(Visit(each, found), Whole(each["week"]))
                    {
                        Inspectors =
                            [.. (each["inspectors"]?.Items ?? []).Select(id => id.Text).OfType<string>()],
                    }),
            ],
            [
                .. plan.List("leftOut").Select(each => new LeftOut(
                    Visit(each, found), Word<LeftOutBy>(each["leftBy"]), Whole(each["daysLate"]))),
            ],
            [
                .. plan.List("units").Select(each => new UnitCapacity(
                    each["unit"]?.Text ?? "",
                    [.. (each["weeks"]?.Items ?? []).Select(days => days.Number ?? 0)])),
            ]);
        found.ForEach(flaws.Add);
        return found.Count == 0 ? read : null;
    }

    /// <summary>The member <c>changes</c> as <see cref="VisitPlanJson.Change"/> wrote it.</summary>
    public static IReadOnlyList<PlanChange> Changes(ObjectReader of, List<Flaw> flaws) =>
    [
        .. of.List("changes").Select(piece =>
        {
            var each = new ObjectReader(piece, flaws);
            return new PlanChange(
                new Subject(each.RequireText("kind") ?? "", each.RequireText("subject") ?? ""),
                each.Text("name"),
                [.. (piece["regimes"]?.Items ?? []).Select(regime => regime.Text).OfType<string>()],
                (int?)each.Number("from"), (int?)each.Number("to"),
                Word<PlanChangeReason>(each.Require("why")));
        }),
    ];

    private static Visit Visit(JsonPiece piece, List<Flaw> flaws)
    {
        var visit = new ObjectReader(piece, flaws);
        var matters = visit.List("matters").Select(each => Matter(new ObjectReader(each, flaws))).ToList();
        return new Visit(
            new Candidate(
                new Subject(visit.RequireText("kind") ?? "", visit.RequireText("subject") ?? ""),
                visit.RequireText("unit") ?? "", matters)
            {
                Name = visit.Text("name"), Tier = visit.Text("tier"), Points = visit.Number("points") ?? 0,
                VisitsUsed = Whole(piece["visitsUsed"]),
                VisitCap = (int?)visit.Number(FrequencyField.VisitCap.Name),
            },
            matters.Count > 0 ? matters : [new Demand("", Cause.Window, null, null, 0)],
            new Period(visit.RequireDate("from") ?? default, visit.RequireDate("to") ?? default),
            visit.Number("personDays") ?? 0, visit.Number("value") ?? 0);
    }

    private static Demand Matter(ObjectReader matter) => new(
        matter.RequireText("regime") ?? "", Word<Cause>(matter.Require("cause")), matter.Date("opens"),
        matter.Date("due"), matter.Number("personDays") ?? 0);

    internal static T Word<T>(JsonPiece? piece)
        where T : struct, Enum =>
        Enum.GetValues<T>().FirstOrDefault(each => VisitPlanJson.Word(each) == piece?.Text);

    private static int Whole(JsonPiece? piece) => (int)Math.Clamp(piece?.Number ?? 0, 0, int.MaxValue);
}

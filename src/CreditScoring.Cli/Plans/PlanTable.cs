using System.Globalization;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Planning;

namespace CreditScoring.Cli.Plans;

/// <summary>
/// A plan as a table of 80 columns: what each unit can do and does, and what is left and why.
/// </summary>
internal sealed class PlanTable(string language)
{
    private const int First = 10, Wide = 9;

    private readonly StringWriter output = new() { NewLine = "\n" };

    public string Of(VisitPlan plan, PlanProfile profile)
    {
        output.WriteLine(PlanPhrases.Heading(plan.Period, profile.Title).In(language));
        output.WriteLine();
        Units(plan);
        output.WriteLine();
        LeftOut(plan);
        Joint(plan);
        return output.ToString().TrimEnd();
    }

    private void Units(VisitPlan plan)
    {
        output.WriteLine(Line([.. PlanPhrases.UnitHeaders.Select(each => each.In(language))]));
        var names = plan.Units.Select(each => each.Unit)
            .Union(plan.Visits.Select(each => each.Visit.Candidate.Unit), StringComparer.Ordinal)
            .Union(plan.Rest.Select(each => each.Visit.Candidate.Unit), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            Row(name, plan, name);
        }

        Row(PlanPhrases.All.In(language), plan, null);
    }

    private void Row(string title, VisitPlan plan, string? unit)
    {
        var visits = plan.Visits.Where(each => unit is null || each.Visit.Candidate.Unit == unit).ToList();
        var left = plan.Rest.Where(each => unit is null || each.Visit.Candidate.Unit == unit).ToList();
        output.WriteLine(Line([
            title,
            Number(plan.Units.Where(each => unit is null || each.Unit == unit).Sum(each => each.PersonDays)),
            Number(visits.Sum(each => each.Visit.PersonDays)),
            .. Enum.GetValues<VisitClass>()
                .Select(each => Number(visits.Count(visit => visit.Visit.Class == each))),
            Number(left.Count),
            Number(RiskLeft.Of(left).Points)]));
    }

    private void LeftOut(VisitPlan plan)
    {
        output.WriteLine(PlanPhrases.LeftOut(plan.Rest.Count).In(language));
        foreach (var by in Enum.GetValues<LeftOutBy>())
        {
            var risk = plan.RiskLeft(by);
            if (risk.Visits > 0)
            {
                var must = plan.Rest.Count(each => each.By == by && each.Visit.Class == VisitClass.Must);
                var tiers = string.Join(" ", risk.Tiers.Reverse().Select(each => $"{each.Key} {each.Value}"));
                output.WriteLine($"  {PlanPhrases.Of(by).In(language)}");
                output.WriteLine($"    {PlanPhrases.Risk(risk, must, tiers).In(language)}");
            }
        }
    }

    private void Joint(VisitPlan plan)
    {
        var joint = plan.Visits.Where(each => each.Visit.IsJoint).ToList();
        output.WriteLine(PlanPhrases.Joint(
            joint.Sum(each => each.Visit.Regimes.Count), joint.Count).In(language));
    }

    private static string Line(string[] cells) => string.Join("", cells.Select((text, column) =>
        TextWidth.Fit(text, column == 0 ? First : Wide, right: column > 0))).TrimEnd();

    private static string Number(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}

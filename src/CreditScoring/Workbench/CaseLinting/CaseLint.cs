using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Standings;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Workbench.CaseLinting;

/// <summary>rule-without-case, case-asserts-nothing: runs the cases and sees which rules they meet.</summary>
internal static class CaseLint
{
    public static IEnumerable<Flaw> Check(
        PackFiles files, RulePack pack, Regime regime, IReadOnlyList<Case> cases)
    {
        var all = new Encounters();
        var causes = new List<Flaw>();
        foreach (var tried in cases)
        {
            var own = new Encounters();
            var stopped = Run(tried, regime, own);
            all.Add(own);
            if (stopped is not null && !tried.Expectations.Any(AsksForARefusal))
            {
                causes.Add(Stopped(tried, stopped));
            }
            else if (!own.Any && pack.Manifest.Status != PackStatus.Template && tried.Expectations.Count > 0
                && !tried.Expectations.Any(AsksForARefusal))
            {
                yield return AssertsNothing(tried);
            }
        }

        // What a case that was stopped never came to is not told beside what stopped it.
        foreach (var cause in causes.DistinctBy(cause => cause.Place))
        {
            yield return cause;
        }

        var without = causes.Count > 0 ? []
            : Rules(pack, files).Where(rule => !all.Met(pack, rule.Role, rule.Name));
        foreach (var (role, name, place) in without)
        {
            yield return WithoutCase(pack, role, name, place);
        }
    }

    private static Flaw AssertsNothing(Case tried) => new(
        "case-asserts-nothing", tried.Place,
        new Wording($"事例 \"{tried.Name}\" 没有使任何规则成立", $"no rule holds in the case \"{tried.Name}\""),
        new Wording(
            "写出使规则成立的事件；核对主体种类和日期",
            "give it events that meet a rule; check the kind of subject and the days"));

    private static Flaw WithoutCase(RulePack pack, string role, string name, Place place) => new(
        "rule-without-case", place,
        new Wording($"没有事例使 {role} 规则 \"{name}\" 成立", $"in no case does the {role} rule \"{name}\" hold"),
        new Wording(
            "至少写一个成立的事例和一个不成立的事例",
            "write a case in which it holds and one in which it does not"))
    {
        Severity = pack.Manifest.Status == PackStatus.Template ? Severity.Notice : Severity.Error,
    };

    /// <summary>A case may be about this: that nobody can be judged. Then no rule holds.</summary>
    private static bool AsksForARefusal(Expectation expectation) =>
        expectation.Expected["tier"] is { IsNull: true } || expectation.Expected["flaws"] is not null;

    private static Flaw Stopped(Case tried, CannotBeJudged why) => new(
        "cannot-be-judged", why.Place.File is null ? tried.Place : why.Place,
        new Wording($"事例 \"{tried.Name}\" 在此无法判定：{why.Reason.Zh}",
            $"the case \"{tried.Name}\" cannot be judged here: {why.Reason.En}"),
        new Wording(
            "改规则、补表，或在事例中写明 flaws", "mend the rule or the table, or let the case expect flaws"));

    /// <summary>Why the case was stopped; null: it was not.</summary>
    private static CannotBeJudged? Run(Case tried, Regime regime, Encounters own)
    {
        CannotBeJudged? stopped = null;
        foreach (var expectation in tried.Expectations)
        {
            var file = new CreditFile(tried.Subject, tried.Events).UpTo(expectation.On);
            stopped ??= Walk(file, regime, expectation.On, own);
        }

        return stopped;
    }

    private static CannotBeJudged? Walk(CreditFile file, Regime regime, DateOnly on, Encounters listener)
    {
        try
        {
            var walk = new Walk(regime, file.Subject, LawDayOrder.Of(file, regime), listener: listener);
            walk.To(on);
            if (regime.On(on) is { } pack)
            {
                listener.Saw(walk.Standing(on), pack);
            }

            walk.Testify(on);
            return null;
        }
        catch (CannotBeJudged why)
        {
            // That nobody can be judged may be what the case is about; what was met up to there counts.
            return why;
        }
    }

    private static IEnumerable<(string Role, string Name, Place Place)> Rules(RulePack pack, PackFiles files)
    {
        var places = files.Workflows.Select(source => JsonDocumentReader.Read(source, out _))
            .OfType<JsonPiece>()
            .SelectMany(workflow => (workflow["Rules"]?.Items ?? []).Select(rule => (workflow, rule)))
            .Where(each => each.rule["RuleName"]?.Text is not null
                && each.workflow["WorkflowName"]?.Text is not null)
            .DistinctBy(each => (each.workflow["WorkflowName"]!.Text, each.rule["RuleName"]!.Text))
            .ToDictionary(each => (each.workflow["WorkflowName"]!.Text!, each.rule["RuleName"]!.Text!),
                each => each.rule["RuleName"]!.Place);
        return
            from role in new (string Name, IEnumerable<PackRule> Rules)[]
            {
                ("points", pack.Points), ("factors", pack.Factors), ("tier", pack.Tier),
                ("steps", pack.Steps),
                ("frequency", pack.Frequency), ("duties", pack.Duties), ("repair", pack.Repair),
            }
            from rule in role.Rules
            let place = places.GetValueOrDefault(
                (pack.Manifest.Workflows[role.Name].Text!, rule.Name), pack.Manifest.Place)
            select (role.Name, rule is StepRule step ? step.Step : rule.Name, place);
    }
}

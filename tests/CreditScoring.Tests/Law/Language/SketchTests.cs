using System.Linq.Expressions;
using CreditScoring.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>Expressions of the first four packs, as they were sketched, bind as what their place asks.</summary>
public class SketchTests
{
    private const string Sampling = "happened.kind == \"sampling-result\" && happened.result == \"failed\"";
    private const string Penalty = "happened.kind == \"penalty\" && happened.publishedOn != null";
    private const string Repair = "happened.kind == \"repair-request\"";

    private static readonly Scope Scope = Rules.Scope
        .With(Named("total", RuleType.Number, "X"))
        .With(Named("base", RuleType.Number, "X"))
        .With(Named("credited", RuleType.Number, "X"))
        .With(Named("again", RuleType.Boolean, "Flag"))
        .With(Named("minor", RuleType.Boolean, "Flag"))
        .With(Named("listed", RuleType.Boolean, "Flag"))
        .With(Named("from", RuleType.Date, "A"))
        .With(Named("lastRemoved", RuleType.Date.OrMissing(), "Maybe"))
        .With(Named("lastFull", RuleType.Date.OrMissing(), "Maybe"))
        .With(Named("tier", RuleType.Text, "Nothing"))
        .With(new Running())
        .With(new AddWorkingDays());

    [TestCase("happened.kind == \"penalty\" && happened.publishedOn != null && !minor && !(happened.restrictedUntil > happened.decidedOn.AddYears(3))", null)]
    [TestCase("happened.kinds.All(k => k == \"criticism\" || k == \"warning\" || k == \"fine\") && (happened.fine == null || running(\"lower-fine\"))", Penalty)]
    [TestCase("events.Count(e => e.kind == \"list-entry\") > events.Count(e => e.kind == \"list-exit\")", null)]
    [TestCase("happened.kind == \"penalty\" && !happened.kinds.All(k => k == \"warning\")", null)]
    [TestCase("happened.publishedOn <= day", Penalty)]
    [TestCase("!happened.actsOn.kinds.Any(k => k == \"revocation\" || k == \"suspension\")", Repair)]
    [TestCase("happened.actsOn.publishedOn.Value.AddMonths(happened.actsOn.sector == \"food\" ? 12 : 6) <= day", Repair)]
    [TestCase("happened.performed && happened.harmRemoved", Repair)]
    [TestCase("!events.Any(e => e.kind == \"penalty\" && e.act == happened.actsOn.act && e.from > happened.actsOn.from)", Repair)]
    [TestCase("events.Any(e => e.kind == \"sampling-result\" && e.result == \"failed\" && e.from >= happened.from.AddMonths(-24))", Sampling)]
    [TestCase("happened.kind == \"penalty\" && happened.kinds.Contains(\"revocation\")", null)]
    [TestCase("happened.kind == \"step-taken\" && happened.step == \"clean-year\" && total < 12", null)]
    [TestCase("events.Any(e => e.kind == \"accident\" && e.concealed && e.from.AddMonths(24) >= day)", null)]
    [TestCase("listed || (lastRemoved ?? DateTime(1,1,1)).AddMonths(12) >= day", null)]
    [TestCase("events.Any(e => e.kind == \"commitment\") && !entries.Any(e => e.points > 0 && e.from > day.AddYears(-1))", null)]
    [TestCase("happened.actsOn.from.AddMonths(tier == \"D\" ? 12 : 6) <= day", Repair)]
    [TestCase("events.Any(e => e.kind == \"corrected\" && e.actsOn == happened)", null)]
    [TestCase("happened.kind == \"traffic-penalty\" && !happened.warningOnly", null)]
    [TestCase("total >= 24 || running(\"full-score\") && events.Count(e => e.kind == \"step-taken\" && e.step == \"full-score\" && e.from >= cycleStart(subject.firstLicensedOn ?? from, 12, day)) >= 2", null)]
    [TestCase("running(\"full-score\") && events.Any(e => e.kind == \"full-score-exam\" && e.passed && e.from >= lastFull) && entries.All(e => e.points <= 0 || events.Any(p => p.kind == \"fine-paid\" && p.actsOn == e.happened))", null)]
    [TestCase("happened.kind == \"recheck-result\" && happened.result == \"failed\" && happened.actsOn.kind == \"correction-ordered\"", null)]
    public void Conditions(string text, string? given) => Bind<bool>(text, given);

    [TestCase("6 * (happened.intentional ? 2 : 1)", Sampling)]
    [TestCase("Math.Ceiling(base * (happened.intentional ? 2 : 1) * (again ? 1.5 : 1))", Sampling)]
    [TestCase("Math.Min(1, 3 - entries.Where(e => e.rule == \"complaint\" && e.from >= happened.from.AddMonths(-12)).Sum(e => e.points))", null)]
    [TestCase("happened.form == \"refused\" ? 12 : 3", null)]
    [TestCase("-Math.Min(Math.Min(1, total), 6 - credited)", null)]
    [TestCase("-Math.Floor(entries.Where(e => e.happened == happened.actsOn).Sum(e => e.points) / 2)", null)]
    [TestCase("Math.Max(0, entries.Sum(e => e.points))", null)]
    [TestCase("-entries.Where(e => e.points < 0).Sum(e => e.points)", null)]
    public void Points(string text, string? given) => Bind<decimal>(text, given);

    [TestCase("happened.publishedOn.Value.AddMonths(3).AddDays(1)", Penalty)]
    [TestCase("happened.decidedOn ?? happened.from", Penalty)]
    [TestCase("happened.publishedOn ?? happened.decidedOn ?? happened.from", null)]
    [TestCase("from.AddMonths(24).AddDays(1)", null)]
    [TestCase("day.AddYears(1)", null)]
    [TestCase("addWorkingDays(happened.decidedOn, 20)", Penalty)]
    [TestCase("entries.Where(e => e.happened == happened.actsOn).Max(e => e.from)", null)]
    [TestCase("events.Where(e => e.kind == \"list-exit\" && e.list == \"serious-list\").Max(e => e.from)", null)]
    public void Dates(string text, string? given) => Bind<DateOnly?>(text, given);

    private static void Bind<T>(string text, string? given) => Rules.Bind<T>(
        text, Scope, given is null ? null : Rules.Bind<bool>(given, Scope));

    private static Variable Named(string name, RuleType type, string property) => new(
        name, type, scene => property == "Flag"
            ? Expression.GreaterThan(Expression.Property(scene, "N"), Expression.Constant(0))
            : Expression.Property(scene, property));

    private sealed class Running() : Function("running")
    {
        public override Call Bind(Expression evaluation, IReadOnlyList<Argument> arguments) =>
            arguments[0].Literal is string
                ? Call.Of(RuleType.Boolean, Expression.Constant(false))
                : Call.Wrong("unknown-name", new("无", "no such step"), new("改", "mend"));
    }

    private sealed class AddWorkingDays() : Function("addWorkingDays")
    {
        public override Call Bind(Expression evaluation, IReadOnlyList<Argument> arguments) =>
            Call.Of(RuleType.Date, arguments[0].Code);
    }
}

using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>The third outcome: a rule that cannot be judged says so, and where.</summary>
public class OutcomeTests
{
    [TestCase("n > 0 || 1 / x > 0", 10, "division by zero")]
    [TestCase("1 + 10 % n > 0", 5, "division by zero")]
    [TestCase("2147483647 + words.Count() > 0", 1, "out of range")]
    [TestCase("gap.Value > 1", 1, "missing")]
    [TestCase("x > 0 || nothing.StartsWith(\"x\")", 10, "missing")]
    [TestCase("happened.kinds.Contains(\"fine\")", 1, "missing")]
    [TestCase("events.First().kind == \"award\"", 1, "no such item")]
    [TestCase("words.Single().Length > 0", 1, "more than one")]
    [TestCase("words.Any(w => w.Substring(3) == \"\")", 16, "out of range")]
    [TestCase("a.AddYears(9999) > a", 1, "out of range")]
    [TestCase("cycleStart(a, 0, day) == a", 1, "at least one month")]
    [TestCase("a.AddMonths(x + 0.5) > a", 1, "0.5 is not a whole number")]
    [TestCase("int.Parse(words[0]) > 0", 1, "not written as needed")]
    [TestCase("words[2] == \"x\"", 1, "out of range")]
    [TestCase("n == 0 && fail(n)", 11, "no row")]
    public void Cannot_be_judged(string text, int column, string reason)
    {
        var scope = Rules.Scope.With(new Failing());
        var scene = new Scene { Words = ["ab", "c"], Happened = new Fact("award"), A = new(2024, 1, 1) };
        var failure = Assert.Throws<CannotBeJudged>(() => Rules.Bind<bool>(text, scope).Evaluate(scene))!;
        Assert.That(failure.Reason.En, Does.Contain(reason));
        Assert.That(failure.Place, Is.EqualTo(new Place("rule", 1, column)));
    }

    [Test]
    public void Every_item_costs_a_step_and_without_steps_there_is_no_answer()
    {
        var formula = Rules.Bind<bool>("words.All(w => words.Any(v => v == w))");
        var scene = new Scene { Words = [.. Enumerable.Range(0, 10).Select(i => $"w{i}")], StepsLeft = 65 };
        Assert.That(formula.Evaluate(scene), Is.True);
        Assert.That(scene.StepsLeft, Is.Zero);
        Assert.That(
            Assert.Throws<CannotBeJudged>(() => formula.Evaluate(scene))!.Reason.En,
            Is.EqualTo("too many steps"));
    }

    [Test]
    public void A_failure_that_knows_its_place_keeps_it()
    {
        var inner = Rules.Bind<decimal>("1 / x");
        var scope = Rules.Scope.With(new Variable(
            "share", RuleType.Number,
            scene => Expression.Call(Expression.Constant(inner), "Evaluate", null, scene)));
        var failure = Assert.Throws<CannotBeJudged>(
            () => Rules.Bind<bool>("n == 0 && share > 1", scope).Evaluate(new Scene()))!;
        Assert.That(failure.Place.Column, Is.EqualTo(1));
    }

    [Test]
    public void A_failing_evaluation_can_be_repeated_and_mended()
    {
        var formula = Rules.Bind<decimal>("10 / x");
        Assert.Throws<CannotBeJudged>(() => formula.Evaluate(new Scene()));
        Assert.That(formula.Evaluate(new Scene { X = 4 }), Is.EqualTo(2.5m));
    }

    private sealed class Failing() : Function("fail")
    {
        public override Call Bind(Expression evaluation, IReadOnlyList<Argument> arguments) =>
            Call.Of(RuleType.Boolean, Expression.Call(typeof(Failing), nameof(Fail), null));

        public static bool Fail() => throw new CannotBeJudged(default, new Wording("没有行", "no row"));
    }
}

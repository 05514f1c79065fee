using System.Linq.Expressions;
using CreditScoring.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>
/// The walk skips days on which nothing can come out differently. So an evaluation says until when it
/// holds, and this compares with evaluating on every day.
/// </summary>
public class DayStabilityTests
{
    private const int Horizon = 1_200;

    [Test]
    public void A_comparison_with_the_day_holds_exactly_until_it_says([Range(1, 400)] int seed)
    {
        var random = new RandomDays(seed);
        var sign = random.Sign();
        var comparison = random.Comparison(sign);
        var formula = Rules.Bind<bool>(comparison(""));
        var (less, more) = (Rules.Bind<bool>(comparison("<")), Rules.Bind<bool>(comparison(">")));
        for (var i = 0; i < 10; i++)
        {
            var scene = random.Scene();
            var message = $"seed {seed}.{i}: {comparison("")} on {scene.Day:o}";
            var (value, until) = On(formula, scene, scene.Day);
            HoldsUntil(formula, scene, value, until, message);
            if (until == DateOnly.MaxValue)
            {
                continue;
            }

            // Steps may jump over a value: then == stays false, but below has become above.
            var before = (value, On(less, scene, scene.Day).Value, On(more, scene, scene.Day).Value);
            var after = (
                On(formula, scene, until).Value, On(less, scene, until).Value, On(more, scene, until).Value);
            Assert.That(after, Is.Not.EqualTo(before), $"{message} says {until:o}");
            Assert.That(sign is "==" or "!=" || after.Item1 != value, $"{message} says {until:o}");
        }
    }

    [Test]
    public void Any_value_holds_at_least_until_it_says([Range(1, 400)] int seed)
    {
        var random = new RandomDays(seed + 10_000);
        var text = random.Value(3);
        var formula = Rules.Bind<object>(text);
        Check(formula, text, random, seed);
    }

    [Test]
    public void Any_condition_holds_at_least_until_it_says([Range(1, 400)] int seed)
    {
        var random = new RandomDays(seed + 20_000);
        var text = random.Condition(3);
        var formula = Rules.Bind<bool>(text);
        Check(formula, text, random, seed);
    }

    [TestCase("day >= a", "2024-05-01")]
    [TestCase("day > a", "2024-05-02")]
    [TestCase("a.AddMonths(24) >= day", "2026-05-02", Description = "the corresponding day is still in")]
    [TestCase("day == a", "2024-05-01")]
    [TestCase("day != \"2024-02-01\"", "2024-02-02")]
    [TestCase("day.AddMonths(-1) >= \"2024-02-29\"", "2024-03-29")]
    [TestCase("day.AddMonths(1) > \"2024-03-30\"", "2024-03-01", Description = "29 and 30 March from February")]
    [TestCase("years(b, day) >= 2", "2026-01-31")]
    [TestCase("cycleStart(b, 12, day) > b", "2025-01-31")]
    [TestCase("day.Year > 2024", "2025-01-01")]
    [TestCase("day.AddMonths(11).Year == 2025", "2025-02-01")]
    [TestCase("n > 1", null)]
    [TestCase("n > 1 && day > a", null, Description = "not evaluated, so not noted")]
    [TestCase("a > \"2020-01-01\"", null)]
    [TestCase("maybe > day", null, Description = "missing: never")]
    [TestCase("day >= \"2000-01-01\"", null, Description = "the day does not go back")]
    public void Examples(string text, string? until)
    {
        var scene = new Scene { A = Rules.Date("2024-05-01"), B = Rules.Date("2024-01-31") };
        Assert.That(
            On(Rules.Bind<bool>(text), scene, Rules.Date("2024-02-01")).Until,
            Is.EqualTo(until is null ? DateOnly.MaxValue : Rules.Date(until)));
    }

    [TestCase("day", "2024-02-02")]
    [TestCase("day.AddMonths(1)", "2024-02-02")]
    [TestCase("day.Year", "2025-01-01")]
    [TestCase("day.Month", "2024-03-01")]
    [TestCase("day.AddMonths(-3).Day", "2024-02-02")]
    [TestCase("day.DayOfWeek", "2024-02-02")]
    [TestCase("years(b, day)", "2025-01-31")]
    [TestCase("months(b, day)", "2024-02-29")]
    [TestCase("cycleEnd(b, 6, day)", "2024-07-31")]
    public void A_plain_value_says_when_it_changes(string text, string until)
    {
        var scene = new Scene { B = Rules.Date("2024-01-31") };
        Assert.That(
            On(Rules.Bind<object>(text), scene, Rules.Date("2024-02-01")).Until,
            Is.EqualTo(Rules.Date(until)));
    }

    [TestCase("tierOn(day.AddMonths(-12)) == \"B\"", "2025-05-01", Description = "the chain reaches a at last")]
    [TestCase("tierOn(a.AddMonths(-12)) == \"A\"", null)]
    public void A_function_of_the_scope_can_follow_the_day(string text, string? until)
    {
        var scene = new Scene { A = Rules.Date("2024-05-01") };
        var formula = Rules.Bind<bool>(text, Rules.Scope.With(new TierOn()));
        Assert.That(
            On(formula, scene, Rules.Date("2024-02-01")).Until,
            Is.EqualTo(until is null ? DateOnly.MaxValue : Rules.Date(until)));
    }

    [TestCase("day > a")]
    [TestCase("day.AddDays(-1) > a")]
    [TestCase("day.AddMonths(-1) >= a")]
    [TestCase("years(a, day) > 3")]
    [TestCase("cycleStart(a, 5, day) == a")]
    public void The_end_of_the_calendar_is_no_obstacle(string text)
    {
        var scene = new Scene { A = DateOnly.MaxValue };
        Assert.DoesNotThrow(() => On(Rules.Bind<bool>(text), scene, DateOnly.MaxValue));
        scene.A = DateOnly.MinValue;
        Assert.DoesNotThrow(() => On(Rules.Bind<bool>(text), scene, DateOnly.MaxValue));
    }

    private static void Check<T>(Formula<T> formula, string text, RandomDays random, int seed)
    {
        for (var i = 0; i < 10; i++)
        {
            var scene = random.Scene();
            var (value, until) = On(formula, scene, scene.Day);
            HoldsUntil(formula, scene, value, until, $"seed {seed}.{i}: {text}");
        }
    }

    private static void HoldsUntil<T>(
        Formula<T> formula, Scene scene, T value, DateOnly until, string message)
    {
        var start = scene.Day;
        for (var i = 1; i < Horizon && start.AddDays(i) < until; i++)
        {
            if (!Equals(On(formula, scene, start.AddDays(i)).Value, value))
            {
                Assert.Fail($"{message}\non {start:o} is {value} until {until:o}, "
                    + $"but differs on {start.AddDays(i):o} (a {scene.A:o} b {scene.B:o} n {scene.N})");
            }
        }

        scene.Day = start;
    }

    private static (T Value, DateOnly Until) On<T>(Formula<T> formula, Scene scene, DateOnly day)
    {
        scene.Day = day;
        scene.StableUntil = DateOnly.MaxValue;
        return (formula.Evaluate(scene), scene.StableUntil);
    }

    /// <summary>Tier A until the scene's day A, then B: it notes when its argument gets there.</summary>
    private sealed class TierOn() : Function("tierOn")
    {
        public override Call Bind(Expression evaluation, IReadOnlyList<Argument> arguments)
        {
            var turn = Expression.Property(evaluation, nameof(Scene.A));
            var first = arguments[0].Chain?.FirstAt(turn)
                ?? Expression.Constant(DateOnly.MaxValue);
            return Call.Of(RuleType.Text, Expression.Call(
                typeof(TierOn), nameof(Read), null,
                evaluation, arguments[0].Chain?.Value ?? arguments[0].Code, turn, first));
        }

        public static string Read(Evaluation evaluation, DateOnly on, DateOnly turn, DateOnly first)
        {
            if (on < turn)
            {
                evaluation.ChangesOn(first);
            }

            return on < turn ? "A" : "B";
        }
    }
}

using System.Collections;
using System.Diagnostics;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>
/// Whatever stands wherever, a formula ends in a value, in "cannot be judged" or in a flaw, each with
/// its place, and says the same when it is explained; no exception of the machine is an answer.
/// </summary>
public class EveryFrameTests
{
    private static readonly Fact Award = new("award") { From = new DateOnly(2023, 5, 1), ["fine"] = 5m };

    private static readonly Fact Penalty = new("penalty")
    {
        From = new DateOnly(2024, 2, 29), DecidedOn = new DateOnly(2024, 3, 5), ActsOn = Award,
        ["fine"] = 50_000m, ["code"] = "x",
    };

    [Test]
    public void Every_operand_in_every_frame_ends_in_an_answer() =>
        Try("one frame", FormulaShapes.Nested(1).Select(shape => shape.Text));

    [Test]
    public void Frames_within_frames_end_in_an_answer() => Try(
        "a share of two frames",
        FormulaShapes.Nested(2).Select(shape => shape.Text).Where((_, i) => i % 13 == 0));

    [Test]
    public void Five_frames_deep_ends_in_an_answer() =>
        Try("five frames, at random", FormulaShapes.Deep(seed: 1, depth: 5, wanted: 600));

    [Test, Explicit("minutes: all of two frames, and many deeper ones")]
    public void All_of_it_ends_in_an_answer()
    {
        Try("two frames, all", FormulaShapes.Nested(2).Select(shape => shape.Text));
        Try("three to eight frames", Enumerable.Range(3, 6)
            .SelectMany(depth => FormulaShapes.Deep(seed: depth, depth, wanted: 3_000)));
    }

    [Test]
    public void What_the_machine_will_not_compile_is_a_flaw_at_its_place()
    {
        var scope = Rules.Scope.With(new Variable(
            "odd", RuleType.Integer, _ => System.Linq.Expressions.Expression.Variable(typeof(int), "declared nowhere")));
        var formula = Rules.Bind<bool>("odd > 1", scope);
        Assert.That(formula.Prepare()?.ToString(), Does.StartWith("rule:1:1: cannot-be-compiled"));
        Assert.That(Assert.Throws<CannotBeJudged>(() => formula.Evaluate(new Scene()))!.Place.Column, Is.EqualTo(1));
        Assert.DoesNotThrow(() => formula.Explain(new Scene()));
        Assert.That(Rules.Bind<bool>("n > 1").Prepare(), Is.Null);
    }

    private static void Try(string what, IEnumerable<string> texts)
    {
        var watch = Stopwatch.StartNew();
        var counts = new Dictionary<string, int> { ["value"] = 0, ["cannot be judged"] = 0, ["flaw"] = 0 };
        var failures = new List<string>();
        var shapes = 0;
        foreach (var text in texts.Distinct())
        {
            foreach (var scene in new[] { Filled(), new Scene { Happened = new Fact("award"), Day = new(2024, 2, 29) } })
            {
                var outcome = Outcome(text, scene);
                counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
                if (counts.Count > 3)
                {
                    counts.Remove(outcome);
                    failures.Add($"{text}: {outcome}");
                }
            }

            shapes++;
        }

        TestContext.Out.WriteLine(
            $"{what}: {shapes} shapes on two scenes each: "
            + string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"))
            + $", {failures.Count} exceptions or disagreements; {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.That(failures.Take(20), Is.Empty, $"{failures.Count} in all");
        Assert.That(counts["value"], Is.GreaterThan(shapes), "most shapes are to bind");
    }

    private static string Outcome(string text, Scene scene)
    {
        try
        {
            return Judged(text, scene);
        }
        catch (Exception thrown)
        {
            return $"{thrown.GetType().Name}: {thrown.Message.Split('\n')[0]}";
        }
    }

    private static string Judged(string text, Scene scene)
    {
        var flaws = new List<Flaw>();
        if (RuleCompiler.Compile(RuleText.Bare(text), Rules.Scope, flaws) is not { } formula)
        {
            return flaws.TrueForAll(flaw => flaw.Place.Line > 0 && flaw.Place.Column > 0) ? "flaw" : "a flaw without place";
        }

        scene.StepsLeft = 100_000;
        object? value = null;
        CannotBeJudged? why = null;
        try
        {
            value = formula.EvaluateAny(scene);
        }
        catch (CannotBeJudged thrown)
        {
            why = thrown;
        }

        scene.StepsLeft = 100_000;
        var reading = formula.Explain(scene);
        return why is { Place.Column: 0 } ? "cannot be judged, but no place"
            : why is not null && reading.Evaluated ? $"cannot be judged ({why.Reason.En}), but is explained as {reading.Value}"
            : why is null && formula.Type.Shape != Shape.List && (!reading.Evaluated || !Equals(reading.Value, value))
                ? $"is {value}, but is explained as {(reading.Evaluated ? reading.Value : "not evaluated")}"
            : why is null && reading is { Evaluated: true, Value: IEnumerable and not string }
                && !Listed(reading.Value).SequenceEqual(Listed(value)) ? "two lists"
            : why is null ? "value" : "cannot be judged";
    }

    private static IEnumerable<object?> Listed(object? list) => ((IEnumerable?)list ?? Array.Empty<object>()).Cast<object?>();

    private static Scene Filled() => new()
    {
        Day = new(2024, 2, 29), A = new(2023, 1, 31), B = new(2025, 1, 1), N = 2, X = 3m, Maybe = new(2024, 7, 1), Gap = 4m,
        Perhaps = true, Nothing = "z", Words = ["b", "aa", "ccc"], Amounts = [1m, 2.5m, 3m], Gaps = [1m, null, 2m],
        Happened = Penalty, Events = [Award, Penalty],
    };
}

using System.Diagnostics;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>
/// Three hundred hostile texts and more are refused, each within its steps. The times are told by
/// <c>dotnet test tests/CreditScoring.Tests --filter Hostile_texts --logger "console;verbosity=detailed"</c>.
/// </summary>
public class HostileTimesTests
{
    private const int Steps = 1_000_000;

    private static readonly IReadOnlyList<string> Words = [.. Enumerable.Repeat(new string('x', 5_000), 200)];

    [Test]
    public void Hostile_texts_are_refused_within_their_steps_and_their_times_are_told()
    {
        var all = HostileText.All();
        var tried = all.Select(each => (each.What, each.Text, Answer: Try(each.Text, out var took), Took: took)).ToArray();
        foreach (var kind in tried.GroupBy(each => each.What.Split(',')[0]))
        {
            Tell(kind.Key, [.. kind.Select(each => each.Took)]);
        }

        Tell("all", [.. tried.Select(each => each.Took)]);
        var slowest = tried.MaxBy(each => each.Took);
        TestContext.Out.WriteLine($"slowest: {Spelling.Shown(slowest.Text)} ({slowest.Answer})");
        Assert.Multiple(() =>
        {
            Assert.That(all.GroupBy(each => each.Text).Where(group => group.Count() > 1).Select(group => group.First()), Is.Empty);
            Assert.That(all, Has.Count.GreaterThanOrEqualTo(300));
            Assert.That(
                tried.Where(each => each.Answer is null).Select(each => $"{each.What}: {Spelling.Shown(each.Text)}"), Is.Empty);
            Assert.That(tried.Max(each => each.Took), Is.LessThan(TimeSpan.FromSeconds(2)));
        });
    }

    /// <summary>The name of the flaw, or that it cannot be judged; null: the text got through.</summary>
    private static string? Try(string text, out TimeSpan took)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var flaws = new List<Flaw>();
            var formula = RuleCompiler.Compile<bool>(RuleText.Bare(text), Rules.Scope, flaws);
            formula?.Evaluate(new Scene
            {
                Words = Words, StepsLeft = Steps, N = 1, X = 1, Day = new DateOnly(2026, 1, 1),
            });
            return formula is null ? flaws[0].Name : null;
        }
        catch (CannotBeJudged)
        {
            return "cannot-be-judged";
        }
        finally
        {
            took = clock.Elapsed;
        }
    }

    private static void Tell(string what, List<TimeSpan> times)
    {
        times.Sort();
        TestContext.Out.WriteLine(FormattableString.Invariant(
            $"{what}: {times.Count} texts refused; ms min {times[0].TotalMilliseconds:0.00}, median {times[times.Count / 2].TotalMilliseconds:0.00}, max {times[^1].TotalMilliseconds:0.0}"));
    }
}

using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>Rule text is untrusted: it is refused within its bounds, and the process lives.</summary>
public class HostileTests
{
    private const int Many = 100_000;

    private static IEnumerable<TestCaseData> Hostile()
    {
        foreach (var count in new[] { 200, 500, 1_990, Many, 1_000_000 })
        {
            yield return Case(new string('(', count), "open parentheses", count);
            yield return Case(new string('(', count) + "n" + new string(')', count), "parentheses", count);
            yield return Case(new string('!', count) + "true", "nots", count);
            yield return Case(new string('-', count) + "x > 0", "minus signs", count);
            yield return Case(Repeat("n + ", count) + "n > 0", "additions", count * 3);
            yield return Case(Repeat("iif(true, 1, ", count) + "1", "nested iif", count);
            yield return Case(Repeat("n > 0 ? 1 : ", count) + "1 > 0", "choices", count);
            yield return Case("day" + Repeat(".AddDays(1)", count), "steps of a chain", count * 2);
            yield return Case("words" + Repeat(".Where(w => true)", count), "stages", count * 2);
            yield return Case("words" + Repeat("[0]", count), "indexers", count * 2);
            yield return Case(Repeat("words.Any(w => ", count) + "true", "nested lambdas", count);
            yield return Case(Repeat("gap ?? ", count) + "1 > 0", "coalesces", count);
        }
    }

    [TestCaseSource(nameof(Hostile))]
    public void Deep_or_long_text_is_a_flaw(string text) => Assert.That(
        Rules.Flaws<bool>(text)[0].Name,
        Is.AnyOf("too-deep", "too-long", "syntax", "type-mismatch"));

    [Test]
    public void The_deepest_text_that_is_taken_fits_a_small_stack()
    {
        string[] deepest =
        [
            new string('(', 62) + "n > 0" + new string(')', 62),
            Repeat("n + ", 185) + "n > 0",
            "day" + Repeat(".AddDays(1)", 185) + " > a",
            "words" + Repeat(".Where(w => true)", 90) + ".Any()",
            Repeat("words.All(w => ", 30) + "true" + new string(')', 30),
            Repeat("iif(n > 0, 1, ", 30) + "1" + new string(')', 30) + " > 0",
        ];
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    deepest.ToList().ForEach(text => Rules.Bind<bool>(text).Explain(new Scene()));
                    deepest.ToList().ForEach(text => Rules.Bind<bool>(text).Evaluate(new Scene()));
                }
                catch (Exception thrown)
                {
                    failure = thrown;
                }
            },
            256 * 1024);
        thread.Start();
        thread.Join();
        Assert.That(failure, Is.Null);
    }

    [TestCase("true && ")]
    [TestCase("n > 1 || ")]
    [TestCase("n == 7 or ")]
    public void A_flat_run_of_conditions_may_be_long(string term) =>
        Rules.Bind<bool>(Repeat(term, 390) + "true").Evaluate(new Scene());

    [TestCase("\"\".GetType().Assembly.FullName.Length > 0")]
    [TestCase("typeof(string).Name == \"String\"")]
    [TestCase("happened.GetType().GetProperties().Length > 0")]
    [TestCase("happened.ToString().Length > 0")]
    [TestCase("happened.Equals(happened)")]
    [TestCase("happened.Kind.GetHashCode() == 1")]
    [TestCase("happened.MemberwiseClone() != null")]
    [TestCase("events.GetEnumerator().MoveNext()")]
    [TestCase("events.Clear() == null")]
    [TestCase("words.AsQueryable().Any()")]
    [TestCase("Activator.CreateInstance(\"System.Object\") != null")]
    [TestCase("System.IO.File.Exists(\"x\")")]
    [TestCase("Environment.Exit(1)")]
    [TestCase("Process.Start(\"sh\") != null")]
    [TestCase("new System.Net.WebClient() != null")]
    [TestCase("string.Format(\"{0,999999999}\", 1).Length > 1")]
    [TestCase("Enumerable.Range(0, 2000000000).Any()")]
    [TestCase("Regex.IsMatch(\"aaaa\", \"(a+)+$\")")]
    [TestCase("DateTime.Now > a")]
    [TestCase("DateTime.Today > a")]
    [TestCase("Guid.NewGuid() != null")]
    [TestCase("happened.Kind = \"x\"; true")]
    [TestCase("words.Aggregate((x, y) => x + y) == \"\"")]
    [TestCase("words.OfType(\"System.Type\").Any()")]
    [TestCase("evaluation.StepsLeft > 0")]
    [TestCase("scene.StepsLeft > 0")]
    [TestCase("it.kind == \"x\"")]
    [TestCase("this.Day == day")]
    [TestCase("@0 == 1")]
    [TestCase("\0")]
    [TestCase("\uD800 == 1")]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("//")]
    [TestCase("99999999999999999999999999999999999999 > 1")]
    [TestCase("1e999999999 > 1")]
    public void There_is_no_way_out(string text) => Assert.That(Rules.Flaws<bool>(text), Is.Not.Empty);

    [TestCase("\"x\".PadLeft(2000000000).Length > 0")]
    [TestCase("n.ToString(\"D999999999\").Length > 0")]
    [TestCase("n.ToString(\"0000000000000000000000000000000000000000000000\").Length > 0")]
    [TestCase("x.ToString(\"F999\").Length > 0")]
    [TestCase("string.Join(words[0], words).Length > 0")]
    [TestCase("Math.Pow(99999, 99999) > 0")]
    [TestCase("words.Any(a => words.Any(b => words.Any(c => words.Any(d => words.Any(e => e == \"\")))))")]
    public void What_grows_is_stopped(string text)
    {
        var words = Enumerable.Repeat(new string('x', 5_000), 200).ToList();
        Assert.Throws<CannotBeJudged>(() => Rules.Bind<bool>(text)
            .Evaluate(new Scene { Words = words, StepsLeft = 1_000_000 }));
    }

    [Test]
    public void Replacing_over_and_over_is_stopped()
    {
        var text = "\"xxxxxxxxxx\"" + Repeat(".Replace(\"x\", \"xxxxxxxxxx\")", 100) + ".Length > 0";
        Assert.Throws<CannotBeJudged>(() => Rules.Bind<bool>(text).Evaluate(new Scene()));
    }

    [Test]
    public void Random_text_never_throws_while_it_is_bound([Range(1, 50)] int seed)
    {
        string[] words =
        [
            "happened", "events", "day", "n", "x", "gap", "words", "a", ".", ".", "(", ")", "[", "]", ",",
            "=>", "==", ">", "&&", "or", "not", "in", "?", ":", "??", "+", "-", "/", "1", "2.5", "\"award\"",
            "null", "true", "kind", "Any", "Where", "Sum", "e", "it", "new", "[]", "{", "}", "Math", "Max",
            "Value", "AddDays", "np", "iif", "OrderBy", "GroupBy", "Key", "First", "Contains", "DateTime",
        ];
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            var text = string.Join(
                random.Next(2) == 0 ? " " : "",
                Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));
            Assert.DoesNotThrow(() => Try(text), text);
        }
    }

    private static void Try(string text)
    {
        try
        {
            RuleCompiler.Compile(RuleText.Bare(text), Rules.Scope, new List<Flaw>())
                ?.Explain(new Scene { Happened = new Fact("award"), StepsLeft = 1_000 });
        }
        catch (CannotBeJudged)
        {
            // An answer like any other.
        }
    }

    private static TestCaseData Case(string text, string what, int count) =>
        new TestCaseData(text).SetName($"Hostile: {count} {what}");

    private static string Repeat(string text, int count) =>
        string.Concat(Enumerable.Repeat(text, count));
}

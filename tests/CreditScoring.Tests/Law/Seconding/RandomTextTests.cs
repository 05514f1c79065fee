using System.Globalization;
using System.Text.RegularExpressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Tests.Histories;
using CreditScoring.Tests.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Seconding;

/// <summary>
/// Texts as nobody would write them, on facts as nobody has them: wherever both engines have an answer
/// it is the same, but for the differences that the manual declares.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class RandomTextTests
{
    private const int Inputs = 24;

    private static readonly string[] OfRecords = ["happened", "events", "entries", "subject"];

    private static readonly ISecondReader Reader = new PackageEngine().ReaderOf(new PackLanguage(
        "test/random-texts", World.Shipped.Book.Catalogue, new TierLadder(["A", "B"]),
        new Dictionary<string, CreditScoring.Law.Tables.LawTable>(), World.Shipped.Book.WorkingDays));

    [Test]
    public void Three_thousand_texts_on_24_inputs_each() => Compare(
        FormulaShapes.Nested(2).Where((_, i) => i % 4 == 0).Select(shape => shape.Text)
            .Concat(FormulaShapes.Deep(seed: 11, depth: 4, wanted: 1_500)), 3_000);

    [Test]
    public void Walks_that_end_early_within_each_other() => Compare(EarlyExits.Texts(), 900);

    [Test, Explicit("an hour: two hundred thousand texts")]
    public void Two_hundred_thousand_texts() => Compare(
        FormulaShapes.Nested(2).Select(shape => shape.Text).Concat(Enumerable.Range(3, 5).SelectMany(
            depth => FormulaShapes.Deep(seed: depth, depth, wanted: 90_000))), 200_000);

    private static void Compare(IEnumerable<string> texts, int wanted)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var contradictions = new List<string>();
        var tried = 0;
        foreach (var text in texts.Where(OfPlainValues).Distinct())
        {
            if (tried == wanted)
            {
                break;
            }

            if (RuleCompiler.Compile(RuleText.Bare(text), Rules.Scope, new List<Flaw>()) is not { } formula)
            {
                continue;
            }

            tried++;
            if (tried % 10_000 == 0)
            {
                TestContext.Progress.WriteLine($"{tried} texts, {contradictions.Count} contradictions");
            }

            if (Second(formula) is not { } second)
            {
                Count("not read there");
                continue;
            }

            for (var seed = 0; seed < Inputs; seed++)
            {
                var (outcome, told) = Answer(formula, second, Facts(new Random((tried * Inputs) + seed)));
                Count(outcome == "differs" || !IsDeclared(text) ? outcome : $"{outcome}, could differ");
                if (outcome == "differs" && !IsDeclared(text) && contradictions.Count < 300 && !contradictions.Exists(each => each.StartsWith(text + ":", StringComparison.Ordinal)))
                {
                    contradictions.Add($"{text}: {told}");
                }
            }
        }

        TestContext.Out.WriteLine($"{tried} texts: " + string.Join(", ", counts.Select(each => $"{each.Key} {each.Value}")));
        contradictions.ForEach(TestContext.Out.WriteLine);
        Assert.That(contradictions, Is.Empty);
        Assert.That(tried, Is.GreaterThanOrEqualTo(wanted));
        Assert.That(counts.GetValueOrDefault("same"), Is.GreaterThan(tried * Inputs / 3));

        void Count(string outcome) => counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
    }

    private static bool OfPlainValues(string text) =>
        !OfRecords.Any(name => text.Contains(name, StringComparison.Ordinal));

    /// <summary>
    /// rules/README.md, Two engines: a missing text in order; the remainder of two fractions; the second
    /// argument of np; the last of no numbers; how far two texts are apart; a name used again within.
    /// </summary>
    private static bool IsDeclared(string text) =>
        text.Contains('%', StringComparison.Ordinal)
        || (text.Contains('<', StringComparison.Ordinal) && MayMissText(text))
        || (text.Contains('>', StringComparison.Ordinal) && MayMissText(text))
        || Regex.IsMatch(text, @"np\(.*, ") || text.Contains("OrDefault(", StringComparison.Ordinal)
        || text.Contains(".CompareTo(", StringComparison.Ordinal)
        || Regex.Matches(text, @"\((\w+) => ").Any(lambda => Within(text, lambda.Index).Contains(lambda.Value, StringComparison.Ordinal));

    /// <summary>What stands between the bracket at a place and the one that closes it.</summary>
    private static string Within(string text, int at)
    {
        var end = at;
        for (var open = 0; end < text.Length; end++)
        {
            open += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
            if (open == 0)
            {
                break;
            }
        }

        return text[(at + 1)..end];
    }

    private static bool MayMissText(string text) => text.Contains("nothing", StringComparison.Ordinal)
        || Regex.IsMatch(text, @"(words|"").*\.(Max|Min)\(\)");

    private static ISecondFormula? Second(Formula formula) => Reader.Read(
        formula.Source, formula.Type,
        [.. formula.Names.Order(StringComparer.Ordinal).Select(name => Rules.Scope.Variables[name])], out _);

    private static (string Outcome, string? Told) Answer(
        Formula formula, ISecondFormula second, CreditScoring.Tests.Law.Language.Scene facts)
    {
        object? ours;
        try
        {
            ours = formula.EvaluateAny(facts);
        }
        catch (CannotBeJudged)
        {
            return ("cannot be judged here", null);
        }

        var names = formula.Names.Order(StringComparer.Ordinal)
            .Select(name => typeof(CreditScoring.Tests.Law.Language.Scene).GetProperties()
                .First(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).GetValue(facts)).ToArray();
        var answer = second.Ask(facts, names, ours);
        return answer.Agreement switch
        {
            Agreement.Same => ("same", null),
            Agreement.NoAnswer => ("no answer there", answer.Told),
            _ => ("differs", string.Create(CultureInfo.InvariantCulture, $"ours {ours ?? "null"}, there {answer.Told}")),
        };
    }

    private static CreditScoring.Tests.Law.Language.Scene Facts(Random random)
    {
        T Pick<T>(params T[] all) => all[random.Next(all.Length)];
        DateOnly Day() => new DateOnly(2023, 1, 31).AddDays(random.Next(900));
        return new CreditScoring.Tests.Law.Language.Scene
        {
            Day = Pick(new DateOnly(2024, 2, 29), Day()), A = Day(), B = Day(), Maybe = Pick<DateOnly?>(null, Day()),
            N = Pick(-1, 0, 1, 2, 3, 5), X = Pick(0m, 0.5m, 1.5m, 3m, -2m), Gap = Pick<decimal?>(null, 0m, 1.5m, 4m),
            Perhaps = Pick<bool?>(null, true, false), Nothing = Pick(null, "", "b", "z"),
            Words = Pick<IReadOnlyList<string>>([], ["b"], ["b", "aa", "ccc"], ["aa", "b", "b"]),
            Amounts = Pick<IReadOnlyList<decimal>>([], [1m], [1m, 2.5m, 3m], [3m, 1m, 2m, 1m]),
            Gaps = Pick<IReadOnlyList<decimal?>>([], [null], [1m, null, 2m]),
        };
    }
}

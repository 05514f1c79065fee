using CreditScoring.Cli.Linting;
using CreditScoring.Cli.Terminal;
using CreditScoring.Documents;
using CreditScoring.Tests.Workbench.Linting;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Terminal;

/// <summary>What is coloured, and that nothing is wider than the screen.</summary>
public class ScreenTests
{
    [TestCase(false, "xterm", null, true)]
    [TestCase(true, "xterm", null, false, Description = "in a pipe")]
    [TestCase(false, "xterm", "1", false, Description = "NO_COLOR")]
    [TestCase(false, "xterm", "", true, Description = "an empty NO_COLOR says nothing (no-color.org)")]
    [TestCase(false, "dumb", null, false)]
    [TestCase(false, null, null, false)]
    public void Colours(bool redirected, string? term, string? noColour, bool coloured)
    {
        var screen = Screen.Of(redirected, name => name switch { "TERM" => term, "NO_COLOR" => noColour, _ => null });
        Assert.That(screen.Colours, Is.EqualTo(coloured));
        Assert.That(screen.Width is null, Is.EqualTo(redirected));
    }

    [TestCase(Severity.Error, "en", "error", 31)]
    [TestCase(Severity.Warning, "en", "warning", 33)]
    [TestCase(Severity.Notice, "en", "notice", 36)]
    [TestCase(Severity.Error, "zh", "错误", 31)]
    [TestCase(Severity.Warning, "zh", "警告", 33)]
    [TestCase(Severity.Notice, "zh", "提示", 36)]
    public void The_severity_of_a_flaw_is_printed_in_its_colour(Severity severity, string language, string word, int colour)
    {
        var source = new SourceText("x.json", "{ \"total\": 4 }");
        var flaw = new Flaw("type-mismatch", source.At(2), new Wording("错", "wrong"), new Wording("改", "mend"))
        {
            Severity = severity,
        };
        var plain = Excerpt.Of(flaw, source, language, new Screen(80, Colours: false));
        var coloured = Excerpt.Of(flaw, source, language, new Screen(80, Colours: true));
        Assert.Multiple(() =>
        {
            Assert.That(plain, Does.StartWith($"x.json:1:3: {word}: type-mismatch: "));
            Assert.That(plain, Does.Contain("\n    |   ^^^^^^^\n").And.Not.Contain("\u001b"));
            Assert.That(coloured, Does.StartWith($"x.json:1:3: \u001b[{colour}m{word}\u001b[0m: type-mismatch: "));
            Assert.That(coloured, Does.Contain($"\u001b[{colour}m^^^^^^^\u001b[0m"));
        });
    }

    [TestCase(80)]
    [TestCase(60)]
    [TestCase(120)]
    public void No_excerpt_is_wider_than_the_screen(int width)
    {
        var rules = RulesFolder.Bundled();
        var seen = 0;
        foreach (var example in RulesFolder.BadExamples().Take(40).Select(RulesFolder.Bad).Prepend(rules))
        {
            foreach (var flaw in RulesFolder.Lint(example))
            {
                foreach (var language in new[] { "zh", "en" })
                {
                    var text = Excerpt.Of(
                        flaw, new SourceText(flaw.Place.File, example[flaw.Place.File]), language, new Screen(width, false));
                    Assert.That(text.Split('\n').Where(line => TextWidth.Of(line) > width && line.Trim().Contains(' ')), Is.Empty, text);
                    Assert.That(text, Does.Contain("^"));
                    seen++;
                }
            }
        }

        Assert.That(seen, Is.GreaterThan(100));
    }

    [Test]
    public void Of_a_long_line_what_stands_around_the_flaw_is_shown_and_underlined()
    {
        var line = string.Concat(Enumerable.Repeat("\"说明\": \"甲乙丙\", ", 40));
        var source = new SourceText("x.json", line + "\"分数\": 014 }");
        var flaw = new Flaw("number-invalid", source.At(source.Text.IndexOf("014", StringComparison.Ordinal)), new Wording("错", "wrong"), new Wording("改", "mend"));
        var lines = Excerpt.Of(flaw, source, "zh", new Screen(80, false)).Split('\n');
        var before = lines[2].IndexOf('^', StringComparison.Ordinal);
        var shown = string.Concat(TextWidth.Characters(lines[1]).SkipWhile((_, at) =>
            TextWidth.Characters(lines[1]).Take(at + 1).Sum(TextWidth.OfCharacter) <= before));
        Assert.That(shown, Does.StartWith("014"));
        Assert.That(lines[2].Trim(), Does.EndWith(" ^^^"));
    }
}

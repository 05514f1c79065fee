using CreditScoring.Cli.Words;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Words;

/// <summary>Which language a run of <c>credit</c> speaks.</summary>
public class LanguageTests
{
    [TestCase(null, null, null, "en")]
    [TestCase(null, null, "zh_CN.UTF-8", "zh")]
    [TestCase(null, null, "zh", "zh")]
    [TestCase(null, "zh_CN", "en_GB", "zh", Description = "LC_MESSAGES before LANG")]
    [TestCase("en_GB", "zh_CN", "zh_CN", "en", Description = "LC_ALL before all")]
    [TestCase("", "", "zh_CN", "zh", Description = "an empty one is not set")]
    [TestCase("C", "zh_CN", "zh_CN", "en")]
    [TestCase(null, null, "C.UTF-8", "en")]
    public void The_environment_says_it(string? all, string? messages, string? lang, string language) => Assert.That(
        Language.Of([], name => name switch { "LC_ALL" => all, "LC_MESSAGES" => messages, "LANG" => lang, _ => null }),
        Is.EqualTo(language));

    [TestCase("lint --lang zh", "zh")]
    [TestCase("--lang=zh --help", "zh")]
    [TestCase("--lang:zh lint", "zh")]
    [TestCase("lint", "en")]
    [TestCase("lint --lang", "en")]
    [TestCase("lint --lang fr", "en")]
    [TestCase("lint -- --lang zh", "en", Description = "behind -- nothing is an option")]
    public void An_option_says_it_before_anything_is_read(string arguments, string language) =>
        Assert.That(Language.Of(arguments.Split(' '), _ => null), Is.EqualTo(language));
}

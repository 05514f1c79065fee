using CreditScoring.Cli.Terminal;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Terminal;

/// <summary>Lines that are longer than a terminal is wide.</summary>
public class FoldingTests
{
    [TestCase("a line of words", 9, "a line of\n  words")]
    [TestCase("  set in by two", 10, "  set in\n    by two", Description = "what follows stands further in")]
    [TestCase("记分满十二分的企业", 10, "记分满十二\n  分的企业")]
    [TestCase("十二分。十二分，", 8, "十二分。\n  十二\n  分，", Description = "no stop begins a line")]
    [TestCase("见《质量法》", 4, "见\n  《质\n  量\n  法》", Description = "no opening bracket ends one")]
    [TestCase("see /a/very/long/path.json now", 10, "see\n  /a/very/long/path.json\n  now", Description = "a path stays whole")]
    [TestCase("short", 80, "short")]
    [TestCase("", 80, "")]
    public void A_line_is_folded(string text, int width, string folded) =>
        Assert.That(Folding.Fold(text, width), Is.EqualTo(folded));

    [Test]
    public void Nothing_is_lost_by_folding()
    {
        const string Text = "规则 art-10（law.md#art-10）：记分 6 分，处罚决定书 粤市监罚〔2024〕17号 自 2024-03-05 起。";
        for (var width = 12; width < 100; width++)
        {
            Assert.That(Folding.Fold(Text, width).Replace("\n", "").Replace(" ", ""), Is.EqualTo(Text.Replace(" ", "")));
        }
    }
}

using CreditScoring.Cli.Terminal;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Terminal;

/// <summary>Columns on a terminal.</summary>
public class TextWidthTests
{
    [TestCase("", 0)]
    [TestCase("tier D", 6)]
    [TestCase("等级", 4)]
    [TestCase("〔2024〕", 8, Description = "brackets of document numbers are wide")]
    [TestCase("Ａ１", 4, Description = "full-width letters and digits")]
    [TestCase("ｱ", 1, Description = "half-width kana")]
    [TestCase("“①…—", 4, Description = "ambiguous ones are narrow")]
    [TestCase("e\u0301", 1, Description = "an accent of its own takes no room")]
    [TestCase("\u200Ba\uFEFF", 1, Description = "what is not seen takes none")]
    [TestCase("𠮷", 2, Description = "a character outside the basic plane")]
    [TestCase("👍🏽", 2, Description = "with a tone of skin")]
    [TestCase("👨‍👩‍👧", 2, Description = "a family is one picture")]
    [TestCase("🇨🇳", 2, Description = "a flag is two letters")]
    [TestCase("❤️", 2, Description = "asked to be a picture")]
    [TestCase("\u001b", 0, Description = "a control character")]
    public void A_text_takes(string text, int columns) => Assert.That(TextWidth.Of(text), Is.EqualTo(columns));

    [TestCase("product-quality", 8, "product…")]
    [TestCase("质量失信记分", 6, "质量…", Description = "no half character")]
    [TestCase("质量失信记分", 7, "质量失…")]
    [TestCase("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    [TestCase("short", 5, "short")]
    [TestCase("x", 0, "")]
    public void A_longer_text_ends_in_an_ellipsis(string text, int width, string cut) =>
        Assert.That(TextWidth.Cut(text, width), Is.EqualTo(cut));

    [Test]
    public void A_cell_is_as_wide_as_its_column() => Assert.Multiple(() =>
    {
        Assert.That(TextWidth.Fit("等级", 6), Is.EqualTo("等级  "));
        Assert.That(TextWidth.Fit("12", 6, right: true), Is.EqualTo("    12"));
        Assert.That(TextWidth.Of(TextWidth.Fit("质量失信记分", 7)), Is.EqualTo(7));
        Assert.That(TextWidth.Of(TextWidth.Fit("质量失信记分", 6)), Is.EqualTo(6));
    });
}

using CreditScoring.Service.Demo;

namespace CreditScoring.Service.Tests.Demo;

public class TextTableTests
{
    [TestCase("tier", 4)]
    [TestCase("等级", 4)]
    [TestCase("Ａ１（）", 8)]
    [TestCase("𠮷", 2)]
    [TestCase("-", 1)]
    public void A_chinese_character_takes_two_places(string text, int places) =>
        Assert.That(TextTable.WidthOf(text), Is.EqualTo(places));

    [Test]
    public void Columns_stand_under_each_other()
    {
        var table = new TextTable("方式", ">share", "z");
        table.Add("双随机", "1%", "x");
        table.Add("spot", "30%", "y");
        var ends = table.ToString().TrimEnd().Split('\n').Select(TextTable.WidthOf);
        Assert.That(ends.Distinct().Count(), Is.EqualTo(1));
    }
}

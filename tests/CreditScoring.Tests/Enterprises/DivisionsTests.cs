using CreditScoring.Enterprises;
using NUnit.Framework;

namespace CreditScoring.Tests.Enterprises;

public class DivisionsTests
{
    [TestCase("44", "广东", "Guangdong")]
    [TestCase("440000", "广东", "Guangdong")]
    [TestCase("440500", "汕头市", "Shantou")]
    [TestCase("4405", "汕头市", "Shantou")]
    [TestCase("419001", "济源市", "Jiyuan")]
    [TestCase("110105", "北京 110105", "Beijing 110105")]
    [TestCase("440507", "汕头市 440507", "Shantou 440507")]
    [TestCase("4499", "广东 4499", "Guangdong 4499")]
    [TestCase("99", "99", "99")]
    public void A_code_is_told_by_the_nearest_name(string code, string zh, string en) =>
        Assert.That((Divisions.Told(code).Zh, Divisions.Told(code).En), Is.EqualTo((zh, en)));

    [TestCase("汕头", "4405")]
    [TestCase("汕头市", "4405")]
    [TestCase("Shantou", "4405")]
    [TestCase("广东省", "44")]
    [TestCase("内蒙古自治区", "15")]
    [TestCase("北京市", "11")]
    [TestCase("延边朝鲜族自治州", "2224")]
    [TestCase("吉林", null, Description = "a province, and a city of it")]
    [TestCase("吉林市", "2202", Description = "said in full it is the city")]
    [TestCase("Suzhou", null, Description = "two cities")]
    [TestCase("汕", null)]
    [TestCase("", null)]
    public void A_name_is_that_of_one_division_or_of_none(string name, string? code) =>
        Assert.That(Divisions.CodeOf(name), Is.EqualTo(code));

    [Test]
    public void Every_code_lies_in_a_province_and_every_name_is_in_both_languages()
    {
        Assert.That(Divisions.All, Has.Count.EqualTo(365 + 34));
        foreach (var (digits, name) in Divisions.All)
        {
            Assert.That(Provinces.NameOf(digits[..2]), Is.Not.Null, digits);
            Assert.That(name.Zh, Does.Match("^[\\u4e00-\\u9fff]+$"), digits);
            Assert.That(name.En, Does.Match("^[A-ZÜ][\\p{L}' ]+$"), digits);
        }

        Assert.That(Divisions.All.Select(each => each.Digits), Is.Unique);
    }

    [TestCase("C1819", "纺织服装、服饰业")]
    [TestCase("C18", "纺织服装、服饰业")]
    [TestCase("C", null)]
    [TestCase("Z99", null)]
    public void An_industry_is_told_by_its_division(string code, string? name) =>
        Assert.That(Industries.NameOf(code)?.Zh, Is.EqualTo(name));

    [Test]
    public void The_divisions_of_industries_are_ninety_seven_in_twenty_sections()
    {
        Assert.That(Industries.All.Select(each => each.Code[0]).Distinct().Count(), Is.EqualTo(20));
        Assert.That(Industries.All.Select(each => Industries.SectionOf(each.Code[..1])), Has.None.Null);
        Assert.That(
            Industries.All.Select(each => each.Code[1..]),
            Is.EqualTo(Enumerable.Range(1, 97).Select(each => $"{each:00}")));
    }
}

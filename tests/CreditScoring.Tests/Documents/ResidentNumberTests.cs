using CreditScoring.Documents;
using NUnit.Framework;

namespace CreditScoring.Tests.Documents;

public class ResidentNumberTests
{
    [TestCase("11010519491231002X", true, TestName = "The_worked_example_of_GB_11643_1999_is_one")]
    [TestCase("440301199001011235", false, TestName = "One_whose_check_character_is_wrong_is_none")]
    [TestCase("110105194912310021", false, TestName = "A_digit_in_place_of_X_is_none")]
    [TestCase("110105194902300026", false, TestName = "One_whose_day_does_not_exist_is_none")]
    [TestCase("11010519491231002x", true, TestName = "A_small_x_is_one")]
    [TestCase("91350100M000100Y43", false, TestName = "A_code_of_a_company_is_none")]
    public void Read_as_one(string text, bool one) => Assert.That(ResidentNumber.Is(text), Is.EqualTo(one));

    [TestCase("张三 11010519491231002X。", "张三 110105************。")]
    [TestCase("11010519491231002X,11010519491231002X", "110105************,110105************")]
    [TestCase("a11010519491231002X", "a11010519491231002X")]
    [TestCase("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890")]
    [TestCase("粤市监罚〔2024〕17号", "粤市监罚〔2024〕17号")]
    public void It_is_masked_where_it_stands_by_itself(string text, string masked) =>
        Assert.That(ResidentNumber.Masked(text), Is.EqualTo(masked));

    [Test]
    public void It_is_masked_before_a_message_cuts_it_short()
    {
        var shown = Spelling.Shown(new string('号', 49) + " 11010519491231002X");
        Assert.That(shown, Does.Not.Contain("1949"));
    }
}

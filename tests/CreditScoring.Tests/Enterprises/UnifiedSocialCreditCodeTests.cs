using CreditScoring.Documents;
using CreditScoring.Enterprises;
using NUnit.Framework;

namespace CreditScoring.Tests.Enterprises;

public class UnifiedSocialCreditCodeTests
{
    [TestCase("91350100M000100Y43", TestName = "The_worked_example_of_GB_32100_2015_is_a_code")]
    [TestCase("91440300708461136T", TestName = "A_code_whose_check_character_is_a_letter_is_a_code")]
    [TestCase("914403001922038216", TestName = "A_code_of_digits_alone_is_a_code")]
    [TestCase("91100000100003962T", TestName = "A_code_that_the_State_gave_itself_is_a_code")]
    [TestCase("54440106ME00000014", TestName = "A_kind_that_came_after_the_standard_is_a_code")]
    [TestCase("N2440106MF0000001T", TestName = "A_village_collective_has_a_code")]
    public void Valid(string text)
    {
        Assert.That(UnifiedSocialCreditCode.TryParse(text, out var code, out var flaw), Is.True);
        Assert.That(code!.Text, Is.EqualTo(text));
        Assert.That(flaw, Is.Null);
    }

    [TestCase("91350100M000100Y44", "ends in '4'; its check character should be '3'")]
    [TestCase("91350100M000100Y4Z", "ends in 'Z'; its check character should be '3'")]
    [TestCase("91350100M000100Y4", "has 17 characters; a unified social credit code has 18")]
    [TestCase("91350100M000100Y433", "has 19 characters; a unified social credit code has 18")]
    [TestCase("", "has 0 characters; a unified social credit code has 18")]
    [TestCase("91350100m000100y43", "has a small letter 'm' at character 9; write 91350100M000100Y43")]
    [TestCase("91350100MOOO100Y43", "has 'O' at character 10; only digits and capital letters other than I, O, S, V and Z are used")]
    [TestCase("９1350100M000100Y43", "has '９' at character 1; only digits and capital letters other than I, O, S, V and Z are used")]
    [TestCase("9135A100M000100Y43", "has 'A' at character 5; characters 3 to 8 are the region's digits")]
    [TestCase("91350100M000100Y4\n", "ends in '\uFFFD'; its check character should be '3'")]
    [TestCase("000000000000000000", "has '0' at character 1; a registering department is 1 to 9, A, N or Y")]
    [TestCase("B1350100M000100Y41", "has 'B' at character 1; a registering department is 1 to 9, A, N or Y")]
    [TestCase("90350100M000100Y46", "has '0' at character 2; a kind of body is 1 to 9")]
    [TestCase("91990100M000100Y4U", "has '99' at characters 3 and 4; no province has that code (GB/T 2260)")]
    [TestCase("113101198506150097", "reads as the number of a resident, not as a code; the numbers of persons are never sent")]
    public void What_is_no_code_is_refused_in_a_sentence(string text, string sentence)
    {
        Assert.That(UnifiedSocialCreditCode.TryParse(text, out var code, out var flaw), Is.False);
        Assert.That(code, Is.Null);
        Assert.That(flaw!.Value.En, Is.EqualTo(sentence));
        Assert.That(flaw.Value.Zh, Is.Not.Empty);
    }

    [Test]
    public void Any_single_wrong_character_is_noticed()
    {
        const string Code = "91350100M000100Y43";
        for (var at = 0; at < Code.Length; at++)
        {
            foreach (var other in UnifiedSocialCreditCode.Alphabet.Where(other => other != Code[at]))
            {
                var wrong = Code[..at] + other + Code[(at + 1)..];
                Assert.That(UnifiedSocialCreditCode.FlawOf(wrong), Is.Not.Null, wrong);
            }
        }
    }

    [Test]
    public void The_check_character_can_be_asked_for()
    {
        Assert.That(UnifiedSocialCreditCode.CheckCharacterOf("91350100M000100Y4"), Is.EqualTo('3'));
        Assert.That(
            () => UnifiedSocialCreditCode.CheckCharacterOf("9135"), Throws.ArgumentException);
    }

    [Test]
    public void The_region_stands_in_the_code()
    {
        UnifiedSocialCreditCode.TryParse("91440300708461136T", out var code, out Wording? _);
        Assert.That(code!.RegionDigits, Is.EqualTo("440300"));
    }
}

using CreditScoring.Documents;
using CreditScoring.Enterprises;
using NUnit.Framework;

namespace CreditScoring.Tests.Enterprises;

public class SubjectKindTests
{
    private static readonly SubjectKind Operator = Kind("operator", "[0-9A-Z]{18}", true);
    private static readonly SubjectKind Product = Kind("product", "[0-9A-Z]{18}/[^/]{1,60}", true);
    private static readonly SubjectKind Person = Kind("person", "[0-9a-f]{64}", false);

    [Test]
    public void The_ids_of_a_kind_are_checked_at_the_door()
    {
        Assert.That(FlawOf(Operator, "91350100M000100Y43"), Is.Null);
        Assert.That(FlawOf(Product, "91350100M000100Y43/电动自行车"), Is.Null);
        Assert.That(FlawOf(Person, new string('a', 64)), Is.Null);
    }

    [Test]
    public void The_operator_of_a_product_is_checked_too() => Assert.That(
        FlawOf(Product, "91350100M000100Y44/电动自行车"),
        Is.EqualTo("ends in '4'; its check character should be '3'"));

    [TestCase("91350100M000100Y43")]
    [TestCase("91350100M000100Y43/")]
    [TestCase("91350100M000100Y43/a/b")]
    public void A_product_is_an_operator_and_a_category(string id) =>
        Assert.That(FlawOf(Product, id), Does.Contain("has not the form of a product id"));

    [TestCase(63)]
    [TestCase(65)]
    public void A_pattern_is_matched_as_a_whole(int length) =>
        Assert.That(FlawOf(Person, new string('a', length)), Is.Not.Null);

    [Test]
    public void A_line_end_does_not_slip_past_the_pattern() =>
        Assert.That(FlawOf(Person, new string('a', 64) + "\n"), Is.Not.Null);

    [TestCase(0, "has 0 characters; an id has 1 to 200")]
    [TestCase(201, "has 201 characters; an id has 1 to 200")]
    public void An_id_has_1_to_200_characters(int length, string sentence) =>
        Assert.That(FlawOf(Kind("x", ".*", false), new string('x', length)), Is.EqualTo(sentence));

    [TestCase("[0-9", TestName = "A_pattern_with_an_open_bracket_is_refused")]
    [TestCase(@"(a)\1", TestName = "A_pattern_that_looks_back_is_refused")]
    [TestCase("(?=a)a", TestName = "A_pattern_that_looks_ahead_is_refused")]
    [TestCase("a)|(b", TestName = "A_pattern_cannot_climb_out_of_the_brackets_put_around_it")]
    public void Bad_pattern(string text)
    {
        Assert.That(SubjectPattern.TryParse(text, out var pattern, out var flaw), Is.False);
        Assert.That(pattern, Is.Null);
        Assert.That(flaw, Is.Not.Null);
    }

    [Test, CancelAfter(2000)]
    public void A_pattern_that_makes_other_engines_run_for_ever_takes_no_time() =>
        Assert.That(FlawOf(Kind("x", "(a+)+b", false), new string('a', 200)), Is.Not.Null);

    private static SubjectKind Kind(string name, string pattern, bool checksCode)
    {
        Assert.That(SubjectPattern.TryParse(pattern, out var read, out _), Is.True);
        return new SubjectKind(name, new Wording(name, name), read!, checksCode);
    }

    private static string? FlawOf(SubjectKind kind, string id) =>
        kind.TryParse(id, out _, out var flaw) ? null : flaw!.Value.En;
}

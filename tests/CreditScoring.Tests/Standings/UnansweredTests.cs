using CreditScoring.Documents;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>An explanation goes as far as the fold went, and says what has no answer, and where.</summary>
public class UnansweredTests
{
    private const string Points = """[ { "RuleName": "act", "Expression": "happened.kind == \"act\"", "Properties": { "points": "happened.gravity" } } ]""";

    private static OnePack Repairing(string operation, params string[] conditions) => new(
        ("points", Points),
        ("repair", $$"""[ { "RuleName": "repair", "Operator": "{{operation}}", "Rules": [ {{string.Join(", ",
            conditions.Select((text, i) => $$"""{ "RuleName": "c{{i}}", "Expression": "{{text}}", "ErrorMessage": "no {{i}}" }"""))}} ] } ]"""));

    private static Explanation Asked(OnePack pack) => pack.Explain(
        "2024-03-01",
        pack.Event("e1", "act", "2024-02-01", null, ("gravity", 0m)),
        pack.Event("r1", "repair-request", "2024-03-01", "e1"));

    [Test]
    public void What_comes_after_the_condition_that_decided_was_not_asked_and_breaks_nothing_off()
    {
        var why = Asked(Repairing("And", "total > 0", "1 / total > 2"));
        var conditions = why.Repairs.Single().Conditions;
        Assert.Multiple(() =>
        {
            Assert.That(conditions.Select(each => each.Account.Answer), Is.EqualTo(new bool?[] { false, null }));
            Assert.That(conditions[1].Account.Condition.Single().Evaluated, Is.False);
            Assert.That(conditions[1].Account.Flaws, Is.Empty);
            Assert.That(why.Standing.Tier, Is.EqualTo("A"));
            Assert.That(why.Rungs.Select(rung => rung.Rule), Is.EqualTo(new[] { "any" }));
            Assert.That(why.Measures.Select(each => each.Key), Is.EqualTo(new[] { "total" }));
            Assert.That(why.Flaws, Is.Empty);
        });
    }

    [Test]
    public void A_condition_without_an_answer_is_told_with_its_place_where_another_decides()
    {
        var why = Asked(Repairing("And", "1 / total > 2", "total > 0"));
        var conditions = why.Repairs.Single().Conditions;
        Assert.Multiple(() =>
        {
            Assert.That(conditions.Select(each => each.Account.Answer), Is.EqualTo(new bool?[] { null, false }));
            Assert.That(conditions[0].Account.Flaws.Single().What.En, Does.Contain("division by zero"));
            Assert.That(conditions[0].Account.Flaws.Single().Place.File, Does.EndWith("repair.workflow.json"));
            Assert.That(why.Standing.Tier, Is.EqualTo("A"));
            Assert.That(Json(why), Does.Contain("division by zero"));
        });
    }

    [Test]
    public void Of_alternatives_those_after_the_first_that_holds_were_not_asked()
    {
        var why = Asked(Repairing("Or", "total == 0", "1 / total > 2"));
        Assert.That(
            why.Repairs.Single().Conditions.Select(each => each.Account.Answer), Is.EqualTo(new bool?[] { true, null }));
    }

    [Test]
    public void A_rung_of_another_tier_that_has_no_answer_is_told_and_the_others_are_asked()
    {
        var pack = new OnePack(
            ("points", Points),
            ("tier", """
                [ { "RuleName": "any", "Expression": "total >= 0", "Properties": { "tier": "A" } },
                  { "RuleName": "share", "Expression": "1 / total > 2", "Properties": { "tier": "B" } },
                  { "RuleName": "many", "Expression": "total > 5", "Properties": { "tier": "B" } } ]
                """));
        var rungs = Explaining.WhyNot(
            new[] { pack.Event("e1", "act", "2024-02-01", null, ("gravity", 0m)) }.File(), pack.Regime,
            new DateOnly(2024, 2, 1), "B");
        Assert.Multiple(() =>
        {
            Assert.That(rungs.Select(rung => rung.Answer), Is.EqualTo(new bool?[] { null, false }));
            Assert.That(rungs[0].Flaws.Single().What.En, Does.Contain("division by zero"));
        });
    }

    [Test]
    public void An_outlook_that_ends_at_a_day_without_an_answer_says_why()
    {
        var pack = new OnePack(
            ("points", """[ { "RuleName": "act", "Expression": "happened.kind == \"act\"", "Properties": { "points": "happened.gravity", "lapsesOn": "from.AddDays(10)" } } ]"""),
            ("tier", """[ { "RuleName": "share", "Expression": "events.Any() && 12 / total > 2", "Properties": { "tier": "B" } }, { "RuleName": "any", "Expression": "true", "Properties": { "tier": "A" } } ]"""));
        var why = pack.Explain("2024-02-01", pack.Event("e1", "act", "2024-02-01", null, ("gravity", 3m)));
        Assert.Multiple(() =>
        {
            Assert.That(why.Standing.Tier, Is.EqualTo("B"));
            Assert.That(why.Outlook.Flaw!.What.En, Does.StartWith("cannot be judged on 2024-02-11: division by zero"));
            Assert.That(Json(why), Does.Contain("2024-02-11"));
        });
    }

    private static string Json(Explanation why) => JsonText.Of(json => ExplanationJson.Write(json, why));
}

using CreditScoring.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>Every condition shows each part with its value, and what was not evaluated.</summary>
public class ExplainTests
{
    [Test]
    public void Parts_come_in_the_order_written_with_their_values()
    {
        var reading = Explain("happened.kind == \"penalty\" && (happened.fine > 1000 || n > 2)");
        Assert.That(Lines(reading), Is.EqualTo(new[]
        {
            "happened.kind == \"penalty\" && (happened.fine > 1000 || n > 2) = True",
            " happened.kind == \"penalty\" = True",
            "  happened.kind = penalty",
            "  \"penalty\" = penalty",
            " (happened.fine > 1000 || n > 2) = True",
            "  happened.fine > 1000 = True",
            "   happened.fine = 5000",
            "   1000 = 1000",
            "  n > 2 not evaluated",
            "   n not evaluated",
            "   2 not evaluated",
        }));
    }

    [Test]
    public void An_aggregate_shows_its_value_and_not_each_item()
    {
        var reading = Explain("events.Where(e => e.kind == \"award\").Count() + 1 > 1");
        Assert.That(Lines(reading), Is.EqualTo(new[]
        {
            "events.Where(e => e.kind == \"award\").Count() + 1 > 1 = True",
            " events.Where(e => e.kind == \"award\").Count() + 1 = 2",
            "  events.Where(e => e.kind == \"award\").Count() = 1",
            "  1 = 1",
            " 1 = 1",
        }));
    }

    [Test]
    public void The_walked_day_shows_its_steps()
    {
        var reading = Explain("day.AddMonths(-12) >= a ? 2 : 1");
        Assert.That(Lines(reading), Does.Contain("  day.AddMonths(-12) = 01/15/2023").And
            .Contains("   day = 01/15/2024").And.Contains(" 2 = 2").And.Contains(" 1 not evaluated"));
    }

    [Test]
    public void A_text_that_is_read_as_a_date_counts_as_evaluated() => Assert.That(
        Lines(Explain("a >= \"2024-01-01\"")), Does.Contain(" \"2024-01-01\" = 2024-01-01"));

    [Test]
    public void What_failed_shows_how_far_it_came()
    {
        var reading = Explain("n + 1 > 0 && 1 / x > 0");
        Assert.That(Lines(reading), Does.Contain(" n + 1 > 0 = True").And.Contains("   x = 0")
            .And.Contains("  1 / x not evaluated"));
    }

    [Test]
    public void Explaining_leaves_no_mark_on_the_evaluation()
    {
        var scene = Scene();
        (scene.StepsLeft, scene.StableUntil) = (7, new DateOnly(2030, 1, 1));
        Rules.Bind<bool>("events.Any(e => e.from < day)").Explain(scene);
        Assert.That((scene.StepsLeft, scene.StableUntil), Is.EqualTo((7L, new DateOnly(2030, 1, 1))));
    }

    private static Reading Explain(string text) => Rules.Bind<object>(text).Explain(Scene());

    private static Scene Scene() => new()
    {
        Day = new(2024, 1, 15), A = new(2023, 1, 1),
        Happened = new Fact("penalty") { ["fine"] = 5000m }, Events = [new("award"), new("penalty")],
    };

    private static IEnumerable<string> Lines(Reading reading, string indent = "") =>
        reading.Parts.SelectMany(part => Lines(part, indent + " ")).Prepend(
            $"{indent}{reading.Text}{(reading.Evaluated ? $" = {reading.Value}" : " not evaluated")}");
}

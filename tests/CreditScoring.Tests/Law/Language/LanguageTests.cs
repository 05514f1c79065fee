using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>What expressions mean, one row a fact about the language.</summary>
public class LanguageTests
{
    [TestCase("0.1 + 0.2", "0.3", TestName = "Numbers_are_decimal")]
    [TestCase("6 * (n > 0 ? 2 : 1)", "6", TestName = "A_choice_stands_for_a_number")]
    [TestCase("7 / 2.0", "3.5", TestName = "Division_is_decimal")]
    [TestCase("4 / 2", "2", TestName = "Whole_literals_that_divide_evenly_may")]
    [TestCase("-7 % 3", "-1", TestName = "The_remainder_has_the_sign_of_the_dividend")]
    [TestCase("2 + 3 * 4 - 1", "13", TestName = "Multiplication_holds_tighter")]
    [TestCase("3000000000", "3000000000", TestName = "A_large_whole_number_is_a_decimal")]
    [TestCase("Math.Round(2.5)", "2", TestName = "Round_goes_to_the_even_number_unless_told")]
    [TestCase("Math.Round(2.5, MidpointRounding.AwayFromZero)", "3", TestName = "Rounding_can_be_stated")]
    [TestCase("Math.Ceiling(10 * 1.1)", "11", TestName = "Ceiling_of_a_decimal_is_exact")]
    [TestCase("Math.Min(1, 3 - x)", "1", TestName = "Min_mixes_whole_and_decimal")]
    [TestCase("Math.Sqrt(2)", "1.41421356237", TestName = "Sqrt_has_twelve_digits")]
    [TestCase("amounts.Sum()", "6.5", TestName = "Sum_of_decimals")]
    [TestCase("amounts.Where(it > 2).Average()", "2.75", TestName = "Average_of_what_is_left")]
    [TestCase("amounts.OrderByDescending(it).First()", "3", TestName = "First_of_the_sorted")]
    [TestCase("amounts.Skip(1).Take(1).Sum(v => v * 2)", "5", TestName = "Skip_take_and_select")]
    [TestCase("new int[] { 3, 1 }.Max() + new string[] { \"a\", \"bc\" }.Count()", "5", TestName = "A_list_may_say_of_what_it_is")]
    [TestCase("gaps.Sum()", "3", TestName = "Sum_skips_missing_values")]
    [TestCase("gaps.Average()", "1.5", TestName = "Average_skips_missing_values")]
    [TestCase("words.Select(w => w.Length).Max()", "3", TestName = "Select_then_Max")]
    [TestCase("words.GroupBy(w => w.Length).Count()", "2", TestName = "Groups_are_counted")]
    [TestCase("words.GroupBy(w => w.Length).Sum(g => g.Key * g.Count())", "8", TestName = "A_group_has_key_and_items")]
    [TestCase("words.SelectMany(w => new[] { w.Length, 1 }).Sum()", "11", TestName = "SelectMany_walks_inner_lists")]
    [TestCase("words.SelectMany(w => amounts.Take(2)).Sum()", "10.5", TestName = "The_end_of_an_inner_list_is_not_that_of_the_outer")]
    [TestCase("words.SelectMany(w => amounts.TakeWhile(v => v < 3)).Take(5).Sum()", "8", TestName = "And_what_ends_the_outer_ends_both")]
    [TestCase("words.SelectMany(w => words.SelectMany(v => amounts.Take(1))).Count()", "9", TestName = "Lists_within_lists_within_lists")]
    [TestCase("amounts.Concat(amounts).Count() + amounts.Union(amounts).Count()", "9", TestName = "Union_has_no_repeats")]
    [TestCase("amounts.Except(new[] { 1.0 }).Sum() - amounts.Intersect(new[] { 2.5 }).Sum()", "3", TestName = "Except_and_Intersect")]
    [TestCase("amounts.Reverse().First() + \"a-b-c\".Count(c => c == \"-\")", "5", TestName = "Reverse_and_letters_of_a_text")]
    [TestCase("months(DateTime(2024,1,31), DateTime(2024,2,29))", "1", TestName = "A_month_from_the_31st_is_complete_at_month_end")]
    [TestCase("months(DateTime(2024,1,31), DateTime(2024,2,28))", "0", TestName = "And_not_the_day_before")]
    [TestCase("years(DateTime(2024,2,29), DateTime(2025,2,28))", "1", TestName = "A_year_from_leap_day_is_complete_on_28_February")]
    [TestCase("days(DateTime(2024,2,1), DateTime(2024,3,1))", "29", TestName = "Days_count_leap_day")]
    [TestCase("(DateTime(2024,3,1) - DateTime(2024,2,1)).Days", "29", TestName = "Dates_differ_by_a_length_of_time")]
    public void Number(string text, string expected)
    {
        var scene = new Scene
        {
            N = -1, Amounts = [1m, 2.5m, 3m], Gaps = [1m, null, 2m], Words = ["aa", "bbb", "ccc"],
        };
        var value = Rules.Bind<decimal?>(text).Evaluate(scene);
        Assert.That(value, Is.EqualTo(decimal.Parse(expected)));
    }

    [TestCase("cycleStart(DateTime(2024,1,31), 1, DateTime(2024,3,30))", "2024-02-29")]
    [TestCase("cycleStart(DateTime(2024,1,31), 1, DateTime(2024,3,31))", "2024-03-31", Description = "never chained")]
    [TestCase("cycleEnd(DateTime(2024,2,29), 12, DateTime(2025,2,27))", "2025-02-28")]
    [TestCase("cycleEnd(DateTime(2024,2,29), 12, DateTime(2025,2,28))", "2026-02-28", Description = "first day out")]
    [TestCase("cycleStart(DateTime(2024,6,20), 12, DateTime(2023,1,1))", "2022-06-20", Description = "before the anchor")]
    [TestCase("DateTime(2024,1,31).AddMonths(1)", "2024-02-29", Description = "clamps")]
    [TestCase("DateTime(2024,2,29).AddYears(1).AddDays(1)", "2025-03-01")]
    [TestCase("maybe ?? DateTime(1,1,1)", "0001-01-01")]
    [TestCase("a.AddMonths(x)", "2024-03-01", Description = "a decimal that is whole")]
    public void Date(string text, string expected)
    {
        var scene = new Scene { A = new DateOnly(2024, 1, 1), X = 2m };
        Assert.That(Rules.Bind<DateOnly>(text).Evaluate(scene), Is.EqualTo(Rules.Date(expected)));
    }

    [TestCase("gap > 1", false)]
    [TestCase("gap < 1", false)]
    [TestCase("gap != 1", true)]
    [TestCase("gap == null", true)]
    [TestCase("not (gap <= 1)", true)]
    [TestCase("gap.HasValue", false)]
    [TestCase("(gap ?? 0) == 0", true)]
    [TestCase("perhaps == true", false)]
    [TestCase("perhaps ?? true", true)]
    [TestCase("nothing == null && nothing != \"x\"", true)]
    [TestCase("nothing < \"x\"", false, Description = "missing text stands before no text")]
    [TestCase("np(nothing.Length, 7) == 7", true)]
    [TestCase("np(maybe.Value.Year) == null", true)]
    [TestCase("np(maybe.Year, 1) == 1", true)]
    [TestCase("amounts.Max() == null && amounts.Average() == null && amounts.Sum() == 0", true)]
    [TestCase("amounts.FirstOrDefault() == null", true)]
    [TestCase("events.FirstOrDefault().kind == \"penalty\"", false)]
    [TestCase("events.Where(e => e.kind == \"penalty\").Max(e => e.from) > day", false)]
    [TestCase("\"a\" > \"B\"", true, Description = "ordinal")]
    [TestCase("\"b\" IN (\"a\", \"b\") AND \"c\" not in (\"a\", \"b\")", true)]
    [TestCase("new[] { 1, 2.5 }.Contains(2.5)", true)]
    [TestCase("1 in new[] { 1, 2 }", true)]
    [TestCase("iif(true, 1, 2.5) eq 1", true)]
    [TestCase("a >= \"2024-01-01\"", false)]
    [TestCase("n = 0 and n <> 1 and n lt 1 and n ge 0", true)]
    [TestCase("a.DayOfWeek == \"Monday\" && a.DayOfWeek == DayOfWeek.Monday && a.DayOfWeek == 1", true, Description = "0001-01-01")]
    [TestCase("\"x\" + 1 + true == \"x1True\"", true)]
    [TestCase("true || 1 / x > 0", true, Description = "the right side is not evaluated")]
    public void Truth(string text, bool expected) =>
        Assert.That(Rules.Bind<bool>(text).Evaluate(new Scene()), Is.EqualTo(expected));

    [Test]
    public void The_type_is_inferred_and_converted()
    {
        Assert.That(Rules.Value("1 + 1"), Is.EqualTo(2));
        Assert.That(Rules.Value("1 + 1.5"), Is.EqualTo(2.5m));
        Assert.That(Rules.Bind<int?>("words.Count()").Evaluate(new Scene()), Is.EqualTo(0));
        Assert.That(Rules.Bind<decimal>("1").Type.Shape, Is.EqualTo(CreditScoring.Law.Language.Shape.Integer));
        Assert.That(Rules.Bind<string>("nothing").Evaluate(new Scene()), Is.Null);
    }

    [Test]
    public void A_list_can_be_the_value()
    {
        var fact = new Fact("repaired");
        var scene = new Scene { Happened = fact, Entries = [new("r", 1, fact), new("s", 2, new("award"))] };
        var cleared = Rules.Bind<IReadOnlyList<Entry>>("entries.Where(e => e.happened == happened)");
        Assert.That(cleared.Evaluate(scene), Is.EqualTo(new[] { scene.Entries[0] }));
        Assert.That(Rules.Bind<IReadOnlyList<Entry>>("entries").Evaluate(scene), Is.SameAs(scene.Entries));
    }

    [Test]
    public void Sorting_is_stable_and_thenby_adds_to_it()
    {
        var words = new Scene { Words = ["b2", "a2", "c", "a1"] };
        Assert.That(
            Rules.Value("words.OrderBy(w => w.Length).ThenByDescending(w => w).First()", words), Is.EqualTo("c"));
        Assert.That(
            Rules.Value("words.OrderByDescending(w => w.Length).ThenBy(it).First()", words), Is.EqualTo("a1"));
        Assert.That(Rules.Value("words.OrderByDescending(it.Length).First()", words), Is.EqualTo("b2"));
    }

    [Test]
    public void Names_are_reported_without_those_of_lambdas() => Assert.That(
        Rules.Bind<bool>("events.Any(e => e.kind == \"award\") && n > 1").Names,
        Is.EquivalentTo(new[] { "events", "n" }));
}

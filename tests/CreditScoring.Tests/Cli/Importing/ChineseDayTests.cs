using CreditScoring.Importing.Mappings;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>Days in Chinese numerals, as documents write them.</summary>
public class ChineseDayTests
{
    private const string Ones = "〇一二三四五六七八九";

    [Test]
    public void Every_day_of_two_hundred_years_is_read_as_it_is_written()
    {
        Assert.That(DayForm.TryParse("yyyy年M月d日", out var form), Is.True);
        for (var day = new DateOnly(1900, 1, 1); day.Year < 2100; day = day.AddDays(1))
        {
            Assert.That(form!.Read(Written(day)), Is.EqualTo(day), Written(day));
        }
    }

    [TestCase("二零二五年一月二日", "2025-01-02")]
    [TestCase("二○二五年一月二日", "2025-01-02")]
    [TestCase("二〇二四年二月二十九日", "2024-02-29")]
    [TestCase("二〇二五年二月二十九日", null)]
    [TestCase("二〇二五年十三月一日", null)]
    [TestCase("二〇二五年一月三十二日", null)]
    [TestCase("二〇二五年一月〇日", null)]
    [TestCase("二五年一月二日", null)]
    [TestCase("二〇二五年一月", null)]
    public void What_is_no_day_is_none(string written, string? day)
    {
        DayForm.TryParse("yyyy年M月d日", out var form);
        Assert.That(form!.Read(written), Is.EqualTo(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string Written(DateOnly day) =>
        $"{string.Concat($"{day.Year}".Select(digit => Ones[digit - '0']))}年{Number(day.Month)}月{Number(day.Day)}日";

    private static string Number(int number) => (number / 10) switch
    {
        0 => $"{Ones[number]}",
        1 => "十",
        var tens => $"{Ones[tens]}十",
    } + (number < 10 || number % 10 == 0 ? "" : $"{Ones[number % 10]}");
}

using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Law.Calendars;

/// <summary>
/// A statutory holiday (法定节假日) as the law has it from one year until another: how many days, and
/// which of them fall on the same date every year.
/// </summary>
/// <param name="Name">Its Chinese name, by which the years of a calendar call it.</param>
/// <param name="From">The first year.</param>
/// <param name="Until">The first year out; null: none is known.</param>
/// <param name="Days">How many days it has.</param>
/// <param name="On">The fixed ones, as MM-dd.</param>
internal sealed record StatutoryHoliday(string Name, int From, int? Until, int Days, IReadOnlyList<string> On)
{
    public static StatutoryHoliday? Read(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        var name = reader.RequireText("zh");
        reader.RequireText("en");
        var from = Whole(reader.Require("from"), 1, 9999, flaws);
        var until = Whole(reader.Any("until"), 1, 9999, flaws);
        var days = Whole(reader.Require("days"), 1, 31, flaws);
        var on = reader.List("on").Where(day => IsDate(day, flaws)).Select(day => day.Text!).ToArray();
        reader.Close();
        return name is null || from is null || days is null ? null
            : new StatutoryHoliday(name, from.Value, until, days.Value, on);
    }

    public bool IsIn(int year) => From <= year && !(Until <= year);

    /// <summary>What keeps the days that a year gives it from being the holiday; null: nothing.</summary>
    public Wording? FlawOf(int year, IReadOnlyCollection<DateOnly> days)
    {
        var missing = On.FirstOrDefault(fixedDay => days.All(
            day => day.ToString("MM-dd", CultureInfo.InvariantCulture) != fixedDay));
        return missing is not null
            ? new Wording($"{Name}缺少 {year}-{missing}", $"{Name} lacks {year}-{missing}")
            : days.Count != Days
                ? new Wording($"{Name}有 {Days} 天，此处写了 {days.Count} 天",
                    $"{Name} has {Days} days; {days.Count} are written")
                : null;
    }

    private static int? Whole(JsonPiece? piece, int least, int most, ICollection<Flaw> flaws)
    {
        if (piece is null or { IsNull: true })
        {
            return null;
        }

        if (piece.Number is { } number && decimal.Truncate(
            number) == number && number >= least && number <= most)
        {
            return (int)number;
        }

        flaws.Add(ObjectReader.WrongType(
            piece, $"a whole number from {least} to {most}", $" {least} 至 {most} 的整数"));
        return null;
    }

    private static bool IsDate(JsonPiece piece, ICollection<Flaw> flaws)
    {
        // A leap year has every date.
        var fits = DateOnly.TryParseExact(
            $"2000-{piece.Text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (!fits)
        {
            flaws.Add(ObjectReader.WrongType(piece, "a date \"MM-dd\"", "月日 \"MM-dd\""));
        }

        return fits;
    }
}

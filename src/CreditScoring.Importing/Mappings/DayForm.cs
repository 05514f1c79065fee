using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Importing.Mappings;

/// <summary>
/// A form of dates that a mapping states, such as <c>yyyy年M月d日</c>, or <c>excel</c> for the serial
/// numbers of a spreadsheet. Nothing is guessed: 3/4/2025 is two days, by country.
/// </summary>
internal sealed class DayForm
{
    private const string Excel = "excel";

    // Spreadsheets believe in 29 February 1900, so serial numbers hold from 1 March 1900 on.
    private static readonly DateOnly Zero = new(1899, 12, 30);
    private const int FirstTrueSerial = 61;

    private readonly string form;

    private DayForm(string form) => this.form = form;

    /// <summary>The form of the events themselves.</summary>
    public static DayForm Iso { get; } = new("yyyy-MM-dd");

    public static bool TryParse(string text, out DayForm? form)
    {
        form = text == Excel || IsRoundTrip(text) ? new DayForm(text) : null;
        return form is not null;
    }

    public override string ToString() => form;

    /// <summary>
    /// The day in China, on whatever machine: an instant with its offset from UTC becomes the day there.
    /// </summary>
    public DateOnly? Read(string written) =>
        form == Excel ? Serial(written) : Stated(ChineseDay.InDigits(written));

    private DateOnly? Stated(string text) => !DateTimeOffset.TryParseExact(
            text, form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? null
        : SaysOffset(text) ? ShanghaiTime.DayOf(moment) : DateOnly.FromDateTime(moment.DateTime);

    /// <summary>Whether a text says of which place its time is: Z, or +08:00.</summary>
    private static bool SaysOffset(string text) => text.EndsWith('Z')
        || (text.LastIndexOfAny(['+', '-']) is > 0 and var sign
            && text.AsSpan(0, sign).Contains(':')
                && text[(sign + 1)..].All(c => char.IsAsciiDigit(c) || c == ':'));

    private static DateOnly? Serial(string text) =>
        decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days)
        && days is >= FirstTrueSerial and < 200_000 ? Zero.AddDays((int)days) : null;

    // A form with two digits for the year, or without a day, cannot say which day it is.
    private static bool IsRoundTrip(string form)
    {
        var day = new DateTimeOffset(1987, 11, 23, 0, 0, 0, TimeSpan.Zero);
        try
        {
            return form.Contains("yyyy", StringComparison.Ordinal)
                && DateTimeOffset.TryParseExact(
                    day.ToString(form, CultureInfo.InvariantCulture), form,
                    CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var again)
                && again == day;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

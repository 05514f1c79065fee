using System.Globalization;

namespace CreditScoring.Service.Sql;

/// <summary>Days and numbers as texts, where every engine is to have the same table.</summary>
internal static class TextCells
{
    private const string DayForm = "yyyy-MM-dd";

    public static string? Day(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, DayForm, CultureInfo.InvariantCulture);

    public static string? Decimal(decimal? number) =>
        number?.ToString("0.############################", CultureInfo.InvariantCulture);

    public static decimal? Decimal(string? text) =>
        text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

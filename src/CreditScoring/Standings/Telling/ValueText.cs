using System.Globalization;

namespace CreditScoring.Standings.Telling;

/// <summary>A value of the rule language as a person reads it.</summary>
public static class ValueText
{
    /// <summary>So many items of a list are read at a glance; the rest are counted.</summary>
    private const int MostItems = 3;

    public static string Of(object? value, string language) => Shown(ShownValue.Of(value), language);

    private static string Shown(object? value, string language) => value switch
    {
        null => language == "zh" ? "无" : "none",
        true => language == "zh" ? "是" : "true",
        false => language == "zh" ? "否" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        ShownList list => List(list, language),
        ShownRow row => Row(row, language),
        _ => $"\"{value}\"",
    };

    private static string Row(ShownRow row, string language)
    {
        var cells = row.Cells.Select(cell => $"{cell.Key}: {Shown(cell.Value, language)}");
        return $"{{{string.Join(", ", cells)}}}";
    }

    private static string List(ShownList list, string language)
    {
        var items = string.Join(", ", list.First.Take(MostItems).Select(item => Shown(item, language)));
        return list.Count <= MostItems ? $"[{items}]"
            : language == "zh" ? $"[{items} 等 {list.Count} 项]" : $"[{items}, ... {list.Count} in all]";
    }
}

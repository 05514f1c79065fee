using System.Globalization;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Cli.Importing;

/// <summary>Cells of a row -> values of an event, or the reason why not.</summary>
internal static class CellValues
{
    private static readonly DayForm[] UsualForms = [DayForm.Iso];

    /// <summary>The value as JSON has it: text, decimal, bool, or texts; null: left out.</summary>
    /// <exception cref="RowRefused">The cell is no such value.</exception>
    public static object? Read(CellRule rule, TableRow row, FieldType type)
    {
        var written = rule.Text.Fill(row);
        if (written.Length == 0)
        {
            return null;
        }

        if (rule.Split is not null)
        {
            const StringSplitOptions Clean =
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
            return written.Split(rule.Split, Clean)
                .Select(part => One(rule, part, FieldType.Text)).OfType<string>().ToArray();
        }

        var value = One(rule, written, type);
        return type == FieldType.Texts && value is string text ? new[] { text } : value;
    }

    /// <summary>A code, number of a document or other id, as it was before spreadsheets.</summary>
    /// <exception cref="RowRefused">A spreadsheet has rounded it.</exception>
    public static string? ReadId(CellRule rule, TableRow row)
    {
        foreach (var column in rule.Text.Columns)
        {
            RefuseRounded(HalfWidth(row[column]), column);
        }

        return Read(rule, row, FieldType.Text) is string text ? HalfWidth(text) : null;
    }

    private static object? One(CellRule rule, string written, FieldType type)
    {
        if (rule.Codes is null)
        {
            return Typed(rule, written, type);
        }

        if (!rule.Codes.TryGetValue(written, out var meaning)
            && !rule.Codes.TryGetValue(HalfWidth(written), out meaning))
        {
            throw Refuse(
                $"对照表中没有“{Spelling.Shown(written)}”",
                $"the code table has no '{Spelling.Shown(written)}'");
        }

        return meaning.Kind == JsonKind.List
            ? meaning.Items.Select(item => item.Text).OfType<string>().ToArray() : meaning.Value;
    }

    private static object Typed(CellRule rule, string written, FieldType type) => type switch
    {
        FieldType.Number => Times(Number(HalfWidth(written)), rule),
        FieldType.Boolean => Truth(HalfWidth(written)),
        FieldType.Date => Day(rule, HalfWidth(written)),
        _ => written,
    };

    private static decimal Times(decimal number, CellRule rule)
    {
        try
        {
            return number * rule.Times;
        }
        catch (OverflowException)
        {
            throw Refuse($"“{number}”乘以 {rule.Times} 后太大", $"'{number}' times {rule.Times} is too large");
        }
    }

    private static decimal Number(string text)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign
            | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        if (!text.Contains('e', StringComparison.OrdinalIgnoreCase)
            && HasGroupsOfThree(text)
            && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        throw Refuse($"“{Spelling.Shown(text)}”不是数字", $"'{Spelling.Shown(text)}' is not a number");
    }

    // "1,5" is one and a half in some countries; .NET would read fifteen.
    private static bool HasGroupsOfThree(string text)
    {
        var parts = text.Split('.');
        var groups = parts[0].TrimStart('-', '+').Split(',');
        return parts.Length <= 2
            && (parts.Length == 1 || !parts[1].Contains(',', StringComparison.Ordinal))
            && (groups.Length == 1 || groups[0].Length is >= 1 and <= 3)
            && groups.Skip(1).All(group => group.Length == 3);
    }

    private static object Truth(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "1" or "是" or "有" => true,
        "false" or "no" or "n" or "0" or "否" or "无" => false,
        _ => throw Refuse(
            $"“{Spelling.Shown(text)}”不是“是”或“否”",
            $"'{Spelling.Shown(text)}' is neither yes nor no"),
    };

    private static string Day(CellRule rule, string text)
    {
        foreach (var form in rule.Forms.Count > 0 ? rule.Forms : UsualForms)
        {
            if (form.Read(text) is { } day)
            {
                return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }

        throw Refuse(
            $"“{Spelling.Shown(text)}”不是映射中写明的日期格式",
            $"'{Spelling.Shown(text)}' is not a day in a form that the mapping states");
    }

    private static void RefuseRounded(string text, string column)
    {
        var mark = text.IndexOfAny(['e', 'E']);
        var rounded = mark > 0 && text[..mark].All(c => char.IsAsciiDigit(c) || c == '.')
            && text[(mark + 1)..] is ['+', _, ..] exponent && exponent[1..].All(char.IsAsciiDigit);
        if (rounded)
        {
            throw Refuse(
                $"“{column}”列的“{text}”被电子表格改成了科学计数，末尾数字已丢失；请从原件重新录入",
                $"'{text}' in '{column}' was rounded by a spreadsheet and its last digits are "
                + "lost; take it from the original");
        }
    }

    /// <summary>Full-width digits, letters and signs as their usual forms.</summary>
    private static string HalfWidth(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var half = new StringBuilder(text);
        for (var i = 0; i < half.Length; i++)
        {
            half[i] = half[i] switch
            {
                >= '！' and <= '～' => (char)(half[i] - '！' + '!'),
                '\u3000' => ' ',
                var other => other,
            };
        }

        return half.ToString().Trim();
    }

    private static RowRefused Refuse(string zh, string en) => new(new Reason(zh, en));
}

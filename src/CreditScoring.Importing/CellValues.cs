using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing;

/// <summary>Cells of a row -> values of an event, or the reason why not.</summary>
internal static class CellValues
{
    private static readonly DayForm[] UsualForms = [DayForm.Iso];

    /// <summary>The value as JSON has it: text, decimal, bool, or texts; null: left out.</summary>
    /// <exception cref="RowRefused">The cell is no such value.</exception>
    public static object? Read(CellRule rule, ICells row, FieldType type)
    {
        var written = rule.Text.Fill(row, rule.Absent);
        if (written.Length == 0)
        {
            return rule.Default?.Value;
        }

        if (rule.IsCounted)
        {
            return (decimal)Parts(rule, written).Count();
        }

        if (rule.Split.Count > 0)
        {
            var texts = Parts(rule, written).SelectMany(part => Texts(One(rule, part, FieldType.Text)))
                .Distinct().ToArray();
            return texts.Length > 0 ? texts : null;
        }

        // A workbook holds more than it shows, and knows which numbers are days.
        var cell = rule.Codes is null && rule.Text.Only is { } column ? row.Of(column) : default;
        var value = type switch
        {
            FieldType.Number when cell.Moment is not null => throw Refuse(
                $"“{Spelling.Shown(written)}”是日期，不是数字",
                    $"'{Spelling.Shown(written)}' is a date, not a number"),
            FieldType.Number when cell.Number is { } number => Times(Number(number), rule),
            FieldType.Date when cell.Moment is { } moment => Written(DateOnly.FromDateTime(moment)),
            FieldType.Date when cell.Number is { } serial => Day(rule, serial),
            _ => One(rule, written, type),
        };
        if (rule.Check is { } check && value is decimal amount)
        {
            check.Compare(amount, row);
        }

        return type == FieldType.Texts ? (Texts(value) is { Length: > 0 } all ? all : null) : value;
    }

    /// <summary>The texts that stand in one cell.</summary>
    public static IEnumerable<string> Parts(CellRule rule, string written)
    {
        const StringSplitOptions Clean =
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        return rule.Split.Count == 0 ? [written]
            : written.Split([.. rule.Split], Clean).Where(part => !rule.Absent.Contains(part));
    }

    /// <summary>A code, number of a document or other id, as it was before spreadsheets.</summary>
    /// <exception cref="RowRefused">A spreadsheet has rounded it.</exception>
    public static string? ReadId(CellRule rule, ICells row)
    {
        foreach (var column in rule.Text.Columns)
        {
            RefuseRounded(HalfWidth(row.Of(column).Clean), row.NameOf(column));
        }

        return Read(rule, row, FieldType.Text) is string text ? HalfWidth(text) : null;
    }

    private static string[] Texts(object? value) => value switch
    {
        string text => [text],
        string[] texts => texts,
        _ => [],
    };

    private static object? One(CellRule rule, string written, FieldType type)
    {
        if (rule.Codes is null)
        {
            return Typed(rule, written, type);
        }

        if (!rule.Codes.TryGetValue(written, out var meaning)
            && !rule.Codes.TryGetValue(HalfWidth(written), out meaning)
            && !rule.Codes.TryGetValue(CellRule.AnyOther, out meaning))
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

    private static object Times(decimal number, CellRule rule)
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
        var forms = rule.Forms.Count > 0 ? [.. rule.Forms, DayForm.Iso] : UsualForms;
        foreach (var form in forms)
        {
            if (form.Read(text) is { } day)
            {
                return Written(day);
            }
        }

        throw Refuse(
            $"“{Spelling.Shown(text)}”不是映射中写明的日期格式（{string.Join("、", forms)}）",
            $"'{Spelling.Shown(text)}' is not a day in a form that the mapping states "
                + $"({string.Join(", ", forms)})");
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
    public static string HalfWidth(string text) => text.All(char.IsAscii) ? text
        : string.Concat(text.Select(letter => letter switch
        {
            >= '！' and <= '～' => (char)(letter - '！' + '!'),
            '\u3000' => ' ',
            _ => letter,
        })).Trim();

    private static RowRefused Refuse(string zh, string en) => new(new Reason(zh, en));
}

using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing.Mappings;

/// <summary>A text with columns in it, such as <c>{文号}-{序号}</c>.</summary>
internal sealed class Template
{
    private readonly (string Text, bool IsColumn)[] parts;

    private Template(IEnumerable<(string Text, bool IsColumn)> parts) => this.parts = [.. parts];

    public IEnumerable<string> Columns =>
        parts.Where(part => part.IsColumn).Select(part => part.Text);

    /// <summary>The value of one column, whatever its name.</summary>
    public static Template OfColumn(string column) => new([(column, true)]);

    /// <summary>Null where a bracket is open.</summary>
    public static Template? Parse(string text)
    {
        var parts = new List<(string Text, bool IsColumn)>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var literal = open < 0 ? text[at..] : text[at..open];
            if (literal.Contains('}', StringComparison.Ordinal))
            {
                return null;
            }

            parts.Add((literal, false));
            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                return null;
            }

            parts.Add((text[(open + 1)..close], true));
            at = close + 1;
        }

        return new Template(parts.Where(part => part.Text.Length > 0));
    }

    /// <summary>What it says where it has no columns.</summary>
    public string Written => string.Concat(parts.Where(part => !part.IsColumn).Select(part => part.Text));

    /// <summary>The one column that it is; null: it has more to it.</summary>
    public string? Only => parts is [(var column, true)] ? column : null;

    /// <summary>The text for a row; empty where all its columns are.</summary>
    /// <param name="absent">What stands for an empty cell.</param>
    /// <exception cref="RowRefused">A cell of it has no value of its own.</exception>
    public string Fill(ICells row, IReadOnlySet<string>? absent = null)
    {
        var (hasColumn, hasText) = (false, false);
        var filled = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var (text, isColumn) = parts[i];
            filled[i] = isColumn ? Read(row, text, absent) : text;
            hasColumn |= isColumn;
            hasText |= isColumn && filled[i].Length > 0;
        }

        return hasColumn && !hasText ? "" : string.Concat(filled);
    }

    private static string Read(ICells row, string column, IReadOnlySet<string>? absent)
    {
        var cell = row.Of(column);
        if (cell.IsError)
        {
            throw new RowRefused(new Reason(
                $"“{row.NameOf(column)}”列是公式错误值 {cell.Text}",
                $"'{row.NameOf(column)}' shows that a formula failed: {cell.Text}"));
        }

        if (cell.IsSpanned && !cell.IsEmpty)
        {
            throw new RowRefused(new Reason(
                $"“{row.NameOf(column)}”列与左边的单元格合并，没有自己的值",
                $"'{row.NameOf(column)}' is merged with the cell to its left and has no value of its own"));
        }

        var text = cell.Clean;
        return absent is not null && absent.Contains(text) ? "" : text;
    }
}

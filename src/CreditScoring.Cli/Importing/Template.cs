namespace CreditScoring.Cli.Importing;

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

    /// <summary>The text for a row; empty where all its columns are.</summary>
    public string Fill(TableRow row)
    {
        var filled = string.Concat(
            parts.Select(part => part.IsColumn ? row[part.Text] : part.Text));
        var columns = Columns.ToList();
        return columns.Count > 0 && columns.TrueForAll(column => row[column].Length == 0)
            ? "" : filled;
    }
}

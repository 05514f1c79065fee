using System.Text;

namespace CreditScoring.Service.Demo;

/// <summary>
/// Rows in columns of plain text. A Chinese character takes two places on a terminal, and is
/// counted so. A title that begins with '&gt;' stands, with its column, on the right.
/// </summary>
public sealed class TextTable(params string[] titles)
{
    private readonly List<string[]> rows = [[.. titles.Select(title => title.TrimStart('>'))]];

    public void Add(params string[] row) => rows.Add(row);

    public override string ToString()
    {
        var widths = Enumerable.Range(0, titles.Length)
            .Select(column => rows.Max(row => WidthOf(row[column]))).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) =>
                Padded(cell, widths[column], right: titles[column].StartsWith('>')));
            text.Append("  ").AppendLine(string.Join("  ", cells).TrimEnd());
        }

        return text.ToString();
    }

    /// <summary>Places that a text takes on a terminal.</summary>
    public static int WidthOf(string text) =>
        text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    private static string Padded(string cell, int width, bool right)
    {
        var blanks = new string(' ', width - WidthOf(cell));
        return right ? blanks + cell : cell + blanks;
    }

    // East Asian Wide and Fullwidth (UAX #11), as far as registers and rules use them.
    private static bool IsWide(int rune) => rune is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}

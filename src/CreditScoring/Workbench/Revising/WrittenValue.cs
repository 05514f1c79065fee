using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Workbench.Revising;

/// <summary>Between what a person types into a field and what stands in a file.</summary>
public static class WrittenValue
{
    /// <summary>What stands for a number that the bureau still has to fill in (null).</summary>
    public const string Open = "?";

    /// <summary>A value as it is shown in a field; empty: it is not there.</summary>
    public static string Shown(JsonPiece? piece) => piece switch
    {
        null => "",
        { Kind: JsonKind.Null } => Open,
        { Text: { } text } => text,
        _ => piece.Source.Text[piece.Start..piece.End],
    };

    /// <summary>An expression as it is shown in a field: its lines are one.</summary>
    public static string ShownFormula(JsonPiece? piece) =>
        piece is { Kind: JsonKind.List, Formula: { } lines } ? OneLine(lines) : Shown(piece);

    /// <summary>A number or a truth as it is, anything else as a text; null: nothing was typed.</summary>
    public static string? Of(string typed)
    {
        var said = Halved(typed);
        return said.Length == 0 ? null
            : said == Open ? "null"
            : said is "true" or "false" ? said
            : NumberOf(said) ?? JsonLine.Text(OneLine(typed));
    }

    /// <summary>The same where only a text can stand.</summary>
    public static string? TextOf(string typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : JsonLine.Text(OneLine(typed));

    /// <summary>Lines of a field are one line of a file.</summary>
    public static string OneLine(string typed) => string.Join(
        ' ', typed.Split(
            ['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Digits and signs of full width as those of half width, without thousands' commas.</summary>
    private static string Halved(string typed) => string.Concat(typed.Trim().Select(letter =>
        letter is >= '\uFF10' and <= '\uFF19' or '\uFF0E' or '\uFF0D' ? (char)(letter - 0xFEE0) : letter));

    private static string? NumberOf(string said)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
            | NumberStyles.AllowThousands;
        return decimal.TryParse(said, Style, CultureInfo.InvariantCulture, out var number)
            && (char.IsAsciiDigit(said[0]) || said[0] == '-')
                ? number.ToString("0.############################", CultureInfo.InvariantCulture) : null;
    }
}

namespace CreditScoring.Importing.Tables;

/// <summary>
/// A text that a spreadsheet would run as a formula: an apostrophe before it says that it is a text, and is
/// no part
/// of it when it is read again.
/// </summary>
internal static class CellMark
{
    private const char Mark = '\'';

    /// <summary>The text as it can stand in a CSV file that people open.</summary>
    public static string Marked(string text) => IsFormula(text) ? Mark + text : text;

    /// <summary>The text that was meant.</summary>
    public static string Unmarked(string text) =>
        text.Length > 1 && text[0] == Mark && IsFormula(text[1..]) ? text[1..] : text;

    /// <summary>Numbers with a sign are none.</summary>
    private static bool IsFormula(string text) => text.Length > 1
        && (text[0] is '=' or '@' or '\t' or '\r' || (text[0] is '+' or '-' && !char.IsAsciiDigit(text[1])
            && text[1] != '.' && text != "--"));
}

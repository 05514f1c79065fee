using System.Text;

namespace CreditScoring.SecondOpinion;

/// <summary>
/// Our texts in the words of the package. It knows no functions that stand by themselves, so ours are
/// members of a parameter <c>law</c>; days are of the type that may be missing there, so that the
/// latest of none is none, and their parts are asked of the value. Text literals stay untouched.
/// </summary>
internal static class Dialect
{
    /// <summary>What the functions of ours are members of.</summary>
    public const string Law = "law";

    /// <summary>The member of it that is an event which is not there.</summary>
    public const string NoEvent = "noEvent";

    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "lookup", "days", "months", "years", "cycleStart", "cycleEnd", "addWorkingDays", "nextWorkingDay",
        "nextAfterHoliday", "better", "worse", "running", "tierOn", "subjectOn", "DateTime",
    };

    private static readonly HashSet<string> OrDefault =
        new(StringComparer.Ordinal) { "FirstOrDefault", "LastOrDefault", "SingleOrDefault" };

    private static readonly HashSet<string> PartsOfDays = new(StringComparer.Ordinal)
    {
        "Year", "Month", "Day", "DayOfYear", "DayOfWeek", "Date", "Ticks", "Subtract", "CompareTo",
    };

    /// <summary>Ours alone are told to expect a day that may be missing; they refuse one that is.</summary>
    private static readonly HashSet<string> Steps =
        new(StringComparer.Ordinal) { "AddDays", "AddMonths", "AddYears" };

    /// <summary>
    /// The ways to say a text there, the first that compiles is meant: the first or last of none is an
    /// event that is not there, or, of a list of something else, a null; and <c>.Value</c> stays, or goes
    /// where days that may be missing stand beside one that may not. (The second engine is asked only
    /// where ours had a value, so that nothing hangs on it.)
    /// </summary>
    public static IEnumerable<(string Text, bool CallsLaw)> Ways(string text) =>
        from ofEvents in new[] { true, false }
        from keepsValue in new[] { true, false }
        let way = Of(text, ofEvents)
        select keepsValue ? way : (WithoutValue(way.Text), way.CallsLaw);

    /// <summary>The text for the package, and whether it calls one of our functions.</summary>
    /// <param name="ofEvents">Whether the first or last of none is an event that is not there.</param>
    public static (string Text, bool CallsLaw) Of(string text, bool ofEvents)
    {
        var written = new StringBuilder(text.Length + 16);
        var calls = false;
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfPiece(text, at);
            var piece = text[at..end];
            if (ofEvents && OrDefault.Contains(piece) && text.AsSpan(end).StartsWith("()."))
            {
                written.Append($"DefaultIfEmpty({Law}.{NoEvent}).");
                piece = piece[..^nameof(OrDefault).Length];
                calls = true;
            }

            if (Functions.Contains(piece) && StandsAlone(text, at) && IsCalled(text, end))
            {
                written.Append(Law).Append('.');
                calls = true;
                piece = piece == "DateTime" ? "date" : piece;
            }

            if (Steps.Contains(piece) && EndsWith(written, ".Value."))
            {
                written.Length -= "Value.".Length;
            }
            else if (PartsOfDays.Contains(piece) && IsOfADay(written))
            {
                written.Append("Value.");
            }

            written.Append(piece);
            at = end;
        }

        return (written.ToString(), calls);
    }

    private static string WithoutValue(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfPiece(text, at);
            if (text[at..end] == "Value" && EndsWith(written, "."))
            {
                written.Length--;
            }
            else
            {
                written.Append(text, at, end - at);
            }

            at = end;
        }

        return written.ToString();
    }

    /// <summary>Where the text literal, the word or the sign ends that begins at a place.</summary>
    private static int EndOfPiece(string text, int at) =>
        text[at] == '"' ? EndOfLiteral(text, at) : IsWord(text[at]) ? EndOfWord(text, at) : at + 1;

    private static int EndOfLiteral(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] != '"')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(text.Length, at + 1);
    }

    private static int EndOfWord(string text, int start)
    {
        var at = start;
        while (at < text.Length && IsWord(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    /// <summary>Not a member of something: <c>e.days(...)</c> is none of ours.</summary>
    private static bool StandsAlone(string text, int at) => text[..at].TrimEnd() is var before
        && (before.Length == 0 || before[^1] != '.');

    private static bool EndsWith(StringBuilder written, string end) =>
        written.Length >= end.Length && written.ToString(written.Length - end.Length, end.Length) == end;

    /// <summary>
    /// Whether what was written so far ends with a day and a point, and not with <c>Value.</c>
    /// </summary>
    private static bool IsOfADay(StringBuilder written)
    {
        var text = written.ToString();
        if (!text.EndsWith('.'))
        {
            return false;
        }

        var end = text.Length - 1;
        var start = end;
        while (start > 0 && IsWord(text[start - 1]))
        {
            start--;
        }

        return text[start..end] is not "Value";
    }

    private static bool IsCalled(string text, int at) => text[at..].TrimStart().StartsWith('(');
}

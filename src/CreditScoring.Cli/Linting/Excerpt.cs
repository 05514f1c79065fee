using System.Text;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;

namespace CreditScoring.Cli.Linting;

/// <summary>
/// A flaw for a person at a terminal: what is wrong, the line it is in with the span underlined, and the
/// mend; nothing wider than the screen.
/// </summary>
internal static class Excerpt
{
    private const int Usual = 80;

    public static string Of(Flaw flaw, SourceText? source, string language, Screen screen)
    {
        var severity = Phrases.Severity(flaw.Severity).In(language);
        var colour = ColourOf(flaw.Severity);
        var head = screen.Shown(FlawText.Head(flaw, language)).Replace(
            $" {severity}:", $" {screen.Coloured(severity, colour)}:", StringComparison.Ordinal);
        var mend = screen.Shown(FlawText.MendOf(flaw, language));
        return source is null ? $"{head}\n{mend}\n"
            : $"{head}\n{Lines(source, flaw.Place, screen, colour)}\n{mend}\n";
    }

    public static Colour ColourOf(Severity severity) => severity switch
    {
        Severity.Error => Colour.Red,
        Severity.Warning => Colour.Yellow,
        _ => Colour.Cyan,
    };

    private static string Lines(SourceText source, Place place, Screen screen, Colour colour)
    {
        var start = source.OffsetOf(place.Line, 1);
        var end = source.Text.IndexOfAny(['\r', '\n'], start) is >= 0 and var found
            ? found
            : source.Text.Length;
        var line = source.Text[start..end];
        var at = Math.Min(place.Column - 1, line.Length);
        var number = $"{place.Line}";
        var room = Math.Max(20, (screen.Width ?? Usual) - number.Length - "   | ".Length);
        var (shown, before, under) = Window(line, at, source.LengthAt(place), room);
        var mark = screen.Coloured(new string('^', under), colour);
        return $"  {number} | {shown}\n  {new string(' ', number.Length)} | {new string(' ', before)}{mark}";
    }

    /// <summary>
    /// So much of a line as there is room for: from its beginning, or, where the flaw stands far to the
    /// right, from a third of the room before it.
    /// </summary>
    private static (string Shown, int Before, int Under) Window(string line, int at, int length, int room)
    {
        var all = new List<(string Text, int Offset, int Width)>();
        var offset = 0;
        foreach (var character in TextWidth.Characters(line))
        {
            all.Add((Printable(character), offset, TextWidth.OfCharacter(Printable(character))));
            offset += character.Length;
        }

        var flaw = all.FindIndex(each => each.Offset + each.Text.Length > at) is >= 0 and var found
            ? found
            : all.Count;
        var first = Start(all, flaw, room);
        var (shown, width, before, under) = (new StringBuilder(), 0, 0, 0);
        foreach (var each in all.Skip(first).TakeWhile(each => (width += each.Width) <= room))
        {
            shown.Append(each.Text);
            before += each.Offset + each.Text.Length <= at ? each.Width : 0;
            under += each.Offset + each.Text.Length > at && each.Offset < at + length ? each.Width : 0;
        }

        return (shown.ToString(), before, Math.Max(1, under));
    }

    private static int Start(List<(string Text, int Offset, int Width)> all, int flaw, int room)
    {
        if (all.Sum(each => each.Width) <= room)
        {
            return 0;
        }

        var (first, left) = (flaw, room / 3);
        while (first > 0 && left - all[first - 1].Width >= 0)
        {
            left -= all[--first].Width;
        }

        return first;
    }

    /// <summary>A terminal obeys control characters, also those in somebody's file.</summary>
    private static string Printable(string character) =>
        character == "\t" ? " "
            : character.Any(char.IsControl) ? new string('\uFFFD', character.Length)
            : character;
}

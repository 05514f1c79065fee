namespace CreditScoring.Cli.Terminal;

/// <summary>
/// Where a verb says things to people. On a terminal long lines are folded, words may be coloured, and
/// a line of progress gives way; into a pipe or file a line stays a line.
/// </summary>
/// <param name="Width">Columns; null: no terminal.</param>
/// <param name="Colours">Whether colours may be used.</param>
internal sealed record Screen(int? Width, bool Colours)
{
    private const int Usual = 80;

    public static Screen Out => Of(Console.IsOutputRedirected, Environment.GetEnvironmentVariable);

    public static Screen Error => Of(Console.IsErrorRedirected, Environment.GetEnvironmentVariable);

    /// <param name="redirected">Whether it is a pipe or a file.</param>
    /// <param name="variable">A variable of the environment, by its name.</param>
    public static Screen Of(bool redirected, Func<string, string?> variable) => redirected
        ? new Screen(null, false)
        : new Screen(
            TerminalWidth(),
            string.IsNullOrEmpty(variable("NO_COLOR")) && variable("TERM") is not (null or "" or "dumb"));

    /// <summary>Says lines of text on standard output.</summary>
    public static void Say(string text) => Say(Console.Out, Out, text);

    /// <summary>Says what is laid out already, or is no text for people.</summary>
    public static void SayAsIs(string text)
    {
        Progress.GiveWay();
        Console.Out.WriteLine(text);
    }

    /// <summary>One answer: JSON as it is, or words for people.</summary>
    public static void Say(bool json, Func<string> asJson, Func<string> asWords)
    {
        if (json)
        {
            SayAsIs(asJson());
        }
        else
        {
            Say(asWords());
        }
    }

    /// <summary>Says lines of text on standard error: what is no part of the answer.</summary>
    public static void Remark(string text) => Say(Console.Error, Error, text);

    /// <summary>The text as it stands on this screen.</summary>
    public string Shown(string text) => Width is { } width ? Folding.Fold(text, width) : text;

    public string Coloured(string text, Colour colour) =>
        Colours ? $"\u001b[{(int)colour}m{text}\u001b[0m" : text;

    private static void Say(TextWriter writer, Screen screen, string text)
    {
        Progress.GiveWay();
        writer.WriteLine(screen.Shown(text));
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : Usual;
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}

/// <summary>Colours of a terminal by their numbers (ECMA-48).</summary>
internal enum Colour
{
    /// <summary>Bold.</summary>
    Strong = 1,

    /// <summary>An error.</summary>
    Red = 31,

    /// <summary>All is well.</summary>
    Green = 32,

    /// <summary>A warning.</summary>
    Yellow = 33,

    /// <summary>A notice.</summary>
    Cyan = 36,
}

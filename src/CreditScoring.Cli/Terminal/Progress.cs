namespace CreditScoring.Cli.Terminal;

/// <summary>Says on standard error how far a long work has come.</summary>
internal static class Progress
{
    private static readonly Lock Gate = new();
    private static int shown;
    private static bool hushed;

    /// <summary>
    /// Overwrites itself on a terminal; keeps quiet elsewhere, where lines pile up.
    /// </summary>
    public static void Show(string text)
    {
        if (Console.IsErrorRedirected || hushed)
        {
            return;
        }

        lock (Gate)
        {
            // The last column stays free: a terminal would begin a new line behind it.
            var line = TextWidth.Cut(text, (Screen.Error.Width ?? 80) - 1);
            var width = TextWidth.Of(line);
            Console.Error.Write($"\r{line}{new string(' ', Math.Max(0, shown - width))}");
            shown = width;
        }
    }

    /// <summary>The last word of a stage, which stays.</summary>
    public static void Done(string text) => Screen.Remark(text);

    /// <summary>Clears the line, so that another can be said in its place.</summary>
    public static void GiveWay()
    {
        lock (Gate)
        {
            if (shown > 0)
            {
                Console.Error.Write($"\r{new string(' ', shown)}\r");
                shown = 0;
            }
        }
    }

    /// <summary>
    /// No progress is shown from now on: the answer itself scrolls by on the same terminal.
    /// </summary>
    public static void Hush()
    {
        GiveWay();
        hushed = true;
    }
}

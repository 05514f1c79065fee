namespace CreditScoring.Cli;

/// <summary>Says on standard error how far a long work has come.</summary>
internal static class Progress
{
    /// <summary>
    /// Overwrites itself on a terminal; keeps quiet elsewhere, where lines pile up.
    /// </summary>
    public static void Show(string text)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{text}   ");
        }
    }

    public static void Done(string text) =>
        Console.Error.WriteLine(Console.IsErrorRedirected ? text : $"\r{text}   ");
}

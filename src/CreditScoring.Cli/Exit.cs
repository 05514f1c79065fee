using System.CommandLine;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;

namespace CreditScoring.Cli;

/// <summary>
/// How a verb ends: 0 done, 1 findings, 2 wrong use, 3 a fault of the program, 130 stopped by Ctrl-C.
/// </summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Findings = 1;
    public const int WrongUse = 2;
    public const int Fault = 3;
    public const int Stopped = 130;

    /// <summary>Runs the verb that the arguments name; a wrong call never reaches a verb.</summary>
    public static int Run(RootCommand root, string[] args)
    {
        var language = Language.Of(args, Environment.GetEnvironmentVariable);
        try
        {
            return Run(root, args, language);
        }
        catch (Exception fault)
        {
            return Told(fault is AggregateException { InnerExceptions: [var only] } ? only : fault, language);
        }
    }

    private static int Run(RootCommand root, string[] args, string language)
    {
        if (root.Options.All(option => option.Name != Language.Option))
        {
            var everywhere = RuleArguments.Language();
            everywhere.Recursive = true;
            root.Add(everywhere);
        }

        HelpPage.Give(root, language);
        var parsed = root.Parse(args);
        var faults = Misuse.Of(parsed);
        foreach (var fault in faults)
        {
            Screen.Remark(fault.In(language));
        }

        if (faults.Count > 0)
        {
            Screen.Remark(Phrases.TryHelp(HelpPage.PathOf(parsed.CommandResult.Command)).In(language));
            return WrongUse;
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Says in a sentence what ended a verb; nobody is shown the insides of the program.</summary>
    private static int Told(Exception fault, string language)
    {
        if (FileFault.IsBrokenPipe(fault))
        {
            return Done;
        }

        var (exit, said) = fault switch
        {
            WrongUseException wrong => (WrongUse, wrong.Wording),
            IOException or UnauthorizedAccessException or InvalidDataException =>
                (WrongUse, FileFault.Of(fault)),
            OperationCanceledException => (Stopped, Phrases.Stopped),
            OutOfMemoryException => (Fault, Phrases.NoMemory),
            _ => (Fault, Phrases.Unforeseen(fault.GetType().Name, Spot(fault))),
        };
        Screen.Remark(said.In(language));
        return exit;
    }

    /// <summary>The method of ours in which it happened: of use to whoever mends it.</summary>
    private static string Spot(Exception fault) =>
        new System.Diagnostics.StackTrace(fault).GetFrames().Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith(
                "CreditScoring", StringComparison.Ordinal) == true)
            is { } method ? $"{method.DeclaringType!.FullName}.{method.Name}" : "?";
}

/// <summary>The verb cannot do what was asked as it was asked: no such folder, no such subject.</summary>
internal sealed class WrongUseException(Wording wording) : Exception(wording.En)
{
    public Wording Wording { get; } = wording;
}

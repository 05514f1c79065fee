using System.CommandLine;

namespace CreditScoring.Cli;

/// <summary>How a verb ends: 0 done, 1 findings, 2 wrong use.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Findings = 1;
    public const int WrongUse = 2;

    /// <summary>Runs the verb that the arguments name; a wrong call never reaches a verb.</summary>
    public static int Run(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 || parsed.UnmatchedTokens.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }

            Console.Error.WriteLine("Try 'credit --help' or 'credit VERB --help'.");
            return WrongUse;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (WrongUseException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return WrongUse;
        }
        catch (IOException broken)
        {
            Console.Error.WriteLine(broken.Message);
            return WrongUse;
        }
        catch (UnauthorizedAccessException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return WrongUse;
        }
    }
}

/// <summary>The verb cannot do what was asked as it was asked: no such folder, no such subject.</summary>
internal sealed class WrongUseException(string message) : Exception(message);

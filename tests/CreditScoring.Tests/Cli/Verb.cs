using System.CommandLine;

namespace CreditScoring.Tests.Cli;

/// <summary>Runs a verb of <c>credit</c> as its user does, and keeps what it says.</summary>
internal static class Verb
{
    public static (int Exit, string Said) Run(Command verb, params string[] arguments)
    {
        var (output, errors) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        Console.SetOut(said);
        Console.SetError(said);
        try
        {
            return (verb.Parse(arguments).Invoke(), said.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }
}

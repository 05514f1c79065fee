using System.CommandLine;
using CreditScoring.Cli;

namespace CreditScoring.Tests.Cli.Words;

/// <summary>Runs <c>credit</c> as its user does, up to its exit code, and keeps what it says on both streams.</summary>
internal static class Said
{
    public static (int Exit, string Text) By(params string[] arguments) => By(Verbs.Root(), arguments);

    public static (int Exit, string Text) By(RootCommand root, params string[] arguments)
    {
        var (output, errors) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        Console.SetOut(said);
        Console.SetError(said);
        try
        {
            return (Exit.Run(root, arguments), said.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }
}

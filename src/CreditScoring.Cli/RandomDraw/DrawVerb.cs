using System.CommandLine;

namespace CreditScoring.Cli.RandomDraw;

/// <summary><c>credit draw</c>: a random draw (双随机抽查) that anybody can repeat.</summary>
public static class DrawVerb
{
    public static Command Create() => new("draw")
    {
        CommitVerb.Create(), RunVerb.Create(), ReplaceVerb.Create(), VerifyVerb.Create(),
    };
}

using System.CommandLine;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Cli.RandomDraw;

/// <summary><c>credit draw verify</c>: repeats a draw from its proof, offline, and says what holds.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var proof = new Argument<string>("proof");
        var population = new Option<string?>("--population");
        var inspectors = new Option<string?>("--inspectors");
        var commit = new Option<string?>("--commit");
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("verify") { proof, population, inspectors, commit, language, json };
        verb.SetAction(parsed =>
        {
            var (file, before) = (parsed.GetValue(proof)!, parsed.GetValue(commit));
            var checks = Verification.Of(new ProofFiles(
                file, File.ReadAllBytes(file), before is null ? null : File.ReadAllBytes(before),
                Frozen(parsed.GetValue(population)), Frozen(parsed.GetValue(inspectors))));
            new DrawReport(parsed.GetValue(language)!, parsed.GetValue(json)).Checked(checks);
            return checks.Any(check => check.Outcome == CheckOutcome.Failed) ? Exit.Findings : Exit.Done;
        });
        return verb;
    }

    private static FrozenLines? Frozen(string? file) => file is null ? null : DrawFolder.Frozen(file);
}

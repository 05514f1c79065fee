using System.CommandLine;
using CreditScoring.Cli.Words;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Cli.RandomDraw;

/// <summary>
/// <c>credit draw replace</c>: the next reserve in the place of an object that cannot be visited.
/// </summary>
internal static class ReplaceVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder");
        var instead = new Option<string>("--object") { Required = true };
        var reason = new Option<string>("--reason") { Required = true };
        var approver = new Option<string>("--approver") { Required = true };
        var on = Days.Option("--on");
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("replace") { folder, instead, reason, approver, on, language, json };
        verb.SetAction(parsed => Replace(
            new DrawFolder(parsed.GetValue(folder)!),
            new Replacement(
                parsed.GetValue(instead)!, "", Text("--reason", parsed.GetValue(reason)!),
                Text("--approver", parsed.GetValue(approver)!), parsed.GetValue(on), [], default),
            new DrawReport(parsed.GetValue(language)!, parsed.GetValue(json))));
        return verb;
    }

    private static int Replace(DrawFolder folder, Replacement request, DrawReport report)
    {
        var proof = DrawFolder.ReadProof(folder.LatestProof());
        var lots = Drawing.Lots(proof.Announced, proof.Secret, proof.Public);
        folder.Fill(proof.Announced, lots);
        var register = folder.ReadInspectors(proof.Announced);
        var after = Replacing.Add(proof, request, lots.ReservesById(), register, out var flaw)
            ?? throw new WrongUseException(flaw!.Value);
        var file = folder.Proof(after.Replacements.Count);
        DrawFolder.WriteText(file, after.Text);
        report.Replaced(file, after);
        return proof.Announced.Inspectors is not null && after.Replacements[^1].Inspectors.Count == 0
            ? Exit.Findings : Exit.Done;
    }

    private static string Text(string option, string text) => DrawText.FlawOf(text) is { } flaw
        ? throw new WrongUseException(DrawPhrases.OfOption(option, flaw)) : text;
}

using System.CommandLine;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Cli.RandomDraw;

/// <summary><c>credit draw run</c>: draws, once, and writes the proof.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder");
        var value = new Option<string?>("--value");
        var round = new Option<string?>("--round-file");
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("run") { folder, value, round, language, json };
        verb.SetAction(parsed => Run(
            new DrawFolder(parsed.GetValue(folder)!), parsed.GetValue(value), parsed.GetValue(round),
            new DrawReport(parsed.GetValue(language)!, parsed.GetValue(json))));
        return verb;
    }

    private static int Run(DrawFolder folder, string? value, string? roundFile, DrawReport report)
    {
        var announced = folder.ReadCommit();
        if (File.Exists(folder.Proof(0)))
        {
            throw new WrongUseException(DrawPhrases.DrawIsThere(folder.Proof(0)));
        }

        var secret = folder.ReadSecret(announced);
        var register = folder.ReadInspectors(announced);
        var known = Value(announced.Public, value, roundFile);
        var lots = Drawing.Lots(announced, secret, known);
        folder.Fill(announced, lots);
        var proof = Drawing.Of(announced, secret, known, lots, register);
        DrawFolder.WriteText(folder.Proof(0), proof.Text);
        report.Drawn(folder.Proof(0), proof);
        return report.Unpaired(proof) ? Exit.Findings : Exit.Done;
    }

    private static PublicValue? Value(PublicSource source, string? value, string? roundFile)
    {
        if (source.Kind != PublicKind.Drand && roundFile is not null)
        {
            throw new WrongUseException(DrawPhrases.RoundFileOnlyForDrand);
        }

        if (source.Kind == PublicKind.Drand && roundFile is null)
        {
            throw new WrongUseException(DrawPhrases.RoundFileMissing);
        }

        var text = roundFile is null ? new SourceText("--value", value ?? "")
            : new SourceText(roundFile, TextFile.Read(roundFile));
        var read = PublicValueReader.Read(source, text, out var flaw);
        return flaw is null ? read : throw new WrongUseException(
            roundFile is null ? DrawPhrases.OfOption("--value", flaw.Value) : flaw.Value);
    }
}

using System.CommandLine;
using System.Text.RegularExpressions;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Cli.RandomDraw;

/// <summary><c>credit draw run</c>: draws, once, and writes the proof.</summary>
internal static partial class RunVerb
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
        var known = announced.Public.Kind == PublicKind.Drand
            ? Round(announced.Public, roundFile) : Value(announced.Public, value, roundFile);
        var lots = Drawing.Lots(announced, secret, known);
        folder.Fill(announced, lots);
        var proof = Drawing.Of(announced, secret, known, lots, register);
        DrawFolder.WriteText(folder.Proof(0), proof.Text);
        report.Drawn(folder.Proof(0), proof);
        return report.Unpaired(proof) ? Exit.Findings : Exit.Done;
    }

    private static PublicValue? Value(PublicSource source, string? value, string? roundFile)
    {
        if (roundFile is not null)
        {
            throw new WrongUseException(DrawPhrases.RoundFileOnlyForDrand);
        }

        if (source.Kind == PublicKind.None && value is null)
        {
            return null;
        }

        var written = source.Kind == PublicKind.Lottery ? Sorted(value ?? "") : value ?? "";
        return source.FlawOf(written) is { } flaw
            ? throw new WrongUseException(DrawPhrases.OfOption("--value", flaw))
            : new PublicValue(written, null, null);
    }

    /// <summary>Numbers of a lottery in their one form: 08 03 + 12 is 3 8 12.</summary>
    private static string Sorted(string numbers) => string.Join(' ', Digits().Matches(numbers)
        .Select(match => match.Value.TrimStart('0')).Select(digits => digits.Length == 0 ? "0" : digits)
        .OrderBy(digits => digits.Length).ThenBy(digits => digits, StringComparer.Ordinal));

    /// <summary>A round as a relay of drand gives it.</summary>
    private static PublicValue Round(PublicSource source, string? file)
    {
        if (file is null)
        {
            throw new WrongUseException(DrawPhrases.RoundFileMissing);
        }

        var piece = JsonDocumentReader.Read(new SourceText(file, TextFile.Read(file)), out var flaw)
            ?? throw new WrongUseException(Phrases.Of(flaw!));
        var signed = Hex.TryRead(piece["signature"]?.Text, source.Chain!.SignatureOctets, out var signature);
        var value = new PublicValue(
            $"{Digest.Of(signature)}", piece["signature"]?.Text,
            source.Chain.IsChained ? piece["previous_signature"]?.Text : null);
        var isThat = signed && piece["round"]?.Number == source.Round
            && (piece["randomness"] is not { Text: { } said } || said == value.Value)
            && (!source.Chain.IsChained || Hex.TryRead(value.Previous, source.Chain.SignatureOctets, out _));
        return isThat ? value
            : throw new WrongUseException(
                DrawPhrases.NotTheRound(file, source.Chain.Name, source.Round!.Value));
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}

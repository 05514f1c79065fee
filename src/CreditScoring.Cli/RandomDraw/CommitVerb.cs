using System.CommandLine;
using System.Security.Cryptography;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Cli.RandomDraw;

/// <summary>
/// <c>credit draw commit</c>: freezes list and register, and writes what is to be published.
/// </summary>
internal static class CommitVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder");
        var profile = new Option<string>("--profile") { Required = true };
        var population = new Option<string>("--population") { Required = true };
        var inspectors = new Option<string?>("--inspectors");
        var from = Days.Maybe("--from");
        var to = Days.Maybe("--to");
        var draw = new Option<string>("--draw") { Required = true };
        var title = new Option<string>("--title") { Required = true };
        var published = PublicOption.Instant("--published", required: true);
        var named = new Option<string>("--public") { Required = true };
        var name = new Option<string?>("--public-name");
        var at = PublicOption.Instant("--public-at");
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("commit")
        {
            folder, profile, population, inspectors, from, to, draw, title, published, named, name, at, rules,
            language, json,
        };
        verb.SetAction(parsed => Commit(
            new DrawFolder(parsed.GetValue(folder)!),
            new Wanted(
                Text("--draw", parsed.GetValue(draw)!), Text("--title", parsed.GetValue(title)!),
                parsed.GetValue(published)!.Value,
                PublicOption.Read(parsed.GetValue(named)!, parsed.GetValue(name), parsed.GetValue(at)),
                parsed.GetValue(population)!, parsed.GetValue(inspectors),
                Period(parsed.GetValue(inspectors), parsed.GetValue(from), parsed.GetValue(to))),
            ProfileOf(parsed.GetValue(rules), parsed.GetValue(profile)!, parsed.GetValue(language)!),
            new DrawReport(parsed.GetValue(language)!, parsed.GetValue(json))));
        return verb;
    }

    private static int Commit(DrawFolder folder, Wanted wanted, DrawProfile profile, DrawReport report)
    {
        if (wanted.Public.At <= wanted.Published)
        {
            throw new WrongUseException(DrawPhrases.PublicValueTooEarly);
        }

        folder.Begin();
        var flaws = new List<Flaw>();
        var population = Population.Freeze(wanted.Population, Lines(wanted.Population), profile, flaws);
        var register = wanted.Inspectors is null ? null
            : InspectorRegister.Freeze(wanted.Inspectors, Lines(wanted.Inspectors), flaws);
        if (population is null || flaws.Count > 0)
        {
            report.Tell(flaws);
            return Exit.Findings;
        }

        var secret = DrawSecret.Of(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(DrawSecret.Length)))!;
        var announced = Announce(wanted, profile, population, register, secret);
        DrawFolder.Write(folder.Secret, [secret.ToString()], isSecret: true);
        DrawFolder.Write(folder.Population, population.Lines);
        if (register is not null)
        {
            DrawFolder.Write(folder.Inspectors, register.All.Select(each => each.Line));
        }

        DrawFolder.WriteText(folder.Commit, announced.Text);
        report.Announced(folder, announced);
        return Exit.Done;
    }

    private static Announcement Announce(
        Wanted wanted, DrawProfile profile, Population population, InspectorRegister? register,
        DrawSecret secret)
    {
        var rule = profile.On(ShanghaiTime.DayOf(wanted.Published), out var missing)
            ?? throw new WrongUseException(DrawPhrases.NoShareInForce(missing!));
        return new Announcement(
            wanted.Draw, wanted.Title, wanted.Published, population.Digest, population.Lines.Count,
            [.. population.Count.Excluded.Select(each => new ExcludedCount(each.Key, each.Value))], rule,
            new SamplingPlan(rule, population.Count.Strata),
            register is null ? null
                : new InspectorsFrozen(register.Digest, register.All.Count, wanted.Visits!.Value),
            secret.Commitment(wanted.Draw), wanted.Public);
    }

    /// <summary>Lines as they came: with any line ends, and perhaps a mark in front.</summary>
    private static IEnumerable<string> Lines(string file)
    {
        using var text = TextFile.Open(File.OpenRead(file));
        for (var line = text.ReadLine()?.TrimStart('\uFEFF'); line is not null; line = text.ReadLine())
        {
            yield return line;
        }
    }

    private static DrawProfile ProfileOf(string? rules, string name, string language)
    {
        var folder = RuleSelection.Of(rules).Folder;
        var flaws = new List<Flaw>();
        var profiles = DrawProfileReader.Read(RuleFolder.Read(folder), flaws);
        if (profiles.GetValueOrDefault($"{DrawProfileReader.Folder}{name}.json") is { } profile)
        {
            return profile;
        }

        foreach (var flaw in flaws.Where(flaw => flaw.Place.File == $"{DrawProfileReader.Folder}{name}.json"))
        {
            Screen.Remark(FlawText.Of(flaw, language));
        }

        throw new WrongUseException(DrawPhrases.NoProfile(
            name, profiles.Keys.Select(file => Path.GetFileNameWithoutExtension(file))));
    }

    private static string Text(string option, string text) => DrawText.FlawOf(text) is { } flaw
        ? throw new WrongUseException(DrawPhrases.OfOption(option, flaw)) : text;

    private static Visits? Period(string? inspectors, DateOnly? from, DateOnly? to) =>
        inspectors is null ? null
        : from <= to ? new Visits(from!.Value, to!.Value)
        : throw new WrongUseException(DrawPhrases.NoVisits);

    /// <summary>What the user said.</summary>
    private sealed record Wanted(
        string Draw, string Title, DateTimeOffset Published, PublicSource Public, string Population,
        string? Inspectors, Visits? Visits);
}

using System.CommandLine;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using CreditScoring.Standings.Telling;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit why-not</c>: why a subject does not stand in a tier, and when it will by itself.
/// </summary>
public static class WhyNotVerb
{
    public static Command Create()
    {
        var subject = new Argument<string>("subject");
        var tier = new Option<string>("--tier") { Required = true };
        var events = AskedSource.Events();
        var on = Days.OfFiles("--on");
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("why-not")
        {
            subject, tier, events, on, rules, language, json,
        };
        var source = new AskedSource(verb, events, rules);
        verb.SetAction(async (parsed, stop) => source.Of(parsed) is { } server
            ? await RecordReasons.TellAsync(
                server, parsed.GetValue(subject)!, "/why-not", parsed.GetValue(json) ? "json" : "text",
                parsed.GetValue(language)!, stop, ("tier", parsed.GetValue(tier)),
                ("on", Days.Text(parsed.GetValue(on))))
            : Ask(
                RuleArguments.Book(parsed.GetValue(rules), parsed.GetValue(language)!),
                parsed.GetValue(subject)!, parsed.GetValue(tier)!, parsed.GetValue(events)!,
                parsed.GetValue(on)!.Value, parsed.GetValue(language)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Ask(
        RuleBook book, string subject, string tier, string path, DateOnly on, string language, bool json)
    {
        var found = false;
        var tiers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in KnownEvents.Read(path, book.Catalogue, on, language).FilesOf(subject))
        {
            foreach (var regime in book.Regimes.Where(regime => regime.Concerns(file.Subject)))
            {
                tiers.UnionWith(regime.On(on)?.Manifest.Tiers.Tiers ?? []);
                var rungs = Explaining.WhyNot(file, regime, on, tier);
                if (rungs.Count > 0)
                {
                    found = true;
                    var why = Explaining.Of(file, regime, on) with { Rungs = rungs };
                    Screen.Say(
                        json, () => JsonText.Of(text => ExplanationJson.Write(text, why, book: book)),
                        () => ExplanationText.WhyNot(why, tier, language));
                }
            }
        }

        return found
            ? Exit.Done
            : throw new WrongUseException(Phrases.TierUnknown(subject, tier, on, [.. tiers]));
    }
}

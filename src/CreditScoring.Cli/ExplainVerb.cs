using System.CommandLine;
using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Ledger;
using CreditScoring.Standings;

namespace CreditScoring.Cli;

/// <summary><c>credit explain</c>: why a subject stands where it stands, from event to frequency.</summary>
public static class ExplainVerb
{
    public static Command Create()
    {
        var subject = new Argument<string>("subject") { Description = "The id of the subject" };
        var events = new Option<string>("--events") { Description = "Events as NDJSON or a JSON list, also .gz", Required = true };
        var on = Days.Option("--on", "The day to stand on, yyyy-MM-dd");
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("explain", "Explain where a subject stands: event, rule, article, values, points, tier, frequency")
        {
            subject, events, on, rules, language, json,
        };
        verb.SetAction(parsed => Explain(
            RuleArguments.Book(parsed.GetValue(rules), parsed.GetValue(language)!), parsed.GetValue(subject)!,
            parsed.GetValue(events)!, parsed.GetValue(on), parsed.GetValue(language)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Explain(
        RuleBook book, string subject, string path, DateOnly on, string language, bool json)
    {
        var known = KnownEvents.Read(path, book.Catalogue, on, language);
        var files = Filing.Of(known.Events, out _)
            .Where(file => file.Subject.Id == subject || file.Subject.ToString() == subject).ToArray();
        if (files.Length == 0)
        {
            throw new WrongUseException($"no event up to {on:yyyy-MM-dd} in {path} names the subject {subject}");
        }

        foreach (var file in files)
        {
            foreach (var regime in book.Regimes.Where(regime => regime.Concerns(file.Subject)))
            {
                var explanation = Explaining.Of(file, regime, on);
                Console.WriteLine(json
                    ? JsonText.Of(text => ExplanationJson.Write(text, explanation))
                    : ExplanationText.Of(explanation, language));
            }
        }

        return Exit.Done;
    }
}

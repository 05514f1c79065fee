using System.CommandLine;
using CreditScoring.Cli.Terminal;
using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Standings;

namespace CreditScoring.Cli;

/// <summary><c>credit explain</c>: why a subject stands where it stands, from event to frequency.</summary>
public static class ExplainVerb
{
    public static Command Create()
    {
        var subject = new Argument<string>("subject");
        var events = new Option<string>("--events") { Required = true };
        var on = Days.Option("--on");
        var knownAt = Days.KnownAt();
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var notice = new Option<bool>("--notice");
        var verb = new Command("explain")
        {
            subject, events, on, knownAt, rules, language, json, notice,
        };
        verb.SetAction(parsed => Explain(
            RuleArguments.Book(parsed.GetValue(rules), parsed.GetValue(language)!), parsed.GetValue(subject)!,
            parsed.GetValue(events)!, parsed.GetValue(on), parsed.GetValue(knownAt), parsed.GetValue(language)!,
            parsed.GetValue(json) ? Form.Json : parsed.GetValue(notice) ? Form.Notice : Form.Text));
        return verb;
    }

    private enum Form { Text, Json, Notice }

    private static int Explain(
        RuleBook book, string subject, string path, DateOnly on, DateOnly? knownAt, string language, Form form)
    {
        var elsewhere = new List<Explanation>();
        foreach (var file in KnownEvents.Read(path, book.Catalogue, knownAt ?? on, language).FilesOf(subject))
        {
            foreach (var regime in book.Regimes.Where(regime => regime.Concerns(file.Subject)))
            {
                var explanation = Explaining.Of(file, regime, on);
                if (form != Form.Json && !explanation.Standing.Applies)
                {
                    elsewhere.Add(explanation);
                    continue;
                }

                Screen.Say(
                    form == Form.Json,
                    () => JsonText.Of(text => ExplanationJson.Write(text, explanation, Days.Text(knownAt))),
                    () => form == Form.Notice ? Notice.Of(explanation) : ExplanationText.Of(explanation, language));
            }
        }

        if (form == Form.Text && elsewhere.Count > 0)
        {
            var titles = elsewhere.Select(each => each.Title.In(language) ?? each.Standing.Regime).Distinct();
            Screen.Say(language == "zh" ? $"当日不适用：{string.Join("、", titles)}" : $"does not apply on the day: {string.Join(", ", titles)}");
        }

        return Exit.Done;
    }
}

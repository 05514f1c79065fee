using System.CommandLine;
using CreditScoring.Cli.Terminal;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
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
        var fileNote = new Option<bool>("--file-note");
        var verb = new Command("explain")
        {
            subject, events, on, knownAt, rules, language, json, notice, fileNote,
        };
        verb.SetAction(parsed =>
        {
            var form = parsed.GetValue(json) ? Form.Json : parsed.GetValue(fileNote) ? Form.FileNote
                : parsed.GetValue(notice) ? Form.Notice : Form.Text;

            // A draft is Chinese unless another language was written.
            var spoken = form is Form.Notice or Form.FileNote
                && parsed.GetResult(language) is not { Implicit: false }
                ? "zh" : parsed.GetValue(language)!;
            return Explain(
                RuleArguments.Book(parsed.GetValue(rules), parsed.GetValue(language)!),
                parsed.GetValue(subject)!, parsed.GetValue(events)!, parsed.GetValue(on),
                parsed.GetValue(knownAt), spoken, form);
        });
        return verb;
    }

    private enum Form { Text, Json, Notice, FileNote }

    private static int Explain(
        RuleBook book, string subject, string path, DateOnly on, DateOnly? knownAt, string language,
        Form form)
    {
        foreach (var file in KnownEvents.Read(path, book.Catalogue, knownAt ?? on, language).FilesOf(subject))
        {
            var explanations = book.Regimes.Where(regime => regime.Concerns(file.Subject))
                .Select(regime => Explaining.Of(file, regime, on));
            if (form is Form.Notice or Form.FileNote)
            {
                var addressee = form == Form.Notice ? Addressee.Party : Addressee.File;
                Screen.Say(Notice.Of(explanations, addressee, language));
                continue;
            }

            Tell([.. explanations], book, knownAt, language, form);
        }

        return Exit.Done;
    }

    private static void Tell(
        IReadOnlyList<Explanation> explanations, RuleBook book, DateOnly? knownAt, string language,
        Form form)
    {
        foreach (var explanation in explanations.Where(each => form == Form.Json || each.Standing.Applies))
        {
            Screen.Say(
                form == Form.Json,
                () => JsonText.Of(text => ExplanationJson.Write(
                    text, explanation, Days.Text(knownAt), book)),
                () => ExplanationText.Of(explanation, language));
        }

        var elsewhere = explanations.Where(each => !each.Standing.Applies)
            .Select(each => each.Title.In(language) ?? each.Standing.Regime).Distinct().ToArray();
        if (form == Form.Text && elsewhere.Length > 0)
        {
            Screen.Say(language == "zh"
                ? $"当日不适用：{string.Join("、", elsewhere)}"
                : $"does not apply on the day: {string.Join(", ", elsewhere)}");
        }
    }
}

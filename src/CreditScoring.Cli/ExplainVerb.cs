using System.CommandLine;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using CreditScoring.Standings.Telling;

namespace CreditScoring.Cli;

/// <summary><c>credit explain</c>: why a subject stands where it stands, from event to frequency.</summary>
public static class ExplainVerb
{
    public static Command Create()
    {
        var subject = new Argument<string>("subject");
        var events = AskedSource.Events();
        var on = Days.OfFiles("--on");
        var knownAt = Days.KnownAt();
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var notice = new Option<bool>("--notice");
        var fileNote = new Option<bool>("--file-note");
        var papers = new Option<bool>("--papers");
        var sample = new Option<bool>("--sample");
        var verb = new Command("explain")
        {
            subject, events, on, knownAt, rules, language, json, notice, fileNote, papers, sample,
        };
        var source = new AskedSource(verb, events, rules);
        verb.SetAction(async (parsed, stop) =>
        {
            var form = parsed.GetValue(json) ? Form.Json : parsed.GetValue(fileNote) ? Form.FileNote
                : parsed.GetValue(notice) ? Form.Notice
                : parsed.GetValue(sample) ? Form.Samples
                : parsed.GetValue(papers) ? Form.Papers : Form.Text;

            // A draft is Chinese unless another language was written.
            var spoken = form is Form.Notice or Form.FileNote or Form.Papers or Form.Samples
                && parsed.GetResult(language) is not { Implicit: false }
                ? "zh" : parsed.GetValue(language)!;
            return source.Of(parsed) is { } server
                ? await AskAsync(
                    server, parsed.GetValue(subject)!, parsed.GetValue(on), parsed.GetValue(knownAt), spoken,
                    form, stop)
                : Explain(
                    RuleArguments.Book(parsed.GetValue(rules), parsed.GetValue(language)!),
                    parsed.GetValue(subject)!, parsed.GetValue(events)!, parsed.GetValue(on)!.Value,
                    parsed.GetValue(knownAt), spoken, form);
        });
        return verb;
    }

    private enum Form { Text, Json, Notice, FileNote, Papers, Samples }

    /// <summary>Text comes as the service says it, in the same words as of files.</summary>
    private static Task<int> AskAsync(
        Server server, string subject, DateOnly? on, DateOnly? knownAt, string language, Form form,
        CancellationToken stop) => form is Form.Papers or Form.Samples
        ? PapersText.AskAsync(
            server, subject, stop, ("on", Days.Text(on)), ("knownAt", Questions.EndOf(knownAt)),
            ("samples", form == Form.Samples ? "true" : null))
        : RecordReasons.TellAsync(
        server, subject, "/explanation",
        form switch
        {
            Form.Json => "json", Form.Notice => "notice", Form.FileNote => "file-note", _ => "text",
        },
        language, stop, ("on", Days.Text(on)), ("knownAt", Questions.EndOf(knownAt)));

    private static int Explain(
        RuleBook book, string subject, string path, DateOnly on, DateOnly? knownAt, string language,
        Form form)
    {
        foreach (var file in KnownEvents.Read(path, book.Catalogue, knownAt ?? on, language).FilesOf(subject))
        {
            if (form is Form.Papers or Form.Samples)
            {
                PapersText.Say(file, book, on, form == Form.Samples);
                continue;
            }

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
        if (form == Form.Text)
        {
            foreach (var page in ExplanationPages.Of(explanations, language))
            {
                Screen.Say(page);
            }

            return;
        }

        foreach (var explanation in explanations)
        {
            Screen.SayAsIs(JsonText.Of(text => ExplanationJson.Write(
                text, explanation, Days.Text(knownAt), book)));
        }
    }
}

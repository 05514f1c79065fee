using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// Tells how an import went. As JSON the summary is one object: on standard output where the events
/// went into a file, else on standard error, beside the events.
/// </summary>
internal sealed class ImportReport(string language, bool json, bool hasOutput)
{
    public void Tell(IEnumerable<Flaw> flaws)
    {
        foreach (var flaw in flaws)
        {
            Screen.Remark(json ? JsonText.Of(text => FlawJson.Write(text, flaw)) : flaw.In(language));
        }
    }

    public void Tell(Wording fault) => Screen.Remark(fault.In(language));

    /// <param name="count">Rows read, turned into events, rejected, joined to nothing.</param>
    /// <param name="joined">Rows read of each joined table.</param>
    public void Summary(ImportCount count, IReadOnlyDictionary<string, int> joined)
    {
        if (json)
        {
            (hasOutput ? Console.Out : Console.Error).WriteLine(Json(count, joined));
            return;
        }

        foreach (var (name, rows) in joined)
        {
            Progress.Done(Phrases.JoinedRows(name, rows).In(language));
        }

        Progress.Done(Phrases.Imported(count.Read, count.Events, count.Rejected, count.Left).In(language));
    }

    private static string Json(ImportCount count, IReadOnlyDictionary<string, int> joined) =>
        JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("read", (decimal)count.Read);
        text.Property("events", (decimal)count.Events);
        text.Property("rejected", (decimal)count.Rejected);
        text.Property("joinedToNothing", (decimal)count.Left);
        text.WritePropertyName("joined");
        text.WriteStartObject();
        foreach (var (name, rows) in joined)
        {
            text.Property(name, (decimal)rows);
        }

        text.WriteEndObject();
        text.WriteEndObject();
    });
}

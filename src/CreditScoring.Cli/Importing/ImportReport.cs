using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Importing;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// Tells how an import went. As JSON the summary is one object: on standard output where the events
/// went into a file, else on standard error, beside the events.
/// </summary>
internal sealed class ImportReport(string language, bool json, bool hasOutput)
{
    public string Language => language;

    public bool IsJson => json;

    public void Tell(IEnumerable<Flaw> flaws)
    {
        foreach (var flaw in flaws)
        {
            Screen.Remark(json ? JsonText.Of(text => FlawJson.Write(text, flaw)) : flaw.In(language));
        }
    }

    /// <summary>What a person has to look at before a proposed mapping is used.</summary>
    public void Tell(MappingProposal proposal)
    {
        foreach (var remark in proposal.Remarks.Prepend(ImportPhrases.Proposed(proposal.Ready)))
        {
            Screen.Remark(json ? JsonText.Of(text => Said(text, remark)) : remark.In(language));
        }
    }

    private static void Said(Newtonsoft.Json.JsonTextWriter text, Wording words)
    {
        text.WriteStartObject();
        text.Property("zh", words.Zh);
        text.Property("en", words.En);
        text.WriteEndObject();
    }

    /// <param name="count">Rows read, turned into events, rejected, joined to nothing.</param>
    public void Summary(ImportCount count, TableImport import)
    {
        if (json)
        {
            (hasOutput ? Console.Out : Console.Error).WriteLine(Json(count, import));
            return;
        }

        foreach (var lack in import.Lacks)
        {
            Progress.Done(lack.In(language));
        }

        foreach (var (name, other) in import.Joined)
        {
            Progress.Done(ImportPhrases.JoinedRows(name, other.Count).In(language));
        }

        foreach (var (what, rows, lines) in import.Skipped.All)
        {
            Progress.Done(ImportPhrases.RowsSkipped(what, rows, Lines(lines, rows)).In(language));
        }

        foreach (var (what, rows, lines) in import.Remarks.All)
        {
            Progress.Done(ImportPhrases.RowsRemarked(what, rows, Lines(lines, rows)).In(language));
        }

        Progress.Done(ImportPhrases.Imported(
            count.Read, count.Events, count.Rejected, count.Left, import.Skipped.Count).In(language));
    }

    private string Lines(IReadOnlyList<int> lines, int rows) =>
        string.Join(language == "zh" ? "、" : ", ", lines) + (rows > lines.Count ? " …" : "");

    private static string Json(ImportCount count, TableImport import) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("read", (decimal)count.Read);
        text.Property("events", (decimal)count.Events);
        text.Property("rejected", (decimal)count.Rejected);
        text.Property("joinedToNothing", (decimal)count.Left);
        text.WritePropertyName("joined");
        text.WriteStartObject();
        foreach (var (name, other) in import.Joined)
        {
            text.Property(name, (decimal)other.Count);
        }

        text.WriteEndObject();
        text.WritePropertyName("lacks");
        text.WriteStartArray();
        foreach (var lack in import.Lacks)
        {
            text.WriteRawValue(JsonText.Of(said => Said(said, lack)));
        }

        text.WriteEndArray();
        Remarks(text, "skipped", import.Skipped);
        Remarks(text, "remarks", import.Remarks);
        text.WriteEndObject();
    });

    private static void Remarks(Newtonsoft.Json.JsonTextWriter text, string name, RowRemarks remarks)
    {
        text.WritePropertyName(name);
        text.WriteStartArray();
        foreach (var (what, rows, lines) in remarks.All)
        {
            text.WriteStartObject();
            text.Property("zh", what.Zh);
            text.Property("en", what.En);
            text.Property("rows", (decimal)rows);
            text.WritePropertyName("lines");
            text.WriteRawValue($"[{string.Join(',', lines)}]");
            text.WriteEndObject();
        }

        text.WriteEndArray();
    }
}

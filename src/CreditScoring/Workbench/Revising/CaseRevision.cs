using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Workbench.Revising;

/// <summary>Changes of the worked examples of a file.</summary>
public static class CaseRevision
{
    /// <summary>An example as it was filled in; the others stay to the octet.</summary>
    /// <param name="at">Its place in the file, from 0; the count of examples: one more.</param>
    /// <exception cref="ArgumentException">There is no such place.</exception>
    public static SourceText Apply(SourceText file, int at, CaseEntry typed, EventCatalogue catalogue)
    {
        var (cases, becomes) = (CasesOf(file), typed.Written(catalogue));
        return at == cases.Items.Count ? JsonEdit.Insert(cases, at, becomes)
            : CaseEntry.Of(Found(cases, at), SharedStart.Of(file)).Written(catalogue) == becomes ? file
            : JsonEdit.Replace(cases.Items[at], becomes);
    }

    /// <exception cref="ArgumentException">There is no such example.</exception>
    public static SourceText Remove(SourceText file, int at)
    {
        var cases = CasesOf(file);
        _ = Found(cases, at);
        return JsonEdit.Remove(cases, at);
    }

    /// <summary>A file that has no examples yet.</summary>
    /// <param name="up">The way from it to the rules folder, such as <c>../../../../</c>.</param>
    public static SourceText Begun(string path, string up) =>
        new(path, $"{{\n  \"$schema\": \"{up}schema/cases.schema.json\",\n  \"cases\": []\n}}\n");

    private static JsonPiece Found(JsonPiece cases, int at) => cases.Items.ElementAtOrDefault(at)
        ?? throw new ArgumentException($"no example at {at}", nameof(at));

    private static JsonPiece CasesOf(SourceText file) => JsonDocumentReader.Read(file, out _)?["cases"]
        ?? throw new ArgumentException($"{file.File} has no examples", nameof(file));
}

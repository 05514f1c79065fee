using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.CaseLinting;

/// <summary>
/// schema-path: a <c>$schema</c> that leads elsewhere than to the form of its file, so that an editor
/// neither completes nor checks, and says nothing. One of another host is left alone.
/// </summary>
internal static class SchemaPath
{
    private const string Schemas = "schema/";

    public static IEnumerable<Flaw> Check(IEnumerable<SourceText> documents)
    {
        foreach (var document in documents.Where(
            each => each.File.EndsWith(".json", StringComparison.Ordinal)))
        {
            var root = JsonDocumentReader.Read(document, out _);
            if (root?["$schema"] is { Text: { } written } piece && !written.Contains(
                "://", StringComparison.Ordinal)
                && FormOf(document.File, root) is { } form && Led(document.File, written) != Schemas + form)
            {
                var folders = document.File.Count(each => each == '/');
                var right = string.Concat(Enumerable.Repeat("../", folders)) + Schemas + form;
                yield return new Flaw(
                    "schema-path", piece.Place,
                    new Wording($"{written} 不是本文件的格式", $"{written} is not the form of this file"),
                    new Wording($"写作 {right}", $"write {right}"))
                {
                    Severity = Severity.Warning,
                };
            }
        }
    }

    /// <summary>The schema of a file by its place in the rules folder; null: it has none.</summary>
    /// <param name="root">What it says; null: it is broken.</param>
    public static string? FormOf(string file, JsonPiece? root) => file.Split('/') switch
    {
        ["events", ..] => root?["subjects"] is null ? "catalogue.schema.json" : "subjects.schema.json",
        ["calendars", ..] => "calendar.schema.json",
        ["draws", ..] => "draw.schema.json",
        ["plans", ..] => "plan.schema.json",
        [.., "tables", _] => "table.schema.json",
        [.., "cases", _] => "cases.schema.json",
        [.., "pack.json"] => "pack.schema.json",
        [.., PackFiles.PublishedFile] => "published.schema.json",
        [.., var name] when name.EndsWith(".workflow.json", StringComparison.Ordinal) =>
            "workflow.schema.json",
        _ => null,
    };

    /// <summary>Where a path leads, from the rules folder; above it there is nothing.</summary>
    private static string? Led(string file, string path)
    {
        var folders = new Stack<string>(file.Split('/')[..^1]);
        foreach (var step in path.Split('/'))
        {
            if (step == ".." && !folders.TryPop(out _))
            {
                return null;
            }

            if (step is not ("." or ".." or ""))
            {
                folders.Push(step);
            }
        }

        return string.Join('/', folders.Reverse());
    }
}

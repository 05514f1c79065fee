using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Workbench.Comparing;

/// <summary>
/// Compares two versions of a pack by what they mean: rules by name, rows of tables by key and days,
/// expressions by their words. Order of properties, spacing and spelling of operators say nothing.
/// </summary>
public static class PackDiff
{
    private static readonly HashSet<string> Meaningless = ["$schema", "note"];

    public static IReadOnlyList<Change> Of(PackFiles old, PackFiles @new)
    {
        var changes = new List<Change>();
        Compare("pack", Read(old.Manifest), Read(@new.Manifest), changes);
        Each(ByName(old.Workflows, "WorkflowName"), ByName(@new.Workflows, "WorkflowName"), "", changes);
        Each(ByName(old.Tables, "table"), ByName(@new.Tables, "table"), "", changes);
        return changes;
    }

    private static JsonPiece? Read(SourceText source) => JsonDocumentReader.Read(source, out _);

    private static Dictionary<string, JsonPiece> ByName(IEnumerable<SourceText> sources, string property) =>
        Named(sources.Select(Read).OfType<JsonPiece>(), piece => piece[property]?.Text ?? "");

    private static void Compare(string path, JsonPiece? old, JsonPiece? @new, List<Change> changes)
    {
        if (old?.Kind == JsonKind.Object && @new?.Kind == JsonKind.Object)
        {
            Each(Properties(old), Properties(@new), path, changes);
        }
        else if (old?.Kind == JsonKind.List && @new?.Kind == JsonKind.List)
        {
            Each(Items(old), Items(@new), path, changes);
        }
        else if (old is not null && @new is not null)
        {
            changes.AddRange(ValueDiff.Of(path, old, @new));
        }
        else if ((@new ?? old) is { IsNull: false } only)
        {
            var shown = CaseComparison.Shown(only);
            changes.Add(
                new Change(path, only.Place, old is null ? null : shown, @new is null ? null : shown));
        }
    }

    private static void Each(
        Dictionary<string, JsonPiece> old, Dictionary<string, JsonPiece> @new, string path,
        List<Change> changes)
    {
        foreach (var name in old.Keys.Union(@new.Keys))
        {
            var inner = path.Length == 0 ? name : name.Length == 0 ? path : $"{path} / {name}";
            Compare(inner, old.GetValueOrDefault(name), @new.GetValueOrDefault(name), changes);
        }
    }

    private static Dictionary<string, JsonPiece> Properties(JsonPiece piece) =>
        piece.Properties.Where(each => !Meaningless.Contains(each.Name))
            .ToDictionary(
                each => each.Name is "Rules" or "Properties" or "rows" ? Plain(each.Name) : each.Name,
                each => each.Value);

    /// <summary>Names that only group others are left out of a path, as far as nothing else has it.</summary>
    private static string Plain(string name) => name == "Properties" ? "says" : name == "rows" ? "row" : "";

    /// <summary>
    /// Items by what names them: a rule, a parameter, a row's texts and first day; else their place.
    /// </summary>
    private static Dictionary<string, JsonPiece> Items(JsonPiece list) => Named(list.Items, NameOf);

    private static string NameOf(JsonPiece item) => item.Kind != JsonKind.Object ? CaseComparison.Shown(item)
        : item["RuleName"]?.Text ?? item["Name"]?.Text ?? item["tier"]?.Text ?? string.Join(
            ' ', item.Properties
                .Where(each => each.Name is not ("citation" or "provenance" or "until" or "note")
                    && each.Value.Kind == JsonKind.Text)
                .Select(each => each.Value.Text));

    private static Dictionary<string,
    JsonPiece> Named(IEnumerable<JsonPiece> pieces, Func<JsonPiece, string> nameOf)
    {
        var named = new Dictionary<string, JsonPiece>(StringComparer.Ordinal);
        foreach (var piece in pieces)
        {
            var name = nameOf(piece);
            var number = 1;
            var free = name.Length == 0 ? "1" : name;
            while (!named.TryAdd(free, piece))
            {
                free = $"{name} {++number}".Trim();
            }
        }

        return named;
    }
}

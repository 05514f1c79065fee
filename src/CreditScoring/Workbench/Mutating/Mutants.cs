using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Mutating;

/// <summary>
/// Every mutant of a pack's rules: of its workflows, tables and the expressions of pack.json.
/// </summary>
public static class Mutants
{
    /// <summary>Properties of rules that are words, not expressions.</summary>
    private static readonly IReadOnlySet<string> Words = RuleProperties.Written;

    private static readonly Dictionary<string, string> Turned = new(StringComparer.Ordinal)
    {
        ["And"] = "Or", ["AndAlso"] = "OrElse", ["Or"] = "And", ["OrElse"] = "AndAlso",
    };

    public static IReadOnlyList<Mutant> Of(PackFiles files)
    {
        var manifest = JsonDocumentReader.Read(files.Manifest, out _);
        var tiers = manifest?["tiers"]?.Items.Select(tier => (tier["tier"] ?? tier).Text!).ToArray() ?? [];
        return
        [
            .. files.Workflows.SelectMany(source => Workflow(Read(source), tiers)),
            .. files.Tables.SelectMany(source => Table(Read(source))),
            .. (manifest?.Properties ?? []).Where(each => ManifestReader.Expressions.Contains(each.Name))
                .SelectMany(each => Expression(each.Value)),
        ];
    }

    private static JsonPiece? Read(SourceText source) => JsonDocumentReader.Read(source, out _);

    private static IEnumerable<Mutant> Workflow(JsonPiece? piece, IReadOnlyList<string> tiers)
    {
        foreach (var (name, _, value) in piece?.Properties ?? [])
        {
            var mutants = name switch
            {
                "Expression" when piece!["RuleName"] is not null =>
                    Expression(value).Append(TextMutants.Negated(value)),
                "Expression" => Expression(value),
                "Operator" => Word(value, Turned.GetValueOrDefault(value.Text ?? "")),
                "Properties" => value.Properties.SelectMany(each => Property(each.Name, each.Value, tiers)),
                _ => value.Items.SelectMany(item => Workflow(item, tiers)),
            };
            foreach (var mutant in mutants)
            {
                yield return mutant;
            }
        }
    }

    private static IEnumerable<Mutant> Property(string name, JsonPiece value, IReadOnlyList<string> tiers) =>
        name == RuleProperties.Tier.Name ? Word(value, Neighbour(value.Text, tiers))
            : name == FrequencyField.Priority.Name ? Word(value, Other(FrequencyField.Priority, value.Text))
            : Words.Contains(name) ? [] : Expression(value);

    /// <summary>Another word of the field; null: the text is none of its words.</summary>
    private static string? Other(FrequencyField field, string? text)
    {
        var words = field.Words.Select(word => word.Text).ToArray();
        return words.Contains(text) ? words.First(word => word != text) : null;
    }

    private static string? Neighbour(string? tier, IReadOnlyList<string> tiers)
    {
        var place = tiers.ToList().IndexOf(tier ?? "");
        return place < 0 || tiers.Count < 2 ? null : tiers[place == 0 ? 1 : place - 1];
    }

    private static IEnumerable<Mutant> Table(JsonPiece? piece)
    {
        var keys = (piece?["key"]?.Items ?? []).Select(key => key.Text).ToHashSet();
        return (piece?["rows"]?.Items ?? []).SelectMany(row => row.Properties)
            .Where(cell => !keys.Contains(cell.Name))
            .SelectMany(cell => cell.Name is "citation" or "provenance" or "note" ? [] : Value(cell.Value));
    }

    private static IEnumerable<Mutant> Expression(JsonPiece value) =>
        value.Formula is not null ? TextMutants.Of(value) : Value(value);

    /// <summary>A number, a boolean or a day by itself.</summary>
    private static IEnumerable<Mutant> Value(JsonPiece value) => value.Kind switch
    {
        JsonKind.Number => [Replaced(value, NumberOf(value), TextMutants.More(NumberOf(value)))],
        JsonKind.Boolean => value.Boolean == true
            ? [Replaced(value, "true", "false")] : [Replaced(value, "false", "true")],
        _ => Word(value, TextMutants.NextDay(value.Text)),
    };

    private static IEnumerable<Mutant> Word(JsonPiece value, string? becomes) =>
        becomes is null || value.Text is null ? []
            : [Replaced(value, $"\"{value.Text}\"", $"\"{becomes}\"")];

    private static string NumberOf(JsonPiece value)
    {
        var start = OffsetOf(value);
        var length = value.Source.Text.AsSpan(start).IndexOfAnyExcept("0123456789.+-eE");
        return value.Source.Text[start..(start + length)];
    }

    private static Mutant Replaced(JsonPiece value, string was, string becomes) =>
        new(value.Source, OffsetOf(value), OffsetOf(value) + was.Length, becomes);

    private static int OffsetOf(JsonPiece value) =>
        value.Source.OffsetOf(value.Place.Line, value.Place.Column);
}

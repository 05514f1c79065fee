using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.CaseLinting;
using CreditScoring.Workbench.Linting;
using CreditScoring.Workbench.Schemas;
using CreditScoring.Workbench.Written;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Editing;

/// <summary>
/// Help in a file of rules outside of its expressions: names of properties and closed lists from its schema,
/// and what the pack declares.
/// </summary>
internal sealed class JsonHelp(SourceText document, JsonCaret caret, Declared declared)
{
    private const string Nothing = "";

    private static readonly Wording Untyped = new(Nothing, Nothing);

    private IReadOnlyList<JObject> Shapes { get; } = ShapesOf(document, caret, declared);

    private string Name => caret.Steps.LastOrDefault(step => !step.StartsWith('[')) ?? "";

    /// <summary>What can be written at the caret.</summary>
    public Completion Completion => new(
        caret.Word.Start, caret.Word.End,
        [.. (caret.IsName ? Properties() : Values()).DistinctBy(each => each.Text)]);

    /// <summary>What the word at the caret means; null: nobody has said.</summary>
    public HoverCard? Hover
    {
        get
        {
            var said = caret.IsName
                ? SchemaShapes.Properties(Shapes).Where(each => each.Name == caret.Word.Text)
                    .Select(each => SchemaShapes.Worded(each.Shape["description"]))
                    .FirstOrDefault(each => each is not null)
                : Cited is { } article ? Words(article)
                : Values().FirstOrDefault(each => each.Text == caret.Word.Text)?.Meaning;
            return said is { } text ? new HoverCard(caret.Word.Start, caret.Word.End, text) : null;
        }
    }

    /// <summary>Where what the word names is declared: the article of a citation, a rule.</summary>
    public Place? Declaration => Cited?.Place
        ?? declared.Rules(document.File).FirstOrDefault(
            rule => !caret.IsName && Name == "rule" && rule.Name == caret.Word.Text)?.Place;

    private Provision? Cited => caret.IsName ? null
        : declared.PackOf(document.File)?.Law.Find(caret.Word.Text);

    private IEnumerable<Suggestion> Properties() =>
        from property in SchemaShapes.Properties(Shapes)
        where property.Name == caret.Word.Text || !caret.Before.ContainsKey(property.Name)
        select new Suggestion(property.Name, SuggestionKind.Property, Typed(property.Shape))
        {
            Meaning = SchemaShapes.Worded(property.Shape["description"]),
            Insert = caret.Word.Quoted ? property.Name : $"\"{property.Name}\": ",
        };

    private IEnumerable<Suggestion> Values() =>
        SchemaShapes.Values(Shapes).Where(value => value.IsText || !caret.Word.Quoted)
            .Select(value => Value(value.Value, value.IsText, value.Meaning, SuggestionKind.Value))
            .Concat(OfPack().Select(each => Value(each.Name, true, each.Title, SuggestionKind.Name)))
            .Concat(IsCitation ? Articles() : []);

    private bool IsCitation =>
        Name == RuleProperties.Citation.Name || Name == RuleProperties.GroupCitation.Name;

    private IEnumerable<Suggestion> Articles() =>
        from provision in declared.PackOf(document.File)?.Law.Provisions ?? []
        select Value(Citations.Of(provision.Anchor), true, Words(provision), SuggestionKind.Article) with
        {
            Detail = Same(provision.Article),
        };

    /// <summary>Texts that are names of what the pack or the catalogue declares.</summary>
    private IEnumerable<DeclaredName> OfPack()
    {
        var way = JsonWays.Anywhere(JsonWays.Of(caret.Steps));
        var pack = declared.PackOf(document.File);
        var isManifest = document.File.EndsWith("/pack.json", StringComparison.Ordinal);
        return isManifest && way == "subjects[]"
                ? (declared.Catalogue?.SubjectKinds ?? [])
                    .Select(kind => new DeclaredName(kind.Name, default, kind.Label))
            : isManifest && way.StartsWith("workflows.", StringComparison.Ordinal)
                ? (pack?.Files.Workflows ?? []).Select(file => declared.Read(file.File)?["WorkflowName"])
                    .Where(name => name?.Text is not null)
                    .Select(name => new DeclaredName(name!.Text!, name.Place))
            : Name == RuleProperties.Tier.Name && !isManifest
                ? (pack?.Manifest?["tiers"]?.Items ?? []).Select(Tier).OfType<DeclaredName>()
            : Name == "rule" ? declared.Rules(document.File)
            : [];
    }

    private static DeclaredName? Tier(JsonPiece item) => (item["tier"] ?? item) is { Text: { } code } piece
        ? new DeclaredName(code, piece.Place, Declared.TitleOf(item)) : null;

    private Suggestion Value(string text, bool isText, Wording? meaning, SuggestionKind kind) =>
        new(text, kind, meaning is { Zh.Length: < 40 } ? meaning.Value : Untyped)
        {
            Meaning = meaning, Insert = isText && !caret.Word.Quoted ? $"\"{text}\"" : text,
        };

    private static Wording Typed(JObject shape) => Same(string.Join(" | ", SchemaShapes.Types(shape)));

    private static Wording Words(Provision provision) =>
        Same($"**{provision.Article}**\n\n{WithoutAnchors(provision.Words)}".Trim());

    private static string WithoutAnchors(string words)
    {
        for (var at = words.IndexOf("{#", StringComparison.Ordinal); at >= 0;
            at = words.IndexOf("{#", StringComparison.Ordinal))
        {
            var end = words.IndexOf('}', at);
            words = end < 0 ? words[..at] : words.Remove(at, end + 1 - at);
        }

        return words.TrimStart('#', ' ');
    }

    private static IReadOnlyList<JObject> ShapesOf(SourceText document, JsonCaret caret, Declared declared)
    {
        var form = SchemaPath.FormOf(document.File, declared.Read(document.File));
        return form is null || declared.Schema(form) is not { } schema ? []
            : new SchemaShapes(schema).At(caret.Steps, caret.BeforeOnTheWay);
    }

    private static Wording Same(string text) => new(text, text);
}

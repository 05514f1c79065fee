using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Written;

/// <summary>
/// A pack as its author wrote it, whatever of it can be read: the checks of this room ask it what the
/// readers of packs do not mind.
/// </summary>
internal sealed class WrittenPack
{
    private IReadOnlyList<WrittenText>? texts;

    public WrittenPack(PackFiles files, EventCatalogue catalogue, RulePack? bound)
    {
        Files = files;
        Catalogue = catalogue;
        Bound = bound;
        Manifest = JsonDocumentReader.Read(files.Manifest, out _);
        Law = new LawText(files.Law);
        IsReadable = files.Workflows.Concat(files.Tables).Concat(files.Cases).Prepend(files.Manifest)
            .All(source => JsonDocumentReader.Read(source, out _) is not null);
        Tables =
        [
            .. files.Tables.Select(source => JsonDocumentReader.Read(source, out _)).OfType<JsonPiece>()
                .Where(piece => piece["table"]?.Text is not null)
                .Select(piece => new WrittenTable(piece["table"]!.Text!, piece)),
        ];
        Workflows = files.Workflows.Select(source => JsonDocumentReader.Read(source, out _))
            .OfType<JsonPiece>().Where(piece => piece["WorkflowName"]?.Text is not null)
            .DistinctBy(piece => piece["WorkflowName"]!.Text)
            .ToDictionary(piece => piece["WorkflowName"]!.Text!);
        Rules = [.. ManifestReader.Roles.SelectMany(RulesOf)];
    }

    public PackFiles Files { get; }

    /// <summary>
    /// Whether each of its files is JSON; where one is not, nobody knows what the pack says.
    /// </summary>
    public bool IsReadable { get; }

    public EventCatalogue Catalogue { get; }

    /// <summary>The pack ready to judge; null where it could not be bound.</summary>
    public RulePack? Bound { get; }

    public JsonPiece? Manifest { get; }

    public LawText Law { get; }

    public IReadOnlyList<WrittenTable> Tables { get; }

    /// <summary>The enabled rules of all roles, in the order of the roles and then as written.</summary>
    public IReadOnlyList<WrittenRule> Rules { get; }

    public bool IsTemplate => Manifest?["status"]?.Text == "template";

    /// <summary>The codes of the tiers, with or without a title.</summary>
    public IReadOnlyList<JsonPiece> Tiers =>
        [.. (Manifest?["tiers"]?.Items ?? []).Select(item => item["tier"] ?? item)];

    private Dictionary<string, JsonPiece> Workflows { get; }

    public IEnumerable<WrittenRule> Role(string role) => Rules.Where(rule => rule.Role == role);

    /// <summary>The workflow that plays a role; null: none does.</summary>
    public JsonPiece? Workflow(string role) =>
        Manifest?["workflows"]?[role]?.Text is { } name ? Workflows.GetValueOrDefault(name) : null;

    /// <summary>Named values by name, as written.</summary>
    public IEnumerable<(string Name, WrittenText Text)> Named() =>
        from param in Workflow("tier")?["GlobalParams"]?.Items ?? []
        let text = WrittenText.Of(param["Expression"])
        where param["Name"]?.Text is not null && text is not null
        select (param["Name"]!.Text!, text);

    /// <summary>Every expression of the pack that parses.</summary>
    public IReadOnlyList<WrittenText> Texts() => texts ??= [.. ReadTexts()];

    private IEnumerable<WrittenText> ReadTexts() =>
        ManifestReader.Expressions.Select(name => WrittenText.Of(Manifest?[name]))
            .Concat(Workflows.Values.SelectMany(workflow => workflow["GlobalParams"]?.Items ?? [])
                .Select(param => WrittenText.Of(param["Expression"])))
            .OfType<WrittenText>()
            .Concat(Rules.SelectMany(rule => rule.Texts()));

    /// <summary>The cases as written, with the file's name.</summary>
    public IEnumerable<JsonPiece> Cases() =>
        Files.Cases.Select(source => JsonDocumentReader.Read(source, out _)).OfType<JsonPiece>()
            .SelectMany(file => file["cases"]?.Items ?? []);

    private IEnumerable<WrittenRule> RulesOf(string role) =>
        (Workflow(role)?["Rules"]?.Items ?? [])
            .Where(piece => piece.Kind == JsonKind.Object)
            .Select(piece => new WrittenRule(role, piece)).Where(rule => rule.Enabled);
}

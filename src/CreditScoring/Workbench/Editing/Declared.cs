using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Schemas;
using CreditScoring.Workbench.Written;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Editing;

/// <summary>Something that texts of a pack name, and where it is declared.</summary>
/// <param name="Said">What it is made of, such as a named value's expression; null: nothing to show.</param>
internal sealed record DeclaredName(string Name, Place Place, Wording? Title = null, string? Said = null);

/// <summary>
/// What the files of a regime declare: rules, named values, tables, articles, and the catalogue.
/// </summary>
internal sealed class Declared(IReadOnlyList<SourceText> documents, RuleReading reading)
{
    private readonly Dictionary<string, WrittenPack?> packs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JObject> schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonPiece?> read = new(StringComparer.Ordinal);

    /// <summary>Null where its files have errors.</summary>
    public EventCatalogue? Catalogue => reading.Catalogue;

    /// <summary>
    /// The pack that a file belongs to, as written; null: none, or the catalogue is broken.
    /// </summary>
    public WrittenPack? PackOf(string file)
    {
        var files = reading.Packs.FirstOrDefault(
            pack => file.StartsWith(pack.Folder + "/", StringComparison.Ordinal));
        if (files is null || Catalogue is null)
        {
            return null;
        }

        lock (packs)
        {
            return packs.TryGetValue(files.Folder, out var known) ? known : packs[files.Folder] =
                new WrittenPack(files, Catalogue, reading.Bound.GetValueOrDefault(files.Folder));
        }
    }

    /// <summary>The named value that a name means at a way of a workflow; null: none.</summary>
    public DeclaredName? NamedValue(string file, string way, string name)
    {
        var pack = PackOf(file);
        var here = Read(file) is { } whole ? Params(whole).Where(each => Reaches(each.Owner, way)) : [];
        var ofTier = pack?.Workflow("tier") is { } tier
            ? Params(tier).Where(each => each.Owner.Length == 0) : [];
        var found = here.OrderByDescending(each => each.Owner.Length).Concat(ofTier)
            .FirstOrDefault(each => each.Param["Name"]?.Text?.Equals(
                name, StringComparison.OrdinalIgnoreCase) == true).Param;
        return found is null ? null : new DeclaredName(
            name, found["Name"]!.Place, TitleOf(pack?.Manifest?["measures"]?[name]),
            found["Expression"]?.Formula);
    }

    /// <summary>The rules of some roles, or of all.</summary>
    public IEnumerable<DeclaredName> Rules(string file, params string[] roles) =>
        (PackOf(file)?.Rules ?? []).Where(rule => roles.Length == 0 || roles.Contains(rule.Role))
            .Select(rule => new DeclaredName(
                rule.Name, rule.Place, TitleOf(rule.Property(RuleProperties.Title))));

    public IEnumerable<DeclaredName> Steps(string file) =>
        (PackOf(file)?.Role("steps") ?? []).Select(rule => new DeclaredName(
            rule.Property(RuleProperties.Step)?.Text ?? rule.Name, rule.Place,
            TitleOf(rule.Property(RuleProperties.Title))));

    public IEnumerable<DeclaredName> Tables(string file) =>
        (PackOf(file)?.Tables ?? []).Select(table => new DeclaredName(
            table.Name, table.Piece["table"]!.Place, Said: string.Join(", ", table.Key)));

    /// <summary>The values that a key column of a table has.</summary>
    public IEnumerable<DeclaredName> Keys(string file, string table, int column) =>
        PackOf(file)?.Tables.FirstOrDefault(each => each.Name == table) is { } found
        && column >= 0 && column < found.Key.Count
            ? found.Rows.Select(row => row[found.Key[column]]).Where(cell => cell?.Text is not null)
                .DistinctBy(cell => cell!.Text).Select(cell => new DeclaredName(cell!.Text!, cell.Place))
            : [];

    /// <summary>Where the catalogue declares a kind of event.</summary>
    public Place? Kind(string name) =>
        Kinds().FirstOrDefault(kind => kind["kind"]!.Text == name)?["kind"]!.Place;

    /// <summary>Where the catalogue first declares a field of events of some kinds.</summary>
    public Place? Field(string name, IEnumerable<string> kinds) => Kinds()
        .Where(kind => kinds.Contains(kind["kind"]!.Text)).SelectMany(kind => kind["fields"]?.Items ?? [])
        .FirstOrDefault(field => field["name"]?.Text == name)?["name"]!.Place;

    /// <summary>What a file says; null: it is broken, or not there.</summary>
    public JsonPiece? Read(string file)
    {
        lock (read)
        {
            return read.TryGetValue(file, out var known) ? known
                : read[file] = documents.FirstOrDefault(each => each.File == file) is { } document
                    ? JsonDocumentReader.Read(document, out _) : null;
        }
    }

    /// <summary>The schema of a kind of file; null: the catalogue has errors.</summary>
    public JObject? Schema(string form)
    {
        if (Catalogue is null)
        {
            return null;
        }

        lock (schemas)
        {
            return schemas.TryGetValue(form, out var known) ? known
                : schemas[form] = RuleSchemas.Of(Catalogue, form);
        }
    }

    public static Wording? TitleOf(JsonPiece? piece) =>
        piece?["zh"]?.Text is { } zh && piece["en"]?.Text is { } en ? new Wording(zh, en) : null;

    private IEnumerable<JsonPiece> Kinds() => documents
        .Where(each => each.File.StartsWith("events/", StringComparison.Ordinal))
        .Select(each => JsonDocumentReader.Read(each, out _)).OfType<JsonPiece>()
        .SelectMany(file => file["kinds"]?.Items ?? []).Where(kind => kind["kind"]?.Text is not null);

    /// <summary>
    /// Every parameter of a workflow with the way to the rule that has it; empty: the workflow.
    /// </summary>
    private static IEnumerable<(string Owner, JsonPiece Param)> Params(JsonPiece whole) =>
        from each in JsonWays.All(whole)
        from list in new[] { "GlobalParams", "LocalParams" }
        from param in each.Piece[list]?.Items ?? []
        select (each.Way, param);

    private static bool Reaches(string owner, string way) =>
        owner.Length == 0 || way.StartsWith(owner + ".", StringComparison.Ordinal);
}

using System.Text.RegularExpressions;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Law.Books;
using CreditScoring.Planning;
using CreditScoring.Tests.Workbench.Linting;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Linting;
using CreditScoring.Workbench.Schemas;
using NUnit.Framework;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json;

namespace CreditScoring.Tests.Workbench.Schemas;

/// <summary>The schemas that editors use say what the readers do.</summary>
public class SchemaTests
{
    /// <summary>Flaws of shape: what a schema can see. Others need names, other files, or arithmetic.</summary>
    private static readonly HashSet<string> OfShape =
    [
        "unknown-property", "property-missing", "type-mismatch", "value-not-listed", "unknown-operator",
        "rule-without-condition", "not-supported", "case-asserts-nothing", "unknown-field", "field-missing",
        "unknown-kind", "unknown-subject-kind", "date-invalid", "text-empty", "text-too-long", "acts-on-missing",
        "acts-on-not-allowed", "kind-never-sent", "unknown-check", "default-not-usable", "region-invalid",
        "number-invalid", "subject-missing",
    ];

    private static readonly IReadOnlyDictionary<string, string> Generated =
        RuleSchemas.Of(RepositoryFiles.Catalogue("rules"));

    private static readonly Dictionary<string, string> Rules = RulesFolder.Bundled()
        .Where(file => !file.Key.StartsWith("schema/", StringComparison.Ordinal)).ToDictionary();

    private static readonly string[] Files =
        [.. Rules.Where(file => Schema(file.Value) is not null).Select(file => file.Key)];

    [Test]
    public void The_committed_schemas_are_the_generated_ones()
    {
        foreach (var (name, text) in Generated)
        {
            Assert.That(File.ReadAllText(RepositoryFiles.Path($"rules/schema/{name}")), Is.EqualTo(text),
                $"{name}: run 'credit schema --rules rules' and commit");
        }
    }

    [TestCaseSource(nameof(Files))]
    public void The_schema_of_a_file_is_where_it_says(string file)
    {
        var path = Path.Combine(RepositoryFiles.Path("rules"), Path.GetDirectoryName(file)!, Schema(Rules[file])!);
        Assert.That(File.Exists(path), path);
    }

    [Test]
    public void Every_rule_file_names_its_schema() => Assert.That(
        Rules.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)
            && Schema(file.Value) is null).Select(file => file.Key),
        Is.Empty);

    [TestCaseSource(nameof(Files))]
    public void A_valid_file_is_valid_by_its_schema(string file)
    {
        if (Check(file) is { } check)
        {
            Assert.That(check.Accepts(Parse(Rules[file])), file);
        }
    }

    [Test]
    public void Schema_and_reader_agree_on_500_seeded_mistakes_of_shape()
    {
        const int Seed = 20260701;
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var known = Files.Where(file => Check(file) is not null).ToArray();
        var differ = new List<string>();
        for (var made = 0; made < 500;)
        {
            var file = known[random.Next(known.Length)];
            var document = (JObject)Parse(Rules[file]);
            if (ShapeMistake.Make(document, random) is not { } mistake)
            {
                continue;
            }

            made++;
            var text = document.ToString(Formatting.Indented);
            var accepted = Check(file)!.Accepts(Parse(text));
            var flaws = Readers(new Dictionary<string, string>(Around(file)) { [file] = text }, file)
                .Where(flaw => flaw.Place.File == file && flaw.Severity == Severity.Error && OfShape.Contains(flaw.Name)).ToArray();
            if (accepted != (flaws.Length == 0))
            {
                differ.Add($"{file}: {mistake}: schema {(accepted ? "accepts" : "refuses")}; {string.Join("; ", flaws.Select(flaw => $"{flaw}"))}");
            }
        }

        Assert.That(differ, Is.Empty, string.Join("\n", differ));
    }

    /// <summary>
    /// One place of each shape, since the readers read the whole regime each time: every one of the calendar,
    /// and so many of the others; all of them where CREDIT_NULLS=all is in the environment.
    /// </summary>
    [Test]
    public void Schema_and_reader_agree_on_what_may_be_null()
    {
        const int Seed = 20261130;
        const int Some = 60;
        var places = PlacesOfNull();
        var tried = Environment.GetEnvironmentVariable("CREDIT_NULLS") == "all" ? places
            : [.. places.Where(each => each.File.StartsWith("calendars/", StringComparison.Ordinal)),
                .. new Random(Seed).GetItems(places, Some)];
        var differ = new List<string>();
        foreach (var (file, path) in tried)
        {
            var document = (JObject)Parse(Rules[file]);
            ((JProperty)document.SelectToken(path)!.Parent!).Value = JValue.CreateNull();
            var text = document.ToString(Formatting.Indented);
            var accepted = Check(file)!.Accepts(Parse(text));
            var flaws = Shapes(Readers(new Dictionary<string, string>(Around(file)) { [file] = text }, file), file).ToArray();
            if (accepted != (flaws.Length == 0))
            {
                differ.Add($"{file}: {path}: schema {(accepted ? "accepts" : "refuses")}; {string.Join("; ", flaws)}");
            }
        }

        TestContext.Out.WriteLine($"seed {Seed}, {tried.Length} of {places.Length} shapes");
        Assert.That(differ, Is.Empty, string.Join("\n", differ));
    }

    private static (string File, string Path)[] PlacesOfNull()
    {
        var seen = new HashSet<string>();
        return
        [
            .. Files.Where(file => Check(file) is not null)
                .SelectMany(file => ShapeMistake.Places((JObject)Parse(Rules[file])).Select(each => (File: file, each.Path)))
                .Where(each => seen.Add($"{Path.GetFileName(each.File).Split('.', 2)[1]}: {ShapeOf(each.Path)}")),
        ];
    }

    private static string ShapeOf(string path) => Regex.Replace(path, @"\[\d+\]|Properties\.\w+|data\.\w+|\['?\d{4}'?\]|\.\d{4}\b", "");

    [Test]
    public void What_the_readers_of_a_regime_find_in_a_file_is_what_lint_of_all_rules_finds()
    {
        const int Seed = 20260702;
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var known = Files.Where(file => Check(file) is not null).ToArray();
        for (var made = 0; made < 5;)
        {
            var file = known[random.Next(known.Length)];
            var document = (JObject)Parse(Rules[file]);
            if (ShapeMistake.Make(document, random) is { } mistake)
            {
                made++;
                var text = document.ToString(Formatting.Indented);
                var all = RulesFolder.Lint(new Dictionary<string, string>(Rules) { [file] = text })
                    .Where(flaw => !IsOfMeaning(flaw));
                var near = Readers(new Dictionary<string, string>(Around(file)) { [file] = text }, file);
                Assert.That(Shapes(near, file), Is.EquivalentTo(Shapes(all, file)), $"{file}: {mistake}");
            }
        }
    }

    private static IEnumerable<string> Shapes(IEnumerable<Flaw> flaws, string file) => flaws
        .Where(flaw => flaw.Place.File == file && flaw.Severity == Severity.Error && OfShape.Contains(flaw.Name))
        .Select(flaw => $"{flaw.Place} {flaw.Name}").Distinct();

    /// <summary>That a case meets no rule is found by running it.</summary>
    private static bool IsOfMeaning(Flaw flaw) =>
        flaw.Name == "case-asserts-nothing" && flaw.What.En.StartsWith("no rule holds", StringComparison.Ordinal);

    /// <summary>What reading finds; only cases are left unrun, which takes most of the time of lint.</summary>
    private static List<Flaw> Readers(Dictionary<string, string> rules, string file)
    {
        if (file.StartsWith(DrawProfileReader.Folder, StringComparison.Ordinal))
        {
            var found = new List<Flaw>();
            DrawProfileReader.Read([.. rules.Select(each => new SourceText(each.Key, each.Value))], found);
            return found;
        }

        if (file.StartsWith(PlanProfileReader.Folder, StringComparison.Ordinal))
        {
            var found = new List<Flaw>();
            SourceText[] all = [.. rules.Select(each => new SourceText(each.Key, each.Value))];
            PlanProfileReader.Read(all, RuleBookReader.Read(all).Catalogue!, found);
            return found;
        }

        var reading = RuleBookReader.Read([.. rules.OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => new SourceText(each.Key, each.Value))]);
        var flaws = new List<Flaw>(reading.Flaws);
        if (file.EndsWith(".cases.json", StringComparison.Ordinal))
        {
            _ = CaseReader.Read(new SourceText(file, rules[file]), reading.Catalogue!, flaws).Count();
        }
        else
        {
            flaws.AddRange(PackLint.Check(reading));
        }

        return flaws;
    }

    [Test]
    public void No_property_of_a_schema_lacks_its_description()
    {
        var silent = Generated.SelectMany(schema => Declared(JObject.Parse(schema.Value))
            .Where(property => (string?)property.Value["description"] is not { } said
                || !said.Any(each => each is >= '\u4e00' and <= '\u9fff'))
            .Select(property => $"{schema.Key}: {property.Name}")).Distinct();
        Assert.That(silent, Is.Empty);
    }

    [Test]
    public void Values_to_choose_from_have_Chinese_and_English_names_beside_them()
    {
        // What a field of an event may be is declared in the catalogue, in words of its own.
        var silent = Generated.Where(schema => schema.Key is not ("event.schema.json" or "cases.schema.json"))
            .SelectMany(schema => Declared(JObject.Parse(schema.Value))
                .Where(property => property.Value["enum"] is JArray values
                    && (property.Value["enumDescriptions"]?.Count() ?? 0) != values.Count)
                .Select(property => $"{schema.Key}: {property.Name}"));
        Assert.That(silent, Is.Empty);
    }

    [Test]
    public void No_value_is_described_by_empty_words() => Assert.That(
        Generated.SelectMany(schema => JObject.Parse(schema.Value).Descendants().OfType<JProperty>())
            .Where(words => words.Name == "enumDescriptions").SelectMany(words => words.Value.Values<string>())
            .Where(said => said!.Split('·').Any(string.IsNullOrWhiteSpace)),
        Is.Empty);

    [Test]
    public void May_of_a_kind_of_event_is_not_the_may_of_an_inspection()
    {
        var kinds = Declared(JObject.Parse(Generated["catalogue.schema.json"])).First(each => each.Name == "actsOn");
        Assert.That(kinds.Value["enumDescriptions"]!.Values<string>(), Has.None.Contains("inspected"));
    }

    private static IEnumerable<JProperty> Declared(JObject schema) =>
        schema.DescendantsAndSelf().OfType<JObject>()
            .Where(words => words["additionalProperties"] is not null && words["properties"] is JObject)
            .SelectMany(words => ((JObject)words["properties"]!).Properties())
            .Where(property => property.Value is JObject);

    /// <summary>What decides whether a file is right: its regime, and what all regimes share.</summary>
    private static Dictionary<string, string> Around(string file)
    {
        if (file.StartsWith(DrawProfileReader.Folder, StringComparison.Ordinal)
            || file.StartsWith(PlanProfileReader.Folder, StringComparison.Ordinal))
        {
            return Rules;
        }

        var folder = string.Join('/', file.Split('/').Take(file.StartsWith("events/", StringComparison.Ordinal)
            || file.StartsWith("calendars/", StringComparison.Ordinal) ? 1 : 2)) + "/";
        return Rules.Where(each => each.Key.StartsWith("events/", StringComparison.Ordinal)
            || (folder != "events/" && each.Key.StartsWith("calendars/", StringComparison.Ordinal))
            || each.Key.StartsWith(folder, StringComparison.Ordinal)).ToDictionary();
    }

    private static SchemaCheck? Check(string file) =>
        Generated.TryGetValue(Path.GetFileName(Schema(Rules[file])!), out var text)
            ? new SchemaCheck(JObject.Parse(text)) : null;

    private static string? Schema(string text) =>
        text.TrimStart().StartsWith('{') ? (string?)((JObject)Parse(text))["$schema"] : null;

    private static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}

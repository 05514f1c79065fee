using System.Text.Json.Nodes;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Tests.LifeStories;

/// <summary>
/// One history of one or more enterprises, and what each regime must say on a day, with the article and
/// the arithmetic (<c>because</c>) that was written down before the rules were asked.
/// </summary>
internal sealed class LifeStory(string file)
{
    private const string Folder = "tests/CreditScoring.Tests/LifeStories";

    private readonly JsonObject written = JsonNode.Parse(
        File.ReadAllText(RepositoryFiles.Path($"{Folder}/{file}.json")))!.AsObject();

    public static IEnumerable<string> Files => Directory
        .EnumerateFiles(RepositoryFiles.Path(Folder), "*.json").Order(StringComparer.Ordinal)
        .Select(path => Path.GetFileNameWithoutExtension(path));

    public JsonArray Events => written["events"]!.AsArray();

    public IEnumerable<Telling> Tellings => written["expect"]!.AsArray().Select(each => new Telling(each!.AsObject()));

    /// <summary>What came out otherwise, each with the reason why it should have been as told.</summary>
    public IEnumerable<string> Differences(RuleBook book)
    {
        foreach (var telling in Tellings)
        {
            var regime = book.Regimes.Single(each => each.Name == telling.Regime);
            foreach (var difference in CaseRunner.Run(Case(telling, book.Catalogue), regime).Differences)
            {
                yield return $"{telling.Regime} {telling.On}: {difference.Path} {difference.Expected}, found "
                    + $"{difference.Actual} {difference.Cause}\n  {telling.Because}";
            }
        }
    }

    private Case Case(Telling telling, EventCatalogue catalogue)
    {
        var subject = telling.Subject ?? written["subject"]!;
        var cases = new JsonObject
        {
            ["cases"] = new JsonArray(new JsonObject
            {
                ["name"] = file,
                ["subject"] = subject.DeepClone(),
                ["events"] = new JsonArray([.. Of(subject, catalogue).Select(each => each.DeepClone())]),
                ["on"] = telling.On,
                ["expect"] = telling.Standing.DeepClone(),
            }),
        };
        var flaws = new List<Flaw>();
        var read = CaseReader.Read(new SourceText($"{Folder}/{file}.json", cases.ToJsonString()), catalogue, flaws);
        return flaws.Count == 0 ? read.Single() : throw new InvalidDataException(string.Join("\n", flaws));
    }

    /// <summary>The events of one subject's file: its own, and those that mend one of them, in any order.</summary>
    private IEnumerable<JsonNode> Of(JsonNode subject, EventCatalogue catalogue)
    {
        var all = Events.Select(node => node!).ToLookup(each => catalogue.Kind(each["kind"]!.GetValue<string>())!.Mends);
        var own = all[false].Where(each => Concerns(each, subject)).ToList();
        for (var met = 0; met < own.Count; met++)
        {
            own.AddRange(all[true].Where(each => Same(each["actsOn"], own[met]["id"])));
        }

        return own;
    }

    private bool Concerns(JsonNode each, JsonNode subject) => each["subjects"] is JsonArray several
        ? several.Any(one => Same(one!["id"], subject["id"]))
        : Same((each["subject"] ?? written["subject"]!)["id"], subject["id"]);

    private static bool Same(JsonNode? left, JsonNode? right) => JsonNode.DeepEquals(left, right);
}

/// <summary>What one regime must say of a day, and why.</summary>
internal sealed class Telling(JsonObject written)
{
    public string Regime => written["regime"]!.GetValue<string>();

    public string On => written["on"]!.GetValue<string>();

    public string Because => written["because"]!.GetValue<string>();

    /// <summary>Null: the subject of the story.</summary>
    public JsonNode? Subject => written["subject"];

    public JsonNode Standing => written["standing"]!;
}

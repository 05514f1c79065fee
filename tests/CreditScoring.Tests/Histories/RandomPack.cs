using CreditScoring.Documents;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Tests.Histories;

/// <summary>
/// The documents of a small pack that is put together at random from phrases, so that every role and
/// every property meets every other. Terms are days and weeks: much comes to pass in a short walk.
/// </summary>
internal sealed class RandomPack(Random random, string inForceFrom, string? repealedFrom)
{
    public const string Regime = "test/random";

    /// <summary>The day from which the first version is in force: nothing was before it.</summary>
    public const string First = "2024-01-01";

    private readonly List<SourceText> documents = [];
    private readonly JObject workflows = [];

    public IReadOnlyList<SourceText> Documents()
    {
        Role("points", RandomPhrases.Points, 4);
        Role("factors", RandomPhrases.Factors, 1);
        Role("steps", RandomPhrases.Steps, 3);
        Role("frequency", RandomPhrases.Frequency, 1);
        Role("duties", RandomPhrases.Duties, 2);
        Role("repair", RandomPhrases.Repair, 1);
        Tier();
        Add("pack.json", new JObject
        {
            ["regime"] = Regime,
            ["title"] = new JObject { ["zh"] = "随机", ["en"] = "random" },
            ["status"] = "fixture",
            ["inForceFrom"] = inForceFrom,
            ["repealedFrom"] = repealedFrom,
            ["subjects"] = new JArray("operator"),
            ["tiers"] = new JArray("A", "B", "C", "D"),
            ["points"] = "total",
            ["anchor"] = "happened.occurredOn",
            ["from"] = Pick(RandomPhrases.From),
            ["lapsesOn"] = Pick(RandomPhrases.LapsesOn),
            ["carriesOver"] = Pick(RandomPhrases.CarriesOver),
            ["appliesTo"] = random.Next(6) == 0 ? "subject.scale != \"sandbox\"" : null,
            ["repairTakesEffect"] = Pick([null, "on-request", "on-decision"]),
            ["workflows"] = workflows,
            ["transition"] = inForceFrom == First ? null : Pick([null, "old", "new", "lenient"]),
        });
        return documents;
    }

    /// <summary>Named values stand in a random order: another version keeps others in the same place.</summary>
    private void Tier()
    {
        var named = RandomPhrases.Named.OrderBy(_ => random.Next()).ToArray();
        var rungs = Some(RandomPhrases.Bounds, 2).Concat(RandomPhrases.Rungs.Select(Any));
        Workflow("tier", new JArray(rungs), new JArray(named.Select(RandomPhrases.Param)));
    }

    private void Role(string role, IReadOnlyList<JObject> phrases, int atLeast)
    {
        var chosen = Some(phrases, random.Next(atLeast, phrases.Count + 1));
        if (role is "points" || random.Next(5) > 0)
        {
            Workflow(role, new JArray(chosen), []);
        }
    }

    private void Workflow(string role, JArray rules, JArray named)
    {
        workflows[role] = role;
        var workflow = new JObject { ["WorkflowName"] = role, ["GlobalParams"] = named, ["Rules"] = rules };
        Add($"{role}.workflow.json", workflow);
    }

    private void Add(string name, JObject json) =>
        documents.Add(new SourceText($"{Regime}/{inForceFrom}/{name}", json.ToString()));

    /// <summary>Some of the phrases in a random order, each with some of its properties.</summary>
    private IEnumerable<JObject> Some(IReadOnlyList<JObject> phrases, int count) =>
        phrases.OrderBy(_ => random.Next()).Take(count).Select(Any);

    /// <summary>The phrase with one of the values that stand in a list, or without the property.</summary>
    private JObject Any(JObject phrase)
    {
        var rule = (JObject)phrase.DeepClone();
        foreach (var property in ((JObject?)rule["Properties"])?.Properties().ToArray() ?? [])
        {
            if (property.Value is JArray choices)
            {
                property.Value = choices[random.Next(choices.Count)];
            }

            if (property.Value.Type == JTokenType.Null)
            {
                property.Remove();
            }
        }

        return rule;
    }

    private string? Pick(IReadOnlyList<string?> all) => all[random.Next(all.Count)];
}

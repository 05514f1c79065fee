using System.Text.RegularExpressions;

namespace CreditScoring.Tests.Workbench.Linting;

/// <summary>A mistake in a file of a pack: the text with it, and the flaw that must be told, where.</summary>
internal sealed record PackMistake(string What, string File, string Text, string Flaw, int Offset)
{
    private static readonly (string What, string Files, string Find, string Mistaken, string Flaw)[] Kinds =
    [
        // Where in the mistaken text the flaw stands is marked by §; $1 is what was found.
        ("a field misspelt", "workflow", @"(?<=[{ ""(!]happened\.)(upheld|stop|intentional|safetyItem|severity|dueOn|duty)\b", "§$1x", "unknown-field"),
        ("a function misspelt", "workflow", @"\b(lookup)\(", "§lokup(", "unknown-name"),
        ("a method misspelt", "workflow", @"(?<=\.)(Any|Sum|Where|Count|AddMonths|AddDays)\(", "§$1s(", "unknown-name|unknown-field"),
        ("a named value misspelt", "workflow", @"(?<=[ ""(])(total)(?= [<>])", "§totall", "unknown-name"),
        ("an unknown table", "workflow", @"(lookup)\(\\""[a-z-]+\\""", "§lookup(\\\"nowhere\\\"", "unknown-table"),
        ("a key that no row has", "workflow", @"(?<=lookup\(\\""acts\\"", )\\""([a-z-]+)\\""", "§\\\"$1-x\\\"", "unknown-key"),
        ("a value that is not listed", "workflow", @"(happened\.(?:result|form)) == \\""[a-z]+\\""", "§$1 == \\\"wrong\\\"", "unknown-value"),
        ("a property misspelt", "workflow", @"""(Properties|Expression|LocalParams|points|citation|provenance|lapsesOn|tier|opens)"":", "§\"$1s\":", "unknown-property"),
        ("a citation of no article", "workflow", @"(?<=""citation"": ""law\.md#)(art-[0-9-]+)""", "§$1-99\"", "citation-not-in-law"),
        ("no citation", "points.workflow", @"(""RuleName"": )(""[a-z-]+"",\s+""Expression""(?:(?!RuleName)[\s\S])*?), ?\s*""citation"": ""[^""]*""", "$1§$2", "citation-missing"),
        ("an unfinished condition", "workflow", @"(?<=""Expression"": ""(?:[^""\\]|\\.)*)"",?\r?$", " &&§\",", "syntax"),
        ("a tier that is none", "tier.workflow", @"(?<=""tier"": )""([A-D])""", "§\"E$1\"", "unknown-tier"),
        ("a rule of no name", "workflow", @"\{(\s+)""RuleName""", "§{$1\"Name\"", "property-missing"),
        ("over-long", "workflow", @"(?<=""Expression"": "")(?=happened)", "§" + Blanks, "too-long"),
        ("too deep", "workflow", @"(?<=""Expression"": "")(?=happened|total)", new string('(', 64) + "§(", "too-deep"),
        ("a wrong type", "tables", @"(?<=""(?:below|from|until)"": )([0-9]+)", "§\"$1\"", "type-mismatch"),
        ("a citation of no article in a table", "tables", @"(?<=""citation"": ""law\.md#)(art-[0-9-]+)""", "§$1-99\"", "citation-not-in-law"),
        ("no provenance", "tables", @"(\{ )(""[a-z]+"": (?:(?!null)[^{}])*), ""provenance"": ""[a-z]+"" \}", "§$1$2 }", "provenance-missing"),
        ("an unknown provenance", "tables", @"(?<=""provenance"": )""([a-z]+)""", "§\"$1s\"", "value-not-listed"),
        ("a row twice", "tables", @"(?<=\n)    (\{ ""[a-z]+"": ""[^}]*\}),\r?\n", "    $1,\n    §$1,\n", "band-overlap"),
        ("a number left empty", "tables", @"""(points|factor|share)"": [0-9.]+", "§\"$1\": null", "not-filled-in"),
        ("an impossible day", "cases", @"(?<=""occurredOn"": )""([0-9]{4})-[0-9]{2}-[0-9]{2}""", "§\"$1-02-30\"", "date-invalid"),
        ("an unknown kind", "cases", @"(?<=""kind"": )""(penalty|complaint|recall|accident|sampling-result|commitment)""", "§\"$1s\"", "unknown-kind"),
        ("a misspelt expectation", "cases", @"(?<=""expect"": \{[^}]*)""(points|tier|changesOn)"":", "§\"$1x\":", "unknown-property"),
        ("nothing expected", "cases", @"(?<=\n    )(\{\s+""name""(?:(?!""expect)[\s\S])*)""expect"": \{[^{}\[\]]*\}(?=\s+\})", "§$1\"expect\": {}", "case-asserts-nothing"),
        ("a wrong code", "cases", @"(""subject"": \{ ""kind"": ""operator"", ""id"": )(""91350100M000100Y4)3", "$1§${2}4", "subject-invalid"),
        ("a broken file", "", @"(?<=\n\s+)(""[A-Za-z]+""): (?=[""\[{])", "$1 §", "json-broken"),
        ("an item twice", "pack.json", @"\n  (""(?:title|status|points|from|anchor)"": [^\n]*)", "\n  $1\n  §$1", "json-broken"),
        ("a word out of the list", "pack.json", @"(?<=""(?:status|transition)"": )""[a-z]+""", "§\"wrong\"", "type-mismatch"),
        ("a workflow that is none", "pack.json", @"(?<=""(?:points|tier|steps|frequency|duties|repair)"": )""(points|tier|steps|frequency|duties|repair)""", "§\"$1s\"", "unknown-workflow"),
        ("a bad day", "pack.json", @"(?<=""inForceFrom"": )""2024-01-01""", "§\"2024-1-1\"", "type-mismatch"),
        ("an article nobody cites", "law.md", @"(?<=\n)(## 第八条[^\n]*)", "## 第九十九条 §{#art-99}\n\n$1", "article-unaccounted"),
    ];

    private static string Blanks => new(' ', 4001);

    /// <summary>The regime in whose folder the mistake is.</summary>
    public string Regime => string.Join('/', File.Split('/').TakeWhile(part => !char.IsAsciiDigit(part[0])));

    /// <summary>As many mistakes as wanted, every kind in its turn, each at another place, pack after pack.</summary>
    public static IEnumerable<PackMistake> Of(IReadOnlyDictionary<string, string> rules, int wanted)
    {
        var queues = Kinds.Select(kind => new Queue<PackMistake>(InTurn(All(kind, rules)))).ToArray();
        if (Array.FindIndex(queues, queue => queue.Count == 0) is >= 0 and var none)
        {
            throw new InvalidOperationException($"nowhere to make the mistake: {Kinds[none].What}");
        }

        for (var made = 0; made < wanted && queues.Any(queue => queue.Count > 0);)
        {
            foreach (var queue in queues.Where(queue => queue.Count > 0).Take(wanted - made))
            {
                made++;
                yield return queue.Dequeue();
            }
        }
    }

    /// <summary>The first of each regime, then the second of each, and so on.</summary>
    private static IEnumerable<PackMistake> InTurn(IEnumerable<PackMistake> all) =>
        all.GroupBy(mistake => mistake.Regime).OrderBy(group => group.Count())
            .SelectMany(group => group.Select((mistake, place) => (mistake, place)))
            .OrderBy(each => each.place).Select(each => each.mistake);

    private static IEnumerable<PackMistake> All(
        (string What, string Files, string Find, string Mistaken, string Flaw) kind, IReadOnlyDictionary<string, string> rules)
    {
        foreach (var (path, text) in rules.Where(file => file.Key.Split('/') is [_, _, var version, ..]
            && char.IsAsciiDigit(version[0]) && file.Key.Contains(kind.Files, StringComparison.Ordinal)
            && (kind.Files.Length > 0 || file.Key.EndsWith(".workflow.json", StringComparison.Ordinal))))
        {
            foreach (Match found in Regex.Matches(text, kind.Find, RegexOptions.Multiline))
            {
                var mistaken = found.Result(kind.Mistaken);
                var at = mistaken.IndexOf('§', StringComparison.Ordinal);
                yield return new PackMistake(
                    kind.What, path, text[..found.Index] + mistaken.Remove(at, 1) + text[(found.Index + found.Length)..],
                    kind.Flaw, found.Index + at);
            }
        }
    }
}

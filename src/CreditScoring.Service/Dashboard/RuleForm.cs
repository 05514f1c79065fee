using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Governance;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Dashboard;

/// <summary>The fields of a rule in a form.</summary>
public static class RuleForm
{
    public const string Property = "p.";

    private const int MostParams = 20;

    public static RuleEntry Of(IFormCollection form) => new()
    {
        Name = $"{form["name"]}".Trim(),
        TitleZh = $"{form["zh"]}".Trim(),
        TitleEn = $"{form["en"]}".Trim(),
        Expression = WrittenValue.OneLine($"{form["expression"]}"),
        Reason = $"{form["reason"]}".Trim(),
        Params =
        [
            .. Enumerable.Range(0, MostParams).Select(at => new WrittenParam(
                    $"{form[ParamName(at)]}".Trim(), WrittenValue.OneLine($"{form[ParamText(at)]}")))
                .Where(param => param.Name.Length > 0),
        ],
        Properties = form.Keys.Where(key => key.StartsWith(Property, StringComparison.Ordinal)).ToDictionary(
            key => key[Property.Length..], key => WrittenValue.OneLine($"{form[key]}"),
            StringComparer.Ordinal),
    };

    public static string ParamName(int at) => string.Create(CultureInfo.InvariantCulture, $"pn{at}");

    public static string ParamText(int at) => string.Create(CultureInfo.InvariantCulture, $"pe{at}");

    /// <summary>
    /// What can follow from a rule of a role: what rules of that role say anywhere in the law, and what the
    /// rule says itself.
    /// </summary>
    public static IReadOnlyList<RuleProperty> PropertiesOf(string role, LawFiles files, RuleEntry entry)
    {
        var names = new HashSet<string>(entry.Properties.Keys, StringComparer.Ordinal)
        {
            RuleProperties.Citation.Name, RuleProperties.Provenance.Name,
        };
        foreach (var folder in files.Folders)
        {
            var pack = new PackFiles(folder, files.Of(folder).ToDictionary(
                each => each.File[(folder.Length + 1)..], StringComparer.Ordinal));
            names.UnionWith(new BenchSpots(pack).Rules.Where(rule => rule.Role == role)
                .SelectMany(rule => rule.Entry.Properties.Keys));
        }

        return [.. RuleProperties.All.Where(each => names.Contains(each.Name))];
    }
}

/// <summary>The fields from which a condition is put together.</summary>
/// <param name="Kind">Empty: none was chosen.</param>
/// <param name="Points">At least so many points; empty: none were said.</param>
public sealed record PhraseForm(
    string Kind, IReadOnlyList<FieldTest> Tests, string Count, string Months, string Points)
{
    /// <summary>Comparisons that are offered.</summary>
    public const int Most = 3;

    public static readonly PhraseForm Empty = new("", [], "", "", "");

    public static PhraseForm Of(IFormCollection form) => new(
        $"{form["c.kind"]}",
        [
            .. Enumerable.Range(0, Most).Select(at => new FieldTest(
                $"{form[$"c.field{at}"]}", $"{form[$"c.is{at}"]}", $"{form[$"c.value{at}"]}")),
        ],
        $"{form["c.count"]}".Trim(), $"{form["c.months"]}".Trim(), $"{form["c.points"]}".Trim());

    /// <summary>The roles whose rules judge an event that happened.</summary>
    public static bool IsOfEvent(string role) => role is "points" or "duties" or "repair";

    /// <summary>
    /// The entry with the condition behind what it says already; itself where none was chosen.
    /// </summary>
    /// <param name="role">Of the rule.</param>
    /// <param name="pack">Whose catalogue and points are meant.</param>
    public RuleEntry ComposedInto(RuleEntry entry, string role, DraftPack pack)
    {
        var parts = new List<string>();
        if (NumberOf(Points) is { } points && pack.Bound?.Manifest.Points is { } total)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{total} >= {points}"));
        }

        if (pack.Reading.Catalogue?.Kind(Kind) is { } kind)
        {
            parts.Add(new ConditionPhrase(
                kind, [.. Tests.Where(test => IsWhole(test, kind))], !IsOfEvent(role))
            {
                Count = NumberOf(Count), Months = NumberOf(Months),
            }.Written());
        }

        var said = entry.Expression is "" or "true" ? parts : [entry.Expression, .. parts];
        return parts.Count == 0 ? entry : entry with { Expression = string.Join(" && ", said) };
    }

    private static bool IsWhole(FieldTest test, EventKind kind) => test.Value.Trim().Length > 0
        && (test.Field == ConditionPhrase.Role || kind.Fields.Any(field => field.Name == test.Field))
        && ConditionPhrase.Comparisons.Any(each => each.Written == test.Comparison);

    private static int? NumberOf(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

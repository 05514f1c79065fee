using System.Globalization;
using CreditScoring.Cli.Terminal;
using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Covering;
using Newtonsoft.Json;

namespace CreditScoring.Cli;

/// <summary>Tells what the cases of a pack leave untried, then the counts.</summary>
internal sealed class CoverageReport(PackFiles pack, RuleSelection rules, string language, bool json)
{
    /// <summary>True where every rule has held, and every condition has come out both ways.</summary>
    public bool Tell(Coverage coverage)
    {
        if (json)
        {
            Json(coverage);
        }
        else
        {
            foreach (var line in Missing(coverage))
            {
                Screen.Say(line);
            }

            Screen.Say($"{pack.Folder}: " + string.Join(", ", Counts(coverage).Select(count =>
                $"{(language == "zh" ? count.Zh : count.En)} {count.Tried}/{count.All}")));
        }

        return coverage.IsComplete;
    }

    private IEnumerable<string> Missing(Coverage coverage) => Untried.Of(coverage).Select(each =>
        $"{(each.Place is { } place ? rules.Shown(place).ToString() : pack.Folder)}: {each.Name}: "
            + each.What.In(language));

    private static IEnumerable<(string Zh, string En, int Tried, int All)> Counts(Coverage coverage)
    {
        var (all, rows) = (coverage.Rules.ToArray(), coverage.Rows.ToArray());
        yield return ("规则", "rules", all.Count(each => each.Held), all.Length);
        yield return (
            "条件结果", "outcomes",
            coverage.Outcomes.Sum(each => (each.SeenTrue ? 1 : 0) + (each.SeenFalse ? 1 : 0)),
            coverage.Outcomes.Count() * 2);
        yield return ("表行", "table rows", rows.Count(row => row.Used), rows.Length);
        yield return (
            "分档界限", "band edges", rows.Count(row => row.EdgeMet), rows.Count(row => row.Edge is not null));
        yield return (
            "定期行", "dated rows", rows.Count(row => row.IsDated && row.Used), rows.Count(row => row.IsDated));
        yield return (
            "日期界限", "date edges",
            rows.Count(row => HasDateEdge(row) && row.DatesMet), rows.Count(HasDateEdge));
    }

    private static bool HasDateEdge(RowUse row) => row.First is not null || row.FirstOut is not null;

    private void Json(Coverage coverage)
    {
        foreach (var (rule, held) in coverage.Rules)
        {
            Write("rule", rule.Name, default, text => text.Property("held", held));
        }

        foreach (var each in coverage.Outcomes)
        {
            Write("condition", each.Rule, each.Place, text =>
            {
                text.Property("text", each.Text);
                text.Property("true", each.SeenTrue);
                text.Property("false", each.SeenFalse);
            });
        }

        foreach (var row in coverage.Rows)
        {
            Write("row", row.Table.Name, row.Row.Place, text =>
            {
                text.Property("used", row.Used);
                text.Property("edge", row.Edge);
                text.Property("edgeMet", row.Edge is null ? null : row.EdgeMet);
                text.Property("from", row.Row.From);
                text.Property("until", row.Row.Until);
                text.Property("datesMet", HasDateEdge(row) ? row.DatesMet : null);
            });
        }

        Write("total", pack.Folder, default, text =>
        {
            foreach (var (_, en, tried, all) in Counts(coverage))
            {
                text.Property(en, $"{tried}/{all}");
            }

            text.Property("complete", coverage.IsComplete);
        });
    }

    private void Write(string what, string name, Place place, Action<JsonTextWriter> more) =>
        Console.WriteLine(JsonText.Of(text =>
        {
            text.WriteStartObject();
            text.Property("pack", pack.Folder);
            text.Property(what, name);
            text.Property("place", place.File is null ? null : rules.Shown(place).ToString());
            more(text);
            text.WriteEndObject();
        }));
}

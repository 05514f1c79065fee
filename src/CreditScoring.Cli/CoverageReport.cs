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

    private IEnumerable<string> Missing(Coverage coverage) =>
        coverage.Rules.Where(each => !each.Held)
            .Select(each => Line(default, each.Rule.Name, "没有算例使它成立", "no case makes it hold"))
            .Concat(coverage.Outcomes.Where(each => !each.Both).SelectMany(Missing))
            .Concat(coverage.Rows.Where(row => !row.Used)
                .Select(row => Line(row.Row.Place, row.Table.Name, "没有算例用到这一行", "no case uses this row")))
            .Concat(coverage.Rows.Where(row => row.Edge is not null && !row.EdgeMet)
                .Select(row => Line(
                    row.Row.Place, row.Table.Name, $"没有算例正好落在界限 {row.Edge} 上并越过它",
                    $"no case stands on the edge {row.Edge} with another beyond it")))
            .Concat(coverage.Rows.Where(row => !row.DatesMet)
                .Select(row => Line(
                    row.Row.Place, row.Table.Name,
                    $"没有算例在首日和首个失效日（{Interval(row)}）各问一次",
                    $"no case asks on the first day and on the first day out ({Interval(row)})")));

    private static string Interval(RowUse row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.First:yyyy-MM-dd} - {row.FirstOut:yyyy-MM-dd}");

    private IEnumerable<string> Missing(Outcomes outcomes)
    {
        var text = Spelling.Shown(outcomes.Text);
        if (!outcomes.SeenTrue)
        {
            yield return Line(outcomes.Place, outcomes.Rule, $"`{text}` 从未为真", $"`{text}` is never true");
        }

        if (!outcomes.SeenFalse)
        {
            yield return Line(outcomes.Place, outcomes.Rule, $"`{text}` 从未为假", $"`{text}` is never false");
        }
    }

    private string Line(Place place, string name, string zh, string en) =>
        $"{(place.File is null ? pack.Folder : rules.Shown(place).ToString())}: {name}: "
            + $"{(language == "zh" ? zh : en)}";

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

using System.Text;
using CreditScoring.Events;
using CreditScoring.Law.Calendars;
using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Binding;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Tables;

namespace CreditScoring.Workbench.Schemas;

/// <summary>
/// Every name, member and function of the rule language as the manual lists them, made from the library
/// that binds them, so that the list cannot fall behind.
/// </summary>
public static class LanguageReference
{
    private const string Begin = "<!-- credit schema: functions -->\n";
    private const string End = "<!-- /functions -->\n";

    /// <summary>The manual with its list brought up to date; itself where it has no place for one.</summary>
    public static string In(string manual, EventCatalogue catalogue)
    {
        var (from, to) = (
            manual.IndexOf(Begin, StringComparison.Ordinal), manual.IndexOf(End, StringComparison.Ordinal));
        return from < 0 || to < from
            ? manual
            : manual[..(from + Begin.Length)] + Text(catalogue) + manual[to..];
    }

    private static string Text(EventCatalogue catalogue)
    {
        var names = new SceneScope(
            catalogue, new TierLadder([]), new Dictionary<string, LawTable>(), WorkingDays.Unknown);
        var scope = names.WithEntry(names.WithFrom(names.WithTier(names.WithHappened(names.OfTheDay))));
        var text = new StringBuilder();
        Records(text, scope, new HappeningShape(catalogue));
        Functions(text, scope);
        foreach (var type in new[] { RuleType.Date, RuleType.Text, RuleType.Number, RuleType.Integer,
            RuleType.Boolean, RuleType.Span })
        {
            Table(text, $"{Words.Zh(type)} · {Words.En(type)}", Methods.NamesOf(type)
                .SelectMany(name => Methods.Of(type, name)).Select(form => Signatures.Of(form, "", 1)));
        }

        foreach (var owner in new[] { "Math", "string", "int", "decimal", "bool", "Convert", "DateTime",
            "TimeSpan" })
        {
            Table(text, $"`{owner}.`", Methods.NamesOf(owner)
                .SelectMany(name => Methods.Static(owner, name))
                .Select(form => Signatures.Of(form, owner + ".", 0)));
        }

        Table(text, "列表 · lists", ListBinder.NamesOfLists.Select(Signatures.Of));
        return text.ToString();
    }

    private static void Records(StringBuilder text, Scope scope, HappeningShape happening)
    {
        Table(text, "名字 · names", scope.Variables.Values.Select(
            each => (each.Name, Signatures.Typed(each.Type), Signatures.Note(each.Name))));
        text.Append(
            "`item?` 表示可能缺失。事件另有目录中的字段。· `?`: may be missing; events also have the catalogue's fields.\n\n");
        foreach (var record in new[] { "entries", "duties", "previous" })
        {
            var type = scope.Variables[record].Type;
            var shape = (type.Element ?? type).Record!;
            Table(text, $"`{record}` 的成员 · members", shape.MemberNames.Select(
                name => (name, Signatures.Typed(shape.Find(name)!.Type), "")));
        }

        Table(text, "事件的成员 · members of an event", EnvelopeMembers.Names
            .Select(name => (name, Signatures.Typed(happening.Find(name)!.Type), "")));
    }

    private static void Functions(StringBuilder text, Scope scope) => Table(
        text, "函数 · functions", scope.Functions.Values.Select(Signatures.Of)
            .Concat(Signatures.BuiltIn.Select(form => form.Row))
            .Concat(Methods.NamesOf("").SelectMany(name => Methods.Static("", name))
                .Select(form => Signatures.Of(form, "", 0))));

    private static void Table(
        StringBuilder text, string title, IEnumerable<(string Written, string Result, string Note)> rows)
    {
        text.Append($"**{title}**\n\n| 写法 | 结果 | 说明 |\n|---|---|---|\n");
        foreach (var (written, result, note) in rows)
        {
            text.Append($"| `{written}` | {result} | {note} |\n");
        }

        text.Append('\n');
    }
}

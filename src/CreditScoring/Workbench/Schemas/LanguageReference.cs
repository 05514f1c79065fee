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

    // What a signature does not say: rounding, digits, order, what has no answer.
    private static readonly Dictionary<string, string> Notes = new(StringComparer.Ordinal)
    {
        ["Math.Round"] = "恰好一半取偶数；四舍五入加 `MidpointRounding.AwayFromZero` · halves to even unless told",
        ["decimal.Round"] = "恰好一半取偶数 · halves to even",
        ["Math.Ceiling"] = "向上取整 · up", ["Math.Floor"] = "向下取整 · down",
        ["Math.Truncate"] = "舍去小数 · towards zero",
        ["Math.Sqrt"] = "十二位有效数字；负数无法判定 · 12 digits", ["Math.Pow"] = "十二位有效数字 · 12 digits",
        ["Math.Log"] = "十二位有效数字 · 12 digits", ["Math.Log2"] = "十二位有效数字 · 12 digits",
        ["Math.Log10"] = "十二位有效数字 · 12 digits", ["Math.Cbrt"] = "十二位有效数字 · 12 digits",
        ["Math.Sin"] = "十二位有效数字 · 12 digits", ["Math.Cos"] = "十二位有效数字 · 12 digits",
        ["Math.Exp"] = "十二位有效数字 · 12 digits",
        ["AddMonths"] = "没有对应日的，为月末日 · clamps to the month's end",
        ["AddYears"] = "2 月 29 日遇平年为 28 日 · clamps",
        ["days"] = "满几日，可为负 · completed", ["months"] = "满几个月 · completed", ["years"] = "满几年 · completed",
        ["cycleStart"] = "当日所在周期的首日，从起算日推算 · first day of the cycle",
        ["cycleEnd"] = "周期届满后的首日 · first day after the cycle",
        ["DateTime"] = "没有的日子无法判定 · an impossible day cannot be judged",
        ["DayOfWeek"] = "可与 `\"Monday\"` 等比较 · compares with names of days",
        ["Substring"] = "超出长度的无法判定 · beyond the end cannot be judged",
        ["Sum"] = "略过缺失；空列表为 0 · skips missing; of nothing 0",
        ["Average"] = "略过缺失；空列表缺失 · skips missing; of nothing missing",
        ["Min"] = "略过缺失；空列表缺失 · of nothing missing", ["Max"] = "略过缺失；空列表缺失 · of nothing missing",
        ["First"] = "没有的无法判定 · none cannot be judged", ["Last"] = "没有的无法判定 · none cannot be judged",
        ["Single"] = "没有或者不止一个的无法判定 · cannot be judged unless one",
        ["SingleOrDefault"] = "不止一个的无法判定 · several cannot be judged",
        ["FirstOrDefault"] = "没有的缺失 · none is missing", ["LastOrDefault"] = "没有的缺失 · none is missing",
        ["OrderBy"] = "缺失在前，文字按编码，相等的保持原序 · missing first, ordinal, stable",
        ["All"] = "空列表成立 · true of nothing", ["Any"] = "空列表不成立 · false of nothing",
        ["GroupBy"] = "每组有 `Key` · each group has a Key",
        ["lookup"] = "查不到行、空着的数无法判定 · no row cannot be judged",
        ["addWorkingDays"] = "当日不计；日历以后只知道最早是哪一日 · after the calendar only its first possible day is known",
        ["nextWorkingDay"] = "日历以后只知道最早是哪一日 · after the calendar only its first possible day is known",
        ["nextAfterHoliday"] = "日历以后只知道最早是哪一日 · after the calendar only its first possible day is known",
        ["better"] = "至多到最轻 · at most the mildest", ["worse"] = "至多到最重 · at most the gravest",
        ["running"] = "该措施正在进行 · the step is in force",
        ["tierOn"] = "某日终了时的等级 · the tier at that day's end",
        ["subjectOn"] = "某日的主体情况 · the subject as it was",
        ["iif"] = "同 `? :` · as `? :`", ["np"] = "途中缺失则缺失，或取第二个值 · missing passes through",
        ["isnull"] = "同 `??` · as `??`",
    };

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
                .SelectMany(name => Methods.Of(type, name)).Select(form => Row(form, "", 1)));
        }

        foreach (var owner in new[] { "Math", "string", "int", "decimal", "bool", "Convert", "DateTime",
            "TimeSpan" })
        {
            Table(text, $"`{owner}.`", Methods.NamesOf(owner)
                .SelectMany(name => Methods.Static(owner, name)).Select(form => Row(form, owner + ".", 0)));
        }

        Table(text, "列表 · lists", ListBinder.NamesOfLists.Select(form =>
            (Forms(form), "", Note(form.Name))));
        return text.ToString();
    }

    private static string Forms(ListForm form) =>
        form.Most == 0 ? $"{form.Name}()"
        : form.Least == 0 ? $"{form.Name}()`、`{form.Name}(…)"
        : $"{form.Name}(…)";

    private static void Records(StringBuilder text, Scope scope, HappeningShape happening)
    {
        Table(text, "名字 · names", scope.Variables.Values.Select(each => (each.Name, Typed(each.Type), "")));
        text.Append(
            "`item?` 表示可能缺失。事件另有目录中的字段。· `?`: may be missing; events also have the catalogue's fields.\n\n");
        foreach (var record in new[] { "entries", "duties", "previous" })
        {
            var type = scope.Variables[record].Type;
            var shape = (type.Element ?? type).Record!;
            Table(text, $"`{record}` 的成员 · members", shape.MemberNames.Select(
                name => (name, Typed(shape.Find(name)!.Type), "")));
        }

        Table(text, "事件的成员 · members of an event", EnvelopeMembers.Names
            .Select(name => (name, Typed(happening.Find(name)!.Type), "")));
    }

    private static void Functions(StringBuilder text, Scope scope)
    {
        var own = scope.Functions.Values.Select(
            function => function is SceneFunction { Takes: var takes, Gives: var gives }
            ? ($"{function.Name}({string.Join(", ", takes.Select(Typed))})", Typed(gives), Note(
                function.Name))
            : ($"{function.Name}(…)", "", Note(function.Name)));
        var built = new[] { "iif(条件, 甲, 乙)", "np(值)`、`np(值, 否则)", "isnull(值, 否则)" }
            .Select(form => (form, "", Note(form[..form.IndexOf('(', StringComparison.Ordinal)])));
        Table(text, "函数 · functions", own.Concat(built).Concat(Methods.NamesOf("")
            .SelectMany(name => Methods.Static("", name)).Select(form => Row(form, "", 0))));
    }

    private static (string, string, string) Row(Method form, string owner, int target)
    {
        var operands = string.Join(", ", form.Operands.Skip(target).Select(Typed));
        var note = Note(owner + form.Name);
        var lifts = form.Lifts ? "有缺失则缺失 · missing if one is" : "";
        return ($"{owner}{form.Name}{(form.IsProperty ? "" : $"({operands})")}", Typed(form.Result),
            string.Join("；", new[] { note, lifts }.Where(part => part.Length > 0)));
    }

    private static string Note(string name) => Notes.GetValueOrDefault(name, "");

    private static string Typed(RuleType type) =>
        (type.Element is not null ? $"{Words.Zh(type)}（{Words.Zh(type.Element!)}）" : Words.Zh(type)) + (
            type.Optional ? "?" : "");

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

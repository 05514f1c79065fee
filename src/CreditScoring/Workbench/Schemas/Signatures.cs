using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Binding;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Schemas;

/// <summary>
/// How each name, member and function of the rule language is written, what it gives, and what its
/// signature does not say: for the manual, and for who is writing.
/// </summary>
internal static class Signatures
{
    private static readonly string[] BuiltInForms = ["iif(条件, 甲, 乙)", "np(值)`、`np(值, 否则)", "isnull(值, 否则)"];

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
        ["day"] = "所评定的那一天 · the day that is judged",
        ["subject"] = "主体，以及 profile 事件所说的最新情况 · the subject as its profiles say",
        ["happened"] = "正在评的这一件事 · the event that is judged",
        ["events"] = "此时档案中的事件，不含正在评的这一件 · the events on file, without the one that is judged",
        ["entries"] = "此时有效的各笔记分 · the entries that count at that moment",
        ["entry"] = "所问的这一笔记分 · the entry that is asked about",
        ["duties"] = "此时的各项义务 · the duties at that moment",
        ["from"] = "这一笔记分自何日起 · the day from which the entry counts",
        ["tier"] = "当日的等级 · the tier of the day",
        ["previous"] = "前一日终了时的等级，及自何日起 · the tier of the night before, and since when",
    };

    /// <summary>The functions that are none of the library nor of a scope, by name.</summary>
    public static IEnumerable<(string Name, (string Written, string Result, string Note) Row)> BuiltIn =>
        BuiltInForms.Select(form => (form, name: form[..form.IndexOf('(', StringComparison.Ordinal)]))
            .Select(each => (each.name, (each.form, "", Note(each.name))));

    /// <summary>A call that lists understand.</summary>
    public static (string Written, string Result, string Note) Of(ListForm form) => (
        form.Most == 0 ? $"{form.Name}()"
        : form.Least == 0 ? $"{form.Name}()`、`{form.Name}(…)"
        : $"{form.Name}(…)", "", Note(form.Name));

    /// <summary>A function of a scope.</summary>
    public static (string Written, string Result, string Note) Of(Function function) =>
        function is SceneFunction { Takes: var takes, Gives: var gives }
            ? ($"{function.Name}({string.Join(", ", takes.Select(Typed))})", Typed(gives),
                Note(function.Name))
            : ($"{function.Name}(…)", "", Note(function.Name));

    /// <summary>A form of a method.</summary>
    /// <param name="owner">What stands before it, such as <c>Math.</c></param>
    /// <param name="target">How many operands stand before the point.</param>
    public static (string Written, string Result, string Note) Of(Method form, string owner, int target)
    {
        var operands = string.Join(", ", form.Operands.Skip(target).Select(Typed));
        var note = Note(owner + form.Name);
        var lifts = form.Lifts ? "有缺失则缺失 · missing if one is" : "";
        return ($"{owner}{form.Name}{(form.IsProperty ? "" : $"({operands})")}", Typed(form.Result),
            string.Join("；", new[] { note, lifts }.Where(part => part.Length > 0)));
    }

    /// <summary>What the signature of a name does not say, in both languages; empty: nothing.</summary>
    public static string Note(string name) => Notes.GetValueOrDefault(name, "");

    /// <summary>The same as a sentence in each language; null: nothing.</summary>
    public static Wording? Said(string name) => Note(name) is not { Length: > 0 } note ? null
        : note.Split(" · ") is [var zh, var en] ? new Wording(zh, en) : new Wording(note, note);

    /// <summary>How a form is written and what it gives, in each language.</summary>
    public static Wording Worded(Method form, string owner, int target) => new(
        Written(form, owner, target, Typed), Written(form, owner, target, TypedEn));

    /// <summary>The same of a function of a scope.</summary>
    public static Wording Worded(Function function) =>
        function is SceneFunction { Takes: var takes, Gives: var gives }
            ? new Wording(
                $"{function.Name}({string.Join(", ", takes.Select(Typed))}) → {Typed(gives)}",
                $"{function.Name}({string.Join(", ", takes.Select(TypedEn))}) → {TypedEn(gives)}")
            : new Wording($"{function.Name}(…)", $"{function.Name}(…)");

    /// <summary>The same of a call that lists understand.</summary>
    public static Wording Worded(ListForm form) => Plain(Of(form).Written);

    /// <summary>What the manual shows as code, without its marks.</summary>
    public static Wording Plain(string written) =>
        written.Replace("`", "", StringComparison.Ordinal) is var plain ? new Wording(plain, plain) : default;

    public static Wording Worded(RuleType type) => new(Typed(type), TypedEn(type));

    private static string Written(Method form, string owner, int target, Func<RuleType, string> typed) =>
        $"{owner}{form.Name}" + (form.IsProperty ? ""
            : $"({string.Join(", ", form.Operands.Skip(target).Select(typed))})")
            + $" → {typed(form.Result)}";

    private static string TypedEn(RuleType type) =>
        (type.Element is { } element ? $"{Words.En(type)} ({Words.En(element)})" : Words.En(type))
            + (type.Optional ? ", or missing" : "");

    /// <summary>A type as the manual names it; one that may be missing ends in <c>?</c>.</summary>
    public static string Typed(RuleType type) =>
        (type.Element is not null ? $"{Words.Zh(type)}（{Words.Zh(type.Element!)}）" : Words.Zh(type)) + (
            type.Optional ? "?" : "");
}

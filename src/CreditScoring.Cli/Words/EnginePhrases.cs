using CreditScoring.Documents;
using CreditScoring.SecondOpinion;

namespace CreditScoring.Cli.Words;

/// <summary>What <c>credit</c> says of the two engines.</summary>
internal static class EnginePhrases
{
    /// <param name="engine">The other engine.</param>
    /// <param name="reasons">Why it had no answer; empty: it had one each time.</param>
    public static Wording TwoEngines(string engine, long same, long noAnswer, long differ, Wording reasons) =>
        new(
        $"两个引擎（本系统与 {engine}）：{same:N0} 次结果相同，{noAnswer:N0} 次对方没有结果{reasons.Zh}，{differ:N0} 次不同",
        $"two engines (ours and {engine}): {same:N0} the same, "
            + $"{noAnswer:N0} without an answer there{reasons.En}, {differ:N0} different");

    /// <param name="engine">The package, asked again what it was recorded to answer.</param>
    public static Wording Live(string engine, int same, int byCulture, int contradicted, int notAsked) => new(
        $"{engine} 现在的回答：{same:N0} 个与记录相同，{byCulture:N0} 个因记录时的语言文化而不同，{contradicted:N0} 个相矛盾；"
            + $"{notAsked:N0} 项本系统拒绝，不再询问",
        $"{engine} asked again: {same:N0} answers as recorded, {byCulture:N0} by the culture of the "
            + $"recording, {contradicted:N0} contradicted; {notAsked:N0} items that ours refuses were not "
            + "asked");

    /// <param name="engine">The other engine, which ran whole workflow files.</param>
    public static Wording WholeWorkflows(
        string engine, int files, int all, long runs, long same, long noAnswer, int differ) => new(
        $"整个工作流（{engine} 的 ExecuteAllRulesAsync）：{all:N0} 个文件中 {files:N0} 个运行 {runs:N0} 次，"
            + $"规则成立与否 {same:N0} 次相同，"
            + $"{noAnswer:N0} 次一方没有结果，{differ:N0} 次不同",
        $"whole workflows (ExecuteAllRulesAsync of {engine}): {files:N0} of {all:N0} files run {runs:N0} "
            + $"times; of their rules {same:N0} the same, {noAnswer:N0} without an answer on one side, "
            + $"{differ:N0} different");

    public static Wording WorkflowNotRun(string file, NotRunReason reason)
    {
        var (zh, en) = reason switch
        {
            NotRunReason.NoRules => ("其中没有规则", "it has no rules"),
            NotRunReason.Template => (
                "模板的数字待填，算例判不到它", "a template, whose numbers are to be filled in: no case can judge by it"),
            NotRunReason.NoAnswer => (
                "算例判到它时，它所读的名称都没有值",
                "whenever a case judged by it, a name that it reads had no value"),
            _ => ("没有算例判到它", "no case judges by it"),
        };
        return new Wording($"{file}：没有整个运行过：{zh}", $"{file}: never run whole: {en}");
    }

    /// <param name="engine">The other engine, of which nothing was heard.</param>
    public static Wording NothingAnswered(string engine) => new(
        $"{engine} 一次也没有给出结果：它没有参与评判，不能算通过",
        $"{engine} never had an answer: it has judged nothing, and nothing passes by ours alone");

    public static Wording WorkflowDiffers(
        string place, string rule, string day, string engine, bool ours, bool theirs) => new(
        $"{place}：规则 \"{rule}\" 在 {day}，本系统{(ours ? "成立" : "不成立")}，"
            + $"{engine} 运行整个工作流则{(theirs ? "成立" : "不成立")}",
        $"{place}: the rule \"{rule}\" on {day}: ours says {(ours ? "it holds" : "it does not hold")}, "
            + $"{engine}, running the whole workflow, {(theirs ? "that it holds" : "that it does not")}");

    public static Wording FactInDoubt => new("事实尚不能确定", "a fact in doubt");

    public static Wording MemberOfNothing => new("没有的事件的成员", "a member of an event that is not there");

    public static Wording NameNotNeeded => new("本系统用不到的命名值没有值", "a named value that ours did not need");

    public static Wording TextNotRead => new("对方读不了这段文本", "a text that it cannot read");
}

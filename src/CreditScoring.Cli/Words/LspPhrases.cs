using CreditScoring.Documents;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Cli.Words;

/// <summary>What the language server says of its own.</summary>
internal static class LspPhrases
{
    public static readonly Wording Passed = new("✓ 相符", "✓ passed");

    public static readonly Wording NotRun = new(
        "？ 未能运行：规则有错误", "? cannot be run: the rules have errors");

    public static readonly Wording NoSuchCase = new(
        "没有这个算例，或它还读不出来", "there is no such case, or it cannot be read yet");

    public static Wording Failed(CaseResult result) => new(
        $"✗ 不符：{First(result).Zh}", $"✗ failed: {First(result).En}");

    public static Wording Of(string name, Wording outcome) =>
        new($"{name}：{outcome.Zh}", $"{name}: {outcome.En}");

    public static Wording Difference(Difference each) => each.Cause is { } cause
        ? new($"未能判定：{cause.What.Zh}", $"cannot be judged: {cause.What.En}")
        : new(
            $"{each.On:yyyy-MM-dd} 的 {each.Path}：应为 {each.Expected}，实为 {each.Actual}",
            $"on {each.On:yyyy-MM-dd} {each.Path}: expected {each.Expected}, found {each.Actual}");

    private static Wording First(CaseResult result) => Difference(result.Differences[0]);
}

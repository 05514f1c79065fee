using CreditScoring.Documents;

namespace CreditScoring.Law.Language.Running;

/// <summary>
/// The machine's compiler will not take a text that was found sound: a fault of this program, told as
/// a flaw at the text's place, so that it ends neither the process nor anybody else's rules.
/// </summary>
internal static class Refusal
{
    public static bool Is(Exception thrown) =>
        thrown is NotSupportedException or InvalidOperationException or ArgumentException;

    public static Flaw Of(RuleText text) => new(
        "cannot-be-compiled", text.At(0),
        new Wording("这个算式无法编译", "this expression cannot be compiled"),
        new Wording(
            "用 LocalParams 给其中的部分取名，分开写", "name parts of it in LocalParams, and write them apart"));
}

using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// steps-grow: a text that looks through the whole file for each of each of the file, so that its steps
/// grow with the third power of the file. A list of which only one kind of event is asked costs as many
/// steps as there are such events, and is not counted.
/// </summary>
internal static class Growth
{
    private const int Cube = 3;

    private static readonly HashSet<string> OfTheFile = new(
        StringComparer.OrdinalIgnoreCase) { "events", "entries", "duties" };

    public static IEnumerable<Flaw> Check(WrittenPack pack) =>
        from text in pack.Texts()
        let parts = text.Parts()
        let root = parts.FirstOrDefault()
        where root is not null && Degree(root) >= Cube
        select new Flaw(
            "steps-grow", text.At(root),
            new Wording(
                "对档案的每一项的每一项再看遍整份档案：步数随档案长度的立方增加",
                "looks through the whole file for each of each of its items: its steps grow with the cube "
                    + "of the file"),
            new Wording(
                "改写成只看一遍的算式，或先用 e.kind == \"…\" 定种类",
                "rewrite it to look once, or pin the kind first: e.kind == \"...\""))
        {
            Severity = Severity.Warning,
        };

    /// <summary>With which power of the file's length the steps grow.</summary>
    internal static int Degree(Node node)
    {
        var inner = node.Parts.Count == 0 ? 0 : node.Parts.Max(Degree);
        return node is CallNode { Target: { } target } call && IsOfTheFile(target) && !IsPinned(call)
            ? Math.Max(inner, 1 + call.Arguments.Select(Degree).DefaultIfEmpty(0).Max()) : inner;
    }

    private static bool IsOfTheFile(Node list) => list switch
    {
        NameNode name => OfTheFile.Contains(name.Name),
        CallNode { Target: { } target } => IsOfTheFile(target),
        _ => false,
    };

    /// <summary>Whether one of the filters of the chain asks for a kind.</summary>
    private static bool IsPinned(CallNode call) =>
        call.Arguments.OfType<LambdaNode>()
            .Any(lambda => KindsAwaited.Pinned(lambda.Body, lambda.Parameter) is not null)
        || (call.Target is CallNode inner && IsPinned(inner));
}

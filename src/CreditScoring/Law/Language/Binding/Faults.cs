using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>Collects the flaws of one text, each with its place in the file.</summary>
internal sealed class Faults(RuleText text)
{
    private readonly List<Flaw> flaws = [];

    public IReadOnlyList<Flaw> Flaws => flaws;

    public bool Any => flaws.Exists(flaw => flaw.Severity == Severity.Error);

    /// <summary>
    /// Whether the text hangs on another that is flawed: what is found in it may be of that one's making.
    /// </summary>
    public bool Follows { get; private set; }

    /// <summary>The text reads what is flawed elsewhere.</summary>
    public BoundNode Follow()
    {
        Follows = true;
        return BoundNode.Broken;
    }

    public BoundNode Add(string name, Node at, Wording what, Wording mend) =>
        Add(name, at.Start, what, mend);

    public BoundNode Add(string name, int offset, Wording what, Wording mend)
    {
        flaws.Add(new Flaw(name, text.At(offset), what, mend));
        return BoundNode.Broken;
    }

    public BoundNode Add(Flaw flaw, Node at)
    {
        flaws.Add(flaw with { Place = text.At(at.Start) });
        return BoundNode.Broken;
    }

    public BoundNode Mismatch(Node at, string zh, string en) => Add(
        "type-mismatch", at, new Wording(zh, en),
        new Wording("改用类型相符的值", "use values whose types agree"));

    public BoundNode NotAllowed(Node at, string name, Wording mend) => Add(
        "not-allowed", at,
        new Wording($"规则里不允许“{name}”", $"'{name}' is not allowed in rules"), mend);

    public BoundNode Missing(Node at, RuleType type)
    {
        flaws.Add(MayMiss(at, type));
        return BoundNode.Broken;
    }

    public Flaw MayMiss(Node at, RuleType type) => new(
        "missing-value", text.At(at.Start),
        new Wording(
            $"“{Written(at)}”的值可能缺失", $"the value here may be missing: '{Written(at)}'"),
        type.Shape == Shape.Boolean
            ? new Wording("写 == true，或在事件目录里给出默认值",
                "write == true, or give the field a default in the catalogue")
            : new Wording("写 .Value 或 ?? 默认值，或先限定事件种类",
                "write .Value or ?? with a default, or pin the event's kind first"));

    private string Written(Node at) => text.Text[at.Start..Math.Min(at.End, text.Text.Length)];

    /// <summary>
    /// A name that exists but for the case of its letters: it works, yet reads badly.
    /// </summary>
    public void CaseDiffers(int offset, string written, string declared)
    {
        if (written == declared)
        {
            return;
        }

        flaws.Add(new Flaw(
            "case-differs", text.At(offset),
            new Wording(
                $"“{written}”的大小写与“{declared}”不同",
                $"'{written}' is declared as '{declared}'"),
            new Wording($"写“{declared}”", $"write '{declared}'"))
        {
            Severity = Severity.Warning,
        });
    }

    public BoundNode Unknown(
        string name, int offset, string written, IEnumerable<string> known, string after = "")
    {
        var near = Nearest.To(written, known);
        return Add(
            name, offset,
            new Wording($"没有“{written}”", $"there is no '{written}'"),
            near is null
                ? new Wording("检查名称，或在事件目录里声明", "check the name, or declare it in the catalogue")
                : new Wording($"是否应为“{near}{after}”？", $"did you mean '{near}{after}'?"));
    }
}

using CreditScoring.Documents;

namespace CreditScoring.Law.Language.Parsing;

/// <summary>Stops the parsing of one text; never leaves this room.</summary>
internal sealed class SyntaxFault(string name, int offset, Wording what, Wording mend)
    : Exception(what.En)
{
    public static SyntaxFault Unexpected(int offset, string zh, string en) => new(
        "syntax", offset, new Wording(zh, en),
        new Wording("检查此处的写法", "check what is written here"));

    /// <summary>The same, where what stands there tells what its author meant.</summary>
    public static SyntaxFault Unexpected(string text, int offset, string zh, string en) =>
        offset < text.Length && Meant.At(text, offset) is { } mend
            ? new("syntax", offset, new Wording(zh, en), mend) : Unexpected(offset, zh, en);

    public static SyntaxFault TooDeep(int offset) => new(
        "too-deep", offset,
        new Wording($"嵌套超过 {Parser.MaxNesting} 层", $"nested deeper than {Parser.MaxNesting}"),
        new Wording("拆成几个命名值", "split it into named values"));

    public Flaw In(RuleText text) => new(name, text.At(offset), what, mend);
}

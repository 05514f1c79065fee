using CreditScoring.Documents;

namespace CreditScoring.Draws;

/// <summary>Texts of a draw: whoever reads them sees all there is of them, and they name no person.</summary>
public static class DrawText
{
    private const int LongestId = 100;
    private const int LongestText = 300;

    /// <summary>What keeps a text from being an id or a word; null: nothing.</summary>
    public static Wording? FlawOfId(string text) =>
        text.Contains(',', StringComparison.Ordinal) || text.Contains(' ', StringComparison.Ordinal)
            ? new Wording("不能有逗号或空格", "there may be no comma and no blank in it")
            : FlawOf(text, LongestId, wide: false);

    /// <summary>What keeps a text from being a sentence for the public; null: nothing.</summary>
    public static Wording? FlawOf(string text) => FlawOf(text, LongestText, wide: true);

    private static Wording? FlawOf(string text, int longest, bool wide) =>
        text.Trim().Length == 0 ? new Wording("不能为空", "it is empty")
        : text.Trim().Length != text.Length ? new Wording("首尾有空格", "a blank stands at its beginning or end")
        : TextDamage.Find(text) >= 0
            ? new Wording("其中的字符已损坏：文件应为 UTF-8", "a character in it is damaged: the file should be UTF-8")
        : text.Length > longest
            ? new Wording($"超过 {longest} 个字符", $"it has more than {longest} characters")
        : ResidentNumber.IsIn(text)
            ? new Wording("其中有公民身份号码", "the number of a resident stands in it")
        : IdentityText.Find(text, wide)?.What;
}

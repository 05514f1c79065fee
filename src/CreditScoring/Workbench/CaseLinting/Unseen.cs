using CreditScoring.Documents;

namespace CreditScoring.Workbench.CaseLinting;

/// <summary>
/// text-damaged: a character that nobody sees in a file of rules. A condition, a key or a name with one in
/// it reads like another and never meets it. What is meant is written as an escape (<c>\u200B</c>), which
/// everybody sees; prose may hold blanks of all kinds.
/// </summary>
internal static class Unseen
{
    public static IEnumerable<Flaw> Check(IEnumerable<SourceText> documents) =>
        from document in documents
        where document.File.EndsWith(".json", StringComparison.Ordinal)
        let found = IdentityText.FindUnseen(document.Text)
        where found is not null
        select new Flaw(
            "text-damaged", document.At(found.Value.At),
            new Wording(
                $"此处有看不见的字符 U+{found.Value.Character.Value:X4}，看上去相同的文字因此不同",
                $"U+{found.Value.Character.Value:X4} stands here, which nobody can see: what looks the same "
                    + "is not"),
            new Wording("删去它；要空格的，用普通空格 U+0020", "remove it; for a blank, write U+0020"));
}

using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// title-silent, status-differs: nobody may take invented numbers for law, and no real document number
/// may stand beside them.
/// </summary>
internal static class Statuses
{
    private static readonly Dictionary<string, (string Zh, string En)> Words = new(StringComparer.Ordinal)
    {
        ["illustrative"] = ("示例", "illustrative"),
        ["template"] = ("模板", "template"),
        ["fixture"] = ("样例", "fixture"),
    };

    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        var status = pack.Manifest?["status"];
        if (status?.Text is { } said && Words.TryGetValue(said, out var words)
            && pack.Manifest?["title"] is { } title)
        {
            foreach (var (language, word) in (
                IEnumerable<(string, string)>)[("zh", words.Zh), ("en", words.En)])
            {
                if (title[language]?.Text?.Contains(word, StringComparison.OrdinalIgnoreCase) == false)
                {
                    yield return Silent(title[language]!.Place, word);
                }
            }
        }

        if (status?.Text == "illustrative" && pack.Manifest?["instrument"] is { IsNull: false } instrument)
        {
            yield return Differs(
                instrument.Place, "自拟的数值不得配真实文件", "invented numbers carry no real instrument");
        }

        foreach (var invented in status?.Text == "official" ? Invented(pack) : [])
        {
            yield return Differs(invented.Place, "正式规则里有自拟的数值", "an official pack has an invented number");
        }
    }

    private static IEnumerable<JsonPiece> Invented(WrittenPack pack) =>
        pack.Tables.SelectMany(table => table.Rows).Select(row => row["provenance"])
            .Concat(pack.Rules.Select(rule => rule.Property(RuleProperties.Provenance)))
            .OfType<JsonPiece>().Where(said => said.Text == Provenance.Illustrative.Text);

    private static Flaw Silent(Place place, string word) => new(
        "title-silent", place,
        new Wording($"名称没有写明\"{word}\"", $"the title does not say \"{word}\""),
        new Wording("在名称里写明，以免被当作正式规则", "say so in the title, so that nobody takes it for law"))
    {
        Severity = Severity.Warning,
    };

    private static Flaw Differs(Place place, string zh, string en) => new(
        "status-differs", place, new Wording(zh, en),
        new Wording("改 status，或改该处", "mend the status, or this"));
}

using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>citation-missing, citation-not-in-law: every number names the article it rests on.</summary>
internal static class Citations
{
    private const string Prefix = "law.md#";

    public static IEnumerable<Flaw> Check(WrittenPack pack) =>
        Missing(pack).Concat(All(pack).SelectMany(cited => NotInLaw(cited, pack.Law)));

    /// <summary>Every citation of rules, tables and cases.</summary>
    public static IEnumerable<JsonPiece> All(WrittenPack pack) =>
        pack.Rules.SelectMany(rule => new[]
            {
                rule.Property(RuleProperties.Citation), rule.Property(RuleProperties.GroupCitation),
            })
            .Concat(pack.Tables.SelectMany(table => table.Rows).Select(row => row["citation"]))
            .Concat(pack.Cases().Select(each => each["citation"]))
            .OfType<JsonPiece>().Where(cited => cited.Text is not null);

    /// <summary>The anchor that a citation names, or the whole of it where it has another form.</summary>
    public static string AnchorOf(string citation) =>
        citation.StartsWith(Prefix, StringComparison.Ordinal) ? citation[Prefix.Length..] : citation;

    /// <summary>How an anchor is cited.</summary>
    public static string Of(string anchor) => Prefix + anchor;

    private static IEnumerable<Flaw> Missing(WrittenPack pack)
    {
        foreach (var rule in pack.Rules.Where(rule => rule.Property(RuleProperties.Citation) is null))
        {
            yield return None(rule.Place, $"规则 \"{rule.Name}\"", $"the rule \"{rule.Name}\"");
        }

        foreach (var table in pack.Tables)
        {
            foreach (var row in table.Rows.Where(row => row["citation"] is not { IsNull: false }
                && table.Cells(row).Any(cell => !cell.Value.IsNull)))
            {
                yield return None(row.Place, $"表 \"{table.Name}\" 的这一行", $"this row of \"{table.Name}\"");
            }
        }
    }

    private static Flaw None(Place place, string zh, string en) => new(
        "citation-missing", place,
        new Wording($"{zh}没有依据", $"{en} cites no article"),
        new Wording("写 \"citation\": \"law.md#锚点\"", "write \"citation\": \"law.md#anchor\""));

    private static IEnumerable<Flaw> NotInLaw(JsonPiece cited, LawText law)
    {
        var text = cited.Text!;
        var anchor = AnchorOf(text);
        if (anchor.Length < text.Length && law.At(anchor) is not null)
        {
            yield break;
        }

        var near = NearMiss.Of(anchor, law.Provisions.Select(provision => provision.Anchor));
        yield return new Flaw(
            "citation-not-in-law", cited.AsRule().At(text.Length - anchor.Length),
            law.Source is null
                ? new Wording("规则包没有 law.md", "the pack has no law.md")
                : new Wording(
                    $"law.md 中没有锚点 \"{Spelling.Shown(anchor)}\"",
                    $"law.md has no anchor \"{Spelling.Shown(anchor)}\""),
            near is null
                ? new Wording(
                    "写成 law.md#锚点，并在 law.md 中写出该条和 {#锚点}",
                    "write law.md#anchor, and give the article in law.md its {#anchor}")
                : new Wording($"是否想写 \"{Prefix}{near}\"？", $"did you mean \"{Prefix}{near}\"?"));
    }
}

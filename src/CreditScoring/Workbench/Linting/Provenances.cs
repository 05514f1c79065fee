using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// not-filled-in, not-confirmed, provenance-missing, value-not-listed: what each number is worth. That
/// numbers are wanting is for the bureau to mend, so it is a notice.
/// </summary>
internal static class Provenances
{
    private static readonly string[] Known = [.. Provenance.All.Select(each => each.Text)];

    public static IEnumerable<Flaw> Check(WrittenPack pack) =>
        pack.Tables.SelectMany(table => table.Rows.SelectMany(row => OfRow(table, row)).Concat(
            Recalled(table.Rows.Select(row => row["provenance"]))).Concat(NotFilledIn(table)))
            .Concat(
                pack.Rules.SelectMany(rule => OfRule(rule).Concat(
                    Recalled([rule.Property(RuleProperties.Provenance)]))));

    /// <summary>One notice for a table: whoever has the text confirms all its rows at once.</summary>
    private static IEnumerable<Flaw> Recalled(IEnumerable<JsonPiece?> said)
    {
        var recalled = said.OfType<JsonPiece>()
            .Where(word => word.Text == Provenance.Recalled.Text).ToArray();
        if (recalled.Length > 0)
        {
            yield return new Flaw(
                "not-confirmed", recalled[0].Place,
                recalled.Length == 1
                    ? new Wording("数值凭记忆写出，待核对原文", "the number is from memory, to be confirmed by the text")
                    : new Wording(
                        $"自此起 {recalled.Length} 行的数值凭记忆写出，待核对原文",
                        $"the numbers of {recalled.Length} rows from here on are from memory, to be "
                            + "confirmed by the text"),
                new Wording("核对后改为 published", "compare with the text, then write published"))
            {
                Severity = Severity.Notice,
            };
        }
    }

    /// <summary>One notice for a column: whoever has the text fills it in at once.</summary>
    private static IEnumerable<Flaw> NotFilledIn(WrittenTable table) =>
        table.Rows.SelectMany(table.Cells).Where(cell => cell.Value.IsNull).GroupBy(cell => cell.Name)
            .Select(cells => (Name: cells.Key, First: cells.First(), Count: cells.Count()))
            .Select(empty => new Flaw(
                "not-filled-in", empty.First.Place,
                empty.Count == 1
                    ? new Wording($"\"{empty.Name}\" 待填写：在此之前无法判定",
                        $"\"{empty.Name}\" is to be filled in: until then nobody can be judged by it")
                    : new Wording($"自此起 {empty.Count} 行的 \"{empty.Name}\" 待填写：在此之前无法据以判定",
                        $"\"{empty.Name}\" of {empty.Count} rows from here on is to be filled in: until then "
                            + "nobody can be judged by them"),
                new Wording("由掌握原文的部门填写，并写明 provenance",
                    "whoever has the instrument fills it in and says its provenance"))
            {
                Severity = Severity.Notice,
            });

    private static IEnumerable<Flaw> OfRow(WrittenTable table, JsonPiece row)
    {
        var said = row["provenance"];
        var filled = table.Cells(row).Any(cell => cell.Value.Number is not null);
        foreach (var flaw in said is null && filled ? [Missing(row.Place)] : OfWord(said))
        {
            yield return flaw;
        }
    }

    private static IEnumerable<Flaw> OfRule(WrittenRule rule)
    {
        var said = rule.Property(RuleProperties.Provenance);
        return said is null && rule.Property(RuleProperties.Citation) is not null
            && rule.Reckoned.FirstOrDefault(each => SaysNumber(each.Value)) is { } number
            ? [Missing(number.Value.Place)] : OfWord(said);
    }

    /// <summary>
    /// Whether a property is a figure of law itself, not arithmetic on one: 0, 1 and 2 are not.
    /// </summary>
    private static bool SaysNumber(JsonPiece piece) =>
        piece.Number is > 2 or < 0
        || (WrittenText.Of(piece)?.Parts().Any(part => part is LiteralNode { Value: NumberLiteral literal }
            && Convert.ToDecimal(
                literal.Value, System.Globalization.CultureInfo.InvariantCulture) > 2) ?? false);

    private static IEnumerable<Flaw> OfWord(JsonPiece? said)
    {
        if (said is null || said.IsNull || said.Text is not { } word)
        {
            yield break;
        }

        if (!Known.Contains(word))
        {
            var near = NearMiss.Of(word, Known);
            yield return new Flaw(
                "value-not-listed", said.Place,
                new Wording($"没有 \"{Spelling.Shown(word)}\" 这种来源",
                    $"there is no provenance \"{Spelling.Shown(word)}\""),
                near is null
                    ? new Wording(
                        $"写 {string.Join("、", Known)} 之一", $"write one of {string.Join(", ", Known)}")
                    : new Wording($"是否想写 \"{near}\"？", $"did you mean \"{near}\"?"));
        }
    }

    private static Flaw Missing(Place place) => new(
        "provenance-missing", place,
        new Wording("没有说明数值的来源", "it is not said where the number comes from"),
        new Wording(
            $"写 \"provenance\"：{string.Join("、", Known[..^1])} 或 {Known[^1]}",
            $"write \"provenance\": {string.Join(", ", Known[..^1])} or {Known[^1]}"))
    {
        Severity = Severity.Warning,
    };
}

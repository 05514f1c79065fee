using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;
using System.Globalization;

namespace CreditScoring.Workbench.Linting;

/// <summary>unit-mismatch: amounts are in yuan, laws speak in units of ten thousand (万元).</summary>
internal static class Units
{
    private const decimal TenThousand = 10_000;

    /// <summary>No fine of law is bounded by less; a smaller figure was meant as so many 万元.</summary>
    private const decimal SmallestBound = 100;

    public static IEnumerable<Flaw> Check(WrittenPack pack) =>
        pack.Rules.SelectMany(rule => rule.Texts().SelectMany(
                text => text.Parts().OfType<BinaryNode>().SelectMany(node => InText(pack, rule, text, node))))
            .Concat(pack.Tables.SelectMany(table => InTable(pack, table)));

    private static IEnumerable<Flaw> InText(
        WrittenPack pack, WrittenRule rule, WrittenText text, BinaryNode node)
    {
        var (left, right) = (UnitOf(pack, node.Left), UnitOf(pack, node.Right));
        var adds = node.Operator.IsComparison() || node.Operator is Operator.Add or Operator.Subtract;
        if (adds && left is not null && right is not null && left != right)
        {
            yield return Found(text.At(node), Severity.Error,
                $"{left} 和 {right} 不能相比、相加", $"{left} and {right} can be neither compared nor added");
        }
        else if (node.Operator.IsComparison())
        {
            var (unit, literal) = left is not null ? (left, node.Right) : (right, node.Left);
            if (unit == "yuan" && Number(literal) is { } number && Doubt(
                pack, number, rule.Property(RuleProperties.Citation)?.Text) is { } severity)
            {
                yield return InYuan(text.At(literal), number, severity);
            }
        }
        else if (left == "yuan" && node.Operator is Operator.Divide or Operator.Multiply && Number(
            node.Right) == TenThousand)
        {
            yield return Found(text.At(node), Severity.Warning,
                "金额已经是元", "amounts are in yuan already");
        }
    }

    private static IEnumerable<Flaw> InTable(WrittenPack pack, WrittenTable table)
    {
        if (Lookups.FieldsBanding(pack, table.Name).Any(
            each => pack.Catalogue.FieldTypeOf(each.Field)?.Unit == "yuan"))
        {
            foreach (var row in table.Rows)
            {
                if (WrittenTable.Bound(row) is { Number: { } number } bound
                    && Doubt(pack, number, row["citation"]?.Text) is { } severity)
                {
                    yield return InYuan(bound.Place, number, severity);
                }
            }
        }
    }

    /// <summary>Sure where the article cited says so many 万元; likely where the amount is tiny.</summary>
    private static Severity? Doubt(WrittenPack pack, decimal number, string? citation)
    {
        var written = number.ToString("0.####", CultureInfo.InvariantCulture);
        var article = citation is null ? null : pack.Law.At(Citations.AnchorOf(citation))?.Words;
        return article is not null && number > 0 && SaysTenThousands(article, written) ? Severity.Error
            : number is > 0 and < SmallestBound ? Severity.Warning : null;
    }

    private static bool SaysTenThousands(string article, string written)
    {
        foreach (var unit in (ReadOnlySpan<string>)[" 万元", "万元", " 万", "万"])
        {
            var at = article.IndexOf(written + unit, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !char.IsAsciiDigit(article[at - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static string? UnitOf(WrittenPack pack, Node node) => node switch
    {
        MemberNode { Name: "Value" } value => UnitOf(pack, value.Target),
        MemberNode member => pack.Catalogue.FieldTypeOf(member.Name)?.Unit,
        BinaryNode { Operator: Operator.Coalesce } either => UnitOf(pack, either.Left),
        _ => null,
    };

    private static decimal? Number(Node node) => node is LiteralNode { Value: NumberLiteral number }
        ? Convert.ToDecimal(number.Value, CultureInfo.InvariantCulture) : null;

    private static Flaw InYuan(Place place, decimal number, Severity severity) => Found(
        place, severity,
        $"金额以元为单位，这里只有 {number:0.####} 元", $"amounts are in yuan; this is only {number:0.####} yuan");

    private static Flaw Found(Place place, Severity severity, string zh, string en) => new(
        "unit-mismatch", place, new Wording(zh, en),
        new Wording("一律用元：10 万元写 100000", "write yuan throughout: 10 万元 is 100000"))
    {
        Severity = severity,
    };
}

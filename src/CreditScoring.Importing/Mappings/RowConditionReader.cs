using CreditScoring.Documents;

namespace CreditScoring.Importing.Mappings;

/// <summary>The conditions of <c>where</c>.</summary>
internal static class RowConditionReader
{
    private static readonly (string Name, bool IsPart, bool IsNot)[] Ways =
    [
        ("is", false, false), ("isNot", false, true), ("contains", true, false), ("containsNot", true, true),
    ];

    public static IReadOnlyList<RowCondition> Read(ObjectReader owner, ICollection<Flaw> flaws) =>
        [.. owner.List("where").SelectMany(piece => Read(piece, flaws))];

    private static IReadOnlyList<RowCondition> Read(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        var column = reader.RequireText("column");
        var conditions = Ways.Where(way => reader.Any(way.Name) is not null)
            .Select(way => new RowCondition(column ?? "", reader.Texts(way.Name), way.IsPart, way.IsNot))
            .ToArray();
        reader.Close();
        if (conditions.Length == 0)
        {
            flaws.Add(new Flaw(
                "property-missing", piece.Place,
                new Wording(
                    "没有说该列应当怎样", "does not say what the column has to be"),
                new Wording(
                    "写 is、isNot、contains 或 containsNot，如 \"is\": [\"不合格\"]",
                    "write is, isNot, contains or containsNot, such as \"is\": [\"不合格\"]")));
        }

        return column is null ? [] : conditions;
    }
}

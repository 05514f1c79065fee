using CreditScoring.Documents;

namespace CreditScoring.Workbench.Written;

/// <summary>A table as its author wrote it.</summary>
internal sealed record WrittenTable(string Name, JsonPiece Piece)
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "from", "until", "upTo", "below", "citation", "provenance",
    };

    public IReadOnlyList<string> Key { get; } =
        [.. (Piece["key"]?.Items ?? []).Select(item => item.Text).OfType<string>()];

    public IReadOnlyList<JsonPiece> Rows { get; } =
        [.. (Piece["rows"]?.Items ?? []).Where(row => row.Kind == JsonKind.Object)];

    /// <summary>Whether rows are told apart by a number too.</summary>
    public bool Banded => Rows.Any(row => Bound(row) is not null);

    /// <summary>Rows that can be found by the same key.</summary>
    public IEnumerable<IGrouping<string, JsonPiece>> Groups => Rows.GroupBy(KeyOf);

    /// <summary>The cells of a row: neither key, nor days, bands, citation.</summary>
    public IEnumerable<JsonProperty> Cells(JsonPiece row) =>
        row.Properties.Where(cell => !Reserved.Contains(cell.Name) && !Key.Contains(cell.Name));

    public string KeyOf(JsonPiece row) =>
        string.Join('|', Key.Select(name => FormattableString.Invariant($"{row[name]?.Value}")));

    public static JsonPiece? Bound(JsonPiece row) =>
        row["upTo"] is { Number: not null } upTo ? upTo
            : row["below"] is { Number: not null } below ? below : null;

    public static DateOnly From(JsonPiece row) => Day(row["from"]) ?? DateOnly.MinValue;

    public static DateOnly Until(JsonPiece row) => Day(row["until"]) ?? DateOnly.MaxValue;

    /// <summary>Whether two rows are the law on one and the same day.</summary>
    public static bool Meet(JsonPiece one, JsonPiece other) =>
        From(one) < Until(other) && From(other) < Until(one);

    private static DateOnly? Day(JsonPiece? piece) => piece is null ? null : ObjectReader.DateOf(piece);
}

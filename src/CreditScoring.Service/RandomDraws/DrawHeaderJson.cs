using CreditScoring.Documents;
using CreditScoring.Draws;
using Newtonsoft.Json;

namespace CreditScoring.Service.RandomDraws;

/// <summary>What is drawn and from which list, as the record keeps it.</summary>
internal static class DrawHeaderJson
{
    public static string Text(DrawHeader header) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.Property("number", header.Number);
        json.Property("title", header.Title);
        json.Property("profile", header.Profile);
        json.Property("regime", header.Regime);
        json.Property("region", header.Region);
        json.Property("visitsFrom", header.Visits?.From);
        json.Property("visitsTo", header.Visits?.To);
        json.Property("inspectorsAt", (decimal?)header.InspectorsAt);
        json.Property("madeOn", header.MadeOn);
        json.Property("book", header.Book);
        json.Property("list", $"{header.List}");
        json.Property("listed", (decimal?)header.Listed);
        Counts(json, "strata", header.Strata);
        Counts(json, "excluded", header.Excluded);
        json.WriteEndObject();
    });

    /// <returns>Null: it cannot be read.</returns>
    public static DrawHeader? Read(SourceText source)
    {
        var flaws = new List<Flaw>();
        if (JsonDocumentReader.Read(source, out _) is not { } piece)
        {
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var (from, to) = (reader.Date("visitsFrom"), reader.Date("visitsTo"));
        Digest.TryParse(reader.RequireText("list") ?? "", out var list);
        var header = new DrawHeader(
            reader.RequireText("number") ?? "", reader.RequireText("title") ?? "",
            reader.RequireText("profile") ?? "", reader.RequireText("regime") ?? "",
            reader.Text("region") ?? "", from is { } first && to is { } last ? new Visits(first, last) : null,
            (long?)reader.Number("inspectorsAt"), reader.RequireDate("madeOn") ?? default,
            reader.RequireText("book") ?? "", list, (int)(reader.Number("listed") ?? 0),
            Counts(piece["strata"]), Counts(piece["excluded"]));
        return flaws.Count == 0 ? header : null;
    }

    private static void Counts(JsonTextWriter json, string name, IReadOnlyDictionary<string, int> counts)
    {
        json.WritePropertyName(name);
        json.WriteStartObject();
        foreach (var (of, count) in counts)
        {
            json.Property(of, (decimal?)count);
        }

        json.WriteEndObject();
    }

    private static SortedDictionary<string, int> Counts(JsonPiece? piece) => new(
        piece?.Properties.ToDictionary(each => each.Name, each => (int)(each.Value.Number ?? 0)) ?? [],
        StringComparer.Ordinal);
}

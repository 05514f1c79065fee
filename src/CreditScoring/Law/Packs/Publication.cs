using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>
/// How two engines came out over the cases of a pack when it was published; neither contradicted.
/// </summary>
/// <param name="Engine">The second engine and its version.</param>
/// <param name="Same">Evaluations in which both came to the same.</param>
/// <param name="NoAnswer">Evaluations in which the second had no answer.</param>
public sealed record EngineAgreement(string Engine, long Same, long NoAnswer);

/// <summary>That a pack was published (公布): the day, and the hash of what was published.</summary>
public sealed record Publication(DateOnly On, string Hash)
{
    /// <summary>Null: it was published before a second engine was asked.</summary>
    public EngineAgreement? SecondOpinion { get; init; }

    internal Place HashPlace { get; private init; }

    /// <summary>The publication of a pack as it is now.</summary>
    public static Publication Of(PackFiles pack, DateOnly on) => new(on, pack.Hash());

    public static Publication? Read(SourceText source, ICollection<Flaw> flaws)
    {
        if (JsonDocumentReader.Read(source, out var broken) is not { } piece)
        {
            flaws.Add(broken!);
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var on = reader.RequireDate("publishedOn");
        var hash = reader.RequireText("hash");
        var engines = Agreement(reader.Any("secondOpinion"), flaws);
        reader.Close();
        return on is null || hash is null ? null
            : new Publication(on.Value, hash) { HashPlace = piece["hash"]!.Place, SecondOpinion = engines };
    }

    private static EngineAgreement? Agreement(JsonPiece? piece, ICollection<Flaw> flaws)
    {
        if (piece is not { IsNull: false })
        {
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var (engine, same, noAnswer) = (
            reader.RequireText("engine"), reader.Any("same"), reader.Any("noAnswer"));
        reader.Close();
        return engine is null ? null : new EngineAgreement(
            engine, (long)(same?.Number ?? 0), (long)(noAnswer?.Number ?? 0));
    }

    public string Json(string schema) => JsonText.Of(
        json =>
        {
            json.WriteStartObject();
            json.Property("$schema", schema);
            json.Property("publishedOn", On);
            json.Property("hash", Hash);
            if (SecondOpinion is { } engines)
            {
                json.WritePropertyName("secondOpinion");
                json.WriteStartObject();
                json.Property("engine", engines.Engine);
                json.Property("same", (decimal)engines.Same);
                json.Property("noAnswer", (decimal)engines.NoAnswer);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        },
        indented: true) + "\n";
}

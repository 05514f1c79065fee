using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Law.Linting;

/// <summary>That a pack was published (公布): the day, and the hash of what was published.</summary>
public sealed record Publication(DateOnly On, string Hash)
{
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
        reader.Close();
        return on is null || hash is null ? null
            : new Publication(on.Value, hash) { HashPlace = piece["hash"]!.Place };
    }

    public string Json(string schema) => JsonText.Of(
        json =>
        {
            json.WriteStartObject();
            json.Property("$schema", schema);
            json.Property("publishedOn", On);
            json.Property("hash", Hash);
            json.WriteEndObject();
        },
        indented: true) + "\n";
}

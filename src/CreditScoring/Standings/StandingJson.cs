using CreditScoring.Documents;
using CreditScoring.Law.Books;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>A standing as the JSON that the command line and HTTP answer (architecture.md).</summary>
public static class StandingJson
{
    private static readonly JsonShape<AskedStanding> Head = new([.. StandingShape.Head]);
    private static readonly JsonShape<AskedStanding> Rest = new([.. StandingShape.Rest]);

    /// <param name="revision">What was posted so far; null: there is no record, and it is left out.</param>
    /// <param name="knownAt">The instant as known at which; null: now.</param>
    /// <param name="book">By which it was reached; null: said around it, or nowhere.</param>
    public static void Write(
        JsonTextWriter json, Standing standing, int? revision = null, string? knownAt = null,
        RuleBook? book = null)
    {
        json.WriteStartObject();
        WriteHead(json, standing, revision, knownAt);
        if (book is not null)
        {
            WriteBasis(json, book.Hash, $"{book.Mode}");
        }

        WriteRest(json, standing);
        json.WriteEndObject();
    }

    /// <summary>Who stands where and on what day: what a record keeps in columns of its own.</summary>
    public static void WriteHead(JsonTextWriter json, Standing standing, int? revision, string? knownAt) =>
        Head.WriteMembers(json, new AskedStanding(standing, revision, knownAt));

    /// <summary>By which rules and which engines standings were reached.</summary>
    /// <param name="engines">Null: it was not kept.</param>
    public static void WriteBasis(JsonTextWriter json, string? book, string? engines)
    {
        json.Property("book", book);
        json.Property("secondOpinion", engines);
    }

    /// <summary>What is the same on every day until the standing changes.</summary>
    public static void WriteRest(JsonTextWriter json, Standing standing) =>
        Rest.WriteMembers(json, new AskedStanding(standing, null, null));
}

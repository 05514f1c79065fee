using CreditScoring.Documents;
using CreditScoring.Law.Books;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>A standing as the JSON that the command line and HTTP answer (architecture.md).</summary>
public static class StandingJson
{
    private static readonly JsonShape<AskedStanding> Head = new("StandingHead", [.. StandingShape.Head]);
    private static readonly JsonShape<AskedStanding> Rest = new("StandingRest", [.. StandingShape.Rest]);

    private static readonly JsonShape<AskedStanding> Whole = new(
        "Standing",
        [
            .. StandingShape.Head,
            .. JudgedBy.Members.Select(member =>
                member.Within<AskedStanding>(each => each.By!, each => each.By is null)),
            .. StandingShape.Rest,
        ]);

    /// <summary>All that a standing may say.</summary>
    public static JsonShape Shape => Whole;

    /// <param name="revision">What was posted so far; null: there is no record, and it is left out.</param>
    /// <param name="knownAt">The instant as known at which; null: now.</param>
    /// <param name="book">By which it was reached; null: said around it, or nowhere.</param>
    public static void Write(
        JsonTextWriter json, Standing standing, int? revision = null, string? knownAt = null,
        RuleBook? book = null) =>
        Whole.Write(json, new AskedStanding(
            standing, revision, knownAt, book is null ? null : JudgedBy.Of(book)));

    /// <summary>Who stands where and on what day: what a record keeps in columns of its own.</summary>
    public static void WriteHead(JsonTextWriter json, Standing standing, int? revision) =>
        Head.WriteMembers(json, new AskedStanding(standing, revision));

    /// <summary>What is the same on every day until the standing changes.</summary>
    public static void WriteRest(JsonTextWriter json, Standing standing) =>
        Rest.WriteMembers(json, new AskedStanding(standing));
}

using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Cases;

/// <summary>unknown-property: what a case expects must be something that a standing has.</summary>
internal static class StandingNames
{
    /// <summary>
    /// What became of requests for repair: not of the standing, and asked for by cases alone.
    /// </summary>
    internal const string Repairs = "repairs";

    internal const string Flaws = "flaws";

    /// <summary>What a standing has (architecture.md).</summary>
    internal static readonly string[] Standing =
    [
        "subject", "kind", "regime", "pack", "status", "on", "knownAt", "revision", "points", "measures",
        "tier", "tierRule", "lockedUntil", "frequency", "duties", "steps", "changesOn", "entries", Flaws,
        Repairs,
    ];

    /// <summary>What its parts have.</summary>
    internal static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["frequency"] =
            [.. FrequencyField.All.Select(field => field.Name)],
        ["duties"] = ["duty", "of", "event", "opens", "due", "state", "flaw"],
        [Repairs] = ["request", "meetsConditions", "granted", "decision"],
        ["steps"] = ["step", "since", "until"],
        ["entries"] = ["id", "event", "rule", "points", "from", "lapsesOn", "citation"],
        [Flaws] = ["flaw", "severity", "file", "line", "column", "what", "mend"],
    };

    /// <summary>
    /// What one <c>expect</c>, or one item of <c>expectEach</c>, names and no standing has.
    /// </summary>
    public static IEnumerable<Flaw> Check(JsonPiece expected) =>
        Unknown(expected, Standing).Concat(Parts.SelectMany(part => Within(expected[part.Key], part.Value)));

    private static IEnumerable<Flaw> Within(JsonPiece? part, string[] known) =>
        part is null ? [] : Unknown(part, known).Concat(part.Items.SelectMany(item => Unknown(item, known)));

    private static IEnumerable<Flaw> Unknown(JsonPiece piece, string[] known) =>
        piece.Properties.Where(each => !known.Contains(each.Name)).Select(each => new Flaw(
            "unknown-property", each.Place,
            new Wording($"结果中没有 \"{each.Name}\"", $"a standing has no \"{each.Name}\""),
            NearMiss.Of(each.Name, known) is { } near
                ? new Wording($"是否想写 \"{near}\"？", $"did you mean \"{near}\"?")
                : new Wording("删去它", "remove it")));
}

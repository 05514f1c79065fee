using CreditScoring.Documents;
using CreditScoring.Standings;

namespace CreditScoring.Workbench.Cases;

/// <summary>unknown-property: what a case expects must be something that a standing has.</summary>
internal static class StandingNames
{
    /// <summary>
    /// What became of requests for repair: not of the standing, and asked for by cases alone.
    /// </summary>
    internal const string Repairs = "repairs";

    internal const string Flaws = "flaws";

    /// <summary>What a request for repair came to, as a case may expect it.</summary>
    internal static readonly JsonShape<RepairAnswer> Repair = new(
        "RepairInCase",
        [
            .. ExplanationShape.RepairHead.Where(member => member.Name is not ("on" or "decidedOn")),
            new("unmet", "不符合的条件（规则名）", "the conditions that do not hold, by name", Unmet),
        ]);

    /// <summary>All of them in the order of the rule, so that a case can say that there is no other.
    /// </summary>
    private static string Unmet(RepairAnswer answer) => string.Join(
        ", ", answer.Wanting.Select(each => each.Account.Rule));

    /// <summary>What a standing has.</summary>
    internal static readonly string[] Standing =
        [.. StandingShape.All.Select(member => member.Name), Repairs];

    /// <summary>What its parts have.</summary>
    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Parts = StandingShape.All
        .Select(member => KeyValuePair.Create<string, IReadOnlyList<string>>(member.Name, [.. member.Parts]))
        .Where(member => member.Value.Count > 0)
        .Append(KeyValuePair.Create<string, IReadOnlyList<string>>(Repairs, [.. Repair.MemberNames]))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>
    /// What one <c>expect</c>, or one item of <c>expectEach</c>, names and no standing has.
    /// </summary>
    public static IEnumerable<Flaw> Check(JsonPiece expected) =>
        Unknown(expected, Standing).Concat(Parts.SelectMany(part => Within(expected[part.Key], part.Value)));

    private static IEnumerable<Flaw> Within(JsonPiece? part, IReadOnlyList<string> known) =>
        part is null ? [] : CaseComparison.Only(part) is { } only ? Within(only, known)
            : Unknown(part, known).Concat(part.Items.SelectMany(item => Unknown(item, known)));

    private static IEnumerable<Flaw> Unknown(JsonPiece piece, IReadOnlyList<string> known) =>
        piece.Properties.Where(each => !known.Contains(each.Name)).Select(each => new Flaw(
            "unknown-property", each.Place,
            new Wording($"结果中没有 \"{each.Name}\"", $"a standing has no \"{each.Name}\""),
            NearMiss.Of(each.Name, known) is { } near
                ? new Wording($"是否想写 \"{near}\"？", $"did you mean \"{near}\"?")
                : new Wording("删去它", "remove it")));
}

using System.Collections.Concurrent;
using CreditScoring.Events;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Books;

/// <summary>
/// Which kinds of events make a difference in a regime. Most events of a file are none of its business, and
/// a day on which only such events are taken in ends as if they had not been sent.
/// </summary>
/// <param name="versions">Of the regime.</param>
internal sealed class Attention(IReadOnlyList<RulePack> versions)
{
    /// <summary>Of which the walk itself makes something, whatever the rules say.</summary>
    private static readonly HashSet<string> Always =
    [
        SubjectView.ProfileKind, RaisedKinds.RepairRequest, RaisedKinds.RepairDecision,
        RaisedKinds.RequestTaken, RaisedKinds.RepairRevoked,
    ];

    private readonly HashSet<string>? lookedAt = LookedAt(versions);
    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    public bool Heeds(EventKind kind) =>
        known.TryGetValue(kind.Name, out var heeds) ? heeds : known[kind.Name] = Reckoned(kind);

    private bool Reckoned(EventKind kind) =>
        kind.Raised || lookedAt is null || lookedAt.Contains(kind.Name) || Always.Contains(kind.Name)
        || versions.Any(pack =>
            pack.PointsFor.Of(kind.Name).Count > 0 || pack.DutiesFor.Of(kind.Name).Count > 0);

    /// <returns>Null: a text may look at events of any kind.</returns>
    private static HashSet<string>? LookedAt(IReadOnlyList<RulePack> versions)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var formula in versions.SelectMany(pack => pack.Formulas))
        {
            if (formula.KindsLookedAt is not { } kinds)
            {
                return null;
            }

            all.UnionWith(kinds);
        }

        return all;
    }
}

using CreditScoring.Law.Scenes;
using CreditScoring.Service.Ports;
using CreditScoring.Standings;

namespace CreditScoring.Service.Work;

/// <summary>The duties of a file that lists look for: those that are open or were missed.</summary>
internal static class StandingDuties
{
    /// <param name="before">How the file stood when last assessed; null: it is new.</param>
    /// <param name="now">How it stands.</param>
    /// <param name="kept">The same as it will be kept.</param>
    /// <returns>Null: they are as they were, and nothing need be written.</returns>
    public static IReadOnlyList<KeptDuty>? Changed(
        KeptFile? before, IEnumerable<Standing> now, IReadOnlyList<KeptStanding> kept)
    {
        var duties = now.SelectMany(standing => standing.Duties
            .Select((duty, at) => (duty, at)).Where(each => each.duty.State != DutyState.Fulfilled)
            .Select(each => new KeptDuty(
                standing.Regime, each.at, each.duty.Name, each.duty.Of, each.duty.Happened.Event.Id,
                each.duty.Opens, each.duty.Due, each.duty.StateName))).ToList();
        // What was kept of a standing says all of its duties: where it is the same, so are they.
        var same = before is { Listed: true } && before.Standings.Count == kept.Count
            && before.Standings.Zip(kept).All(pair =>
                (pair.First.Regime, pair.First.Region, pair.First.Rest)
                == (pair.Second.Regime, pair.Second.Region, pair.Second.Rest));
        return same || (duties.Count == 0 && before?.Standings.All(HasNone) != false) ? null : duties;
    }

    private static bool HasNone(KeptStanding standing) =>
        standing.Rest.Contains("\"duties\":[]", StringComparison.Ordinal);
}

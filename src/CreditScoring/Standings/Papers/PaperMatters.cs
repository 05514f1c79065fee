using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings.Papers;

/// <summary>What papers are written about: all of a standing, an entry each, or a request each.</summary>
internal sealed class PaperMatters(
    CreditFile file, Regime regime, Explanation explained, string? partyName, PaperTemplate template)
{
    private readonly PaperMatter all = new(explained, partyName, template);

    /// <summary>Of the file as it is known; every paper about an entry looks at them.</summary>
    private readonly Lazy<Nights> nights = NightsOf(file, regime);

    /// <returns>Each with the event that it is about; null: with all of the standing.</returns>
    public IEnumerable<(PaperMatter Matter, Happening? About)> Of() => template.Kind switch
    {
        // Where nothing is held against the party and nothing is to be done, there is no matter to tell.
        PaperKind.Standing => all.Standing.Entries.Count == 0 && all.Each("义务") is [] ? [] : [(all, null)],
        PaperKind.RepairTerms =>
        [
            .. all.Standing.Entries.Where(entry => !IsAsked(entry.Happened.Matter) && !IsLeftOut(entry))
                .Select(entry => Terms(all, entry, nights)),
            .. Awaiting(),
        ],
        // A decision that was taken back and the one that took its place are two papers.
        _ => explained.Repairs
            .SelectMany<RepairAnswer, RepairAnswer?>(each => [each.Before, each]).OfType<RepairAnswer>()
            .Where(IsAnswered)
            .Select(each => (all with { Request = each }, (Happening?)(each.Request.ActsOn ?? each.Request))),
    };

    private bool IsLeftOut(Entry entry) => template.LeftOut.Any(each => each.Name == entry.Rule);

    /// <summary>Whether a request was answered as the paper puts in writing.</summary>
    private bool IsAnswered(RepairAnswer answer) => template.Kind switch
    {
        PaperKind.RequestNotTaken => answer.TurnedAway is not null,
        PaperKind.RepairTakenBack => answer.TakenBack is not null,
        _ => answer.Decision is not null && answer.TakenBack is null
            && answer.Granted == (template.Kind == PaperKind.RepairGranted),
    };

    /// <summary>
    /// The terms go out with the decision, before the day from which it has its effect: what it will come to
    /// is reckoned as if that were the day of the paper, and no day of it is told.
    /// </summary>
    private IEnumerable<(PaperMatter Matter, Happening? About)> Awaiting()
    {
        if (template.Awaited is not { } awaited)
        {
            return [];
        }

        var waiting = explained.Events.Select(each => each.Happening)
            .Where(each => awaited.IsMissing(each.Event) && IsStillDue(awaited, each) && !IsAsked(each))
            .Select(each => each.Event.Id).ToHashSet();
        if (waiting.Count == 0)
        {
            return [];
        }

        var come = file with
        {
            Events = [.. file.Events.Select(each => waiting.Contains(each.Id)
                ? awaited.Filled(each, explained.Standing.On) : each)],
        };
        var known = NightsOf(come, regime);
        var then = new PaperMatter(
            Explaining.Of(come, regime, explained.Standing.On), partyName, template) { IsForeseen = true };
        return then.Standing.Entries.Where(
            entry => waiting.Contains(entry.Happened.Event.Id) && !IsLeftOut(entry))
            .Select(entry => Terms(then, entry, known));
    }

    /// <summary>Whether the duty to bring the day about is open; where none is named, always.</summary>
    private bool IsStillDue(AwaitedDay awaited, Happening happening) => awaited.Duty is not { } name
        || explained.Standing.Duties.Any(duty => duty.Name == name && duty.Happened == happening
            && duty.State == DutyState.Open);

    private (PaperMatter Matter, Happening? About) Terms(
        PaperMatter matter, Entry entry, Lazy<Nights> known) => (
        matter with
        {
            Entry = entry,
            Foreseen = template.Request is not { } request ? null : new Lazy<RepairProspect>(() =>
                Explaining.Prospect(
                    known.Value, entry, request, [.. template.Assumed.Select(each => each.Name)],
                    explained.Standing.On)),
        },
        entry.Happened);

    private static Lazy<Nights> NightsOf(CreditFile file, Regime regime) =>
        new(() => new Nights(file, regime));

    /// <summary>Whether a request about it waits for the decision, or was granted.</summary>
    private bool IsAsked(Happening about) => explained.Repairs.Any(each => each.Request.ActsOn == about
        && (each.IsPending || each is { Granted: true, TakenBack: null }));
}

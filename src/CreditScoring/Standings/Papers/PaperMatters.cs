using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings.Papers;

/// <summary>What papers are written about: all of a standing, an entry each, or a request each.</summary>
internal sealed class PaperMatters(CreditFile file, Regime regime, Explanation explained, string? partyName)
{
    private readonly PaperMatter all = new(explained, partyName);

    /// <returns>Each with the event that it is about; null: with all of the standing.</returns>
    public IEnumerable<(PaperMatter Matter, Happening? About)> Of(PaperTemplate template) =>
        template.Kind switch
    {
        // Where nothing is held against the party and nothing is to be done, there is no matter to tell.
        PaperKind.Standing => all.Standing.Entries.Count == 0 && all.Each("义务") is [] ? [] : [(all, null)],
        PaperKind.RepairTerms =>
        [
            .. all.Standing.Entries.Where(entry => !IsAsked(entry)).Select(
                entry => Terms(all, entry, template, file)),
            .. Awaiting(template),
        ],
        _ => explained.Repairs
            .Where(each => each.Decision is not null && each.TakenBack is null
                && each.Granted == (template.Kind == PaperKind.RepairGranted))
            .Select(each => (all with { Request = each }, (Happening?)(each.Request.ActsOn ?? each.Request))),
    };

    /// <summary>
    /// The terms go out with the decision, before the day from which it has its effect: what it will come to
    /// is reckoned as if that were the day of the paper, and no day of it is told.
    /// </summary>
    private IEnumerable<(PaperMatter Matter, Happening? About)> Awaiting(PaperTemplate template)
    {
        if (template.Awaited is not { } awaited)
        {
            return [];
        }

        var waiting = explained.Events.Select(each => each.Happening.Event).Where(awaited.IsMissing)
            .Select(each => each.Id).ToHashSet();
        if (waiting.Count == 0)
        {
            return [];
        }

        var come = file with
        {
            Events = [.. file.Events.Select(each => waiting.Contains(each.Id)
                ? awaited.Filled(each, explained.Standing.On) : each)],
        };
        var then = new PaperMatter(Explaining.Of(come, regime, explained.Standing.On), partyName)
        {
            IsForeseen = true,
        };
        return then.Standing.Entries.Where(entry => waiting.Contains(entry.Happened.Event.Id))
            .Select(entry => Terms(then, entry, template, come));
    }

    private (PaperMatter Matter, Happening? About) Terms(
        PaperMatter matter, Entry entry, PaperTemplate template, CreditFile known) => (
        matter with
        {
            Entry = entry,
            Prospect = template.Request is { } request
                ? Explaining.Prospect(known, regime, entry, request) : RepairProspect.Unknown,
        },
        entry.Happened);

    /// <summary>Whether a request about it waits for the decision.</summary>
    private bool IsAsked(Entry entry) => explained.Repairs.Any(each =>
        each.IsPending && each.Request.ActsOn == entry.Happened.Matter);
}

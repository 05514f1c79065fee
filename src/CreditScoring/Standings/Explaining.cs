using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// Explains a standing: the file is put in order and walked once before a listener; what lies ahead is
/// looked at from there.
/// </summary>
public static class Explaining
{
    public static Explanation Of(CreditFile file, Regime regime, DateOnly on)
    {
        var listener = new Minutes();
        var heard = Hear(file, regime, on, listener, walk => walk.Testify(on));

        // What only the listener asked may have broken off the walk; the standing does not hang on it.
        var ahead = heard.Ahead ?? Foresight.From(file, regime, on);
        var standing = (ahead?.Judgement(on) ?? Judge.Of(file, regime, on)).Standing;
        var events = listener.Events(standing, heard.Register);
        var manifest = regime.On(on)?.Manifest;
        return new Explanation(standing)
        {
            Title = manifest?.Title ?? regime.Versions[^1].Manifest.Title,
            Manifest = manifest,
            SubjectKind = regime.SubjectKind(file.Subject),
            RuleTitles = Titles(listener),
            Flaws = heard.BrokeOff is not { } flaw || standing.Flaws.Contains(flaw) ? [] : [flaw],
            Events = events,
            Factors = listener.Factors,
            Duties = listener.Duties(standing),
            Steps = listener.Steps(standing),
            Measures = listener.Measures,
            Rungs = listener.Rungs,
            Frequency = listener.Frequency,
            Repairs = [.. listener.Answers().Select(answer => answer.MeetsConditions ? answer
                : ahead?.WithFirstDay(answer, on) ?? answer with { Flaw = heard.BrokeOff })],
            Outlook = ahead?.Outlook(standing) ?? Outlook.Nothing,
            Provisions = Provisions(regime, on, listener, events),
        };
    }

    /// <summary>
    /// When a request for repair of an entry would first be granted, if nothing else happens than what the
    /// file has.
    /// </summary>
    /// <param name="nights">Of the file, which those who ask of many entries share.</param>
    /// <param name="request">Its kind and what it says; on which day it is made is tried.</param>
    /// <param name="assumed">Conditions that are taken to be met, by their names.</param>
    /// <param name="on">The day of which it is told.</param>
    internal static RepairProspect Prospect(
        Nights nights, Entry entry, RegulatoryEvent request, IReadOnlyCollection<string> assumed,
        DateOnly on) =>
        Foresight.From(nights, entry.From)?.Prospect(
            new Happening(request, entry.From) { ActsOn = entry.Happened.Matter }, entry, assumed, on)
        ?? RepairProspect.Unknown;

    /// <summary>What became of the requests for repair, without the days to come.</summary>
    public static IReadOnlyList<RepairAnswer> Repairs(CreditFile file, Regime regime, DateOnly on)
    {
        var listener = new Minutes();
        Hear(file, regime, on, listener, _ => { });
        return [.. listener.Answers()];
    }

    /// <summary>
    /// Why the subject does not stand in a tier: every rung that would give it, with the values of its
    /// conditions. Empty: the regime has no such tier.
    /// </summary>
    public static IReadOnlyList<RuleAccount> WhyNot(CreditFile file, Regime regime, DateOnly on, string tier)
    {
        var listener = new Minutes();
        Hear(file, regime, on, listener, walk => walk.TestifyOf(tier, on));
        return listener.Rungs;
    }

    /// <summary>Walks before the listener to the end of a day.</summary>
    private static Heard Hear(
        CreditFile file, Regime regime, DateOnly on, Minutes listener, Action<Walk> testify)
    {
        Foresight? ahead = null;
        EntryBook? register = null;
        try
        {
            var order = LawDayOrder.Of(file, regime);
            var walk = new Walk(regime, file.Subject, order, listener: listener);
            walk.To(on);
            ahead = Foresight.At(walk, order);
            testify(walk);
            register = walk.State.Register;
            return new Heard(ahead, register, null);
        }
        catch (CannotBeJudged why)
        {
            // What was judged up to there is still worth showing.
            return new Heard(ahead, register, StandingFlaws.CannotJudge(why, on));
        }
    }

    /// <param name="Ahead">Looks on from the end of the day; null: the walk did not come there.</param>
    /// <param name="Register">The entries at the end of the day; null: it was not told whole.</param>
    /// <param name="BrokeOff">Why it was not.</param>
    private sealed record Heard(Foresight? Ahead, EntryBook? Register, Flaw? BrokeOff);

    private static Dictionary<string, Wording> Titles(Minutes listener)
    {
        var titles = new Dictionary<string, Wording>(StringComparer.Ordinal);
        foreach (var rule in listener.Rules)
        {
            if (rule.Title is { } title)
            {
                titles[rule.Rule] = title;
            }
        }

        foreach (var rule in listener.OfLaterVersions.Select(each => each.Rule))
        {
            if (rule.Title is { } title)
            {
                titles.TryAdd(rule.Name, title);
            }
        }

        return titles;
    }

    /// <summary>
    /// What the citations say: in the version of the day, else in the latest that knows them.
    /// </summary>
    private static Dictionary<string, Provision> Provisions(
        Regime regime, DateOnly on, Minutes listener, IReadOnlyList<EventAccount> events)
    {
        var packs = regime.Versions.Reverse().Where(pack => pack.Manifest.InForceFrom <= on).ToArray();
        var found = new Dictionary<string, Provision>(StringComparer.Ordinal);
        foreach (var citation in listener.Rules.Where(rule => rule.Holds).Select(rule => rule.Citation)
            .Concat(events.SelectMany(each => each.Entries).Select(entry => entry.Citation))
            .Concat(listener.OfLaterVersions.Select(each => each.Entry.Citation)).OfType<string>())
        {
            if (packs.Select(pack => pack.Law.Find(citation)).FirstOrDefault(
                found => found is not null) is { } provision)
            {
                found[citation] = provision;
            }
        }

        return found;
    }
}

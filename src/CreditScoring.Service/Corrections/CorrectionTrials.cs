using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Standings;

namespace CreditScoring.Service.Corrections;

/// <summary>What a correction would do if it were confirmed now; nothing of it is kept.</summary>
/// <param name="Book">By which it was judged.</param>
/// <param name="Target">The event that it corrects.</param>
/// <param name="Reading">Of the mending event, by the catalogue of today.</param>
/// <param name="Flaws">Why that would be turned away; empty: it would come in.</param>
/// <param name="Subjects">All in whose files it acts.</param>
public sealed record Trial(
    RuleBook Book, RegulatoryEvent Target, EventReading Reading, IReadOnlyList<Flaw> Flaws,
    IReadOnlyList<Subject> Subjects)
{
    /// <summary>The target with its amendments taken in.</summary>
    public required RegulatoryEvent Present { get; init; }

    /// <summary>Whether an event such as the target can be corrected so.</summary>
    public required bool IsFit { get; init; }

    /// <summary>By subject and regime; empty where it would be turned away.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Those on one subject: an act is of its region, and tells nothing of other regions.</summary>
    public IReadOnlyList<Effect> EffectsOn(Subject subject) =>
        [.. Effects.Where(each => each.Subject == subject)];
}

/// <summary>
/// Tries corrections before they harm anybody: the event at the door of the inbox, and the files of all
/// whom it concerns without it and with it.
/// </summary>
public sealed class CorrectionTrials(
    IRecordQuestions record, SubjectQuestions questions, TimeProvider clock)
{
    /// <param name="text">The mending event.</param>
    /// <param name="sender">As whom it would be handed in.</param>
    /// <returns>Null: the file has no such target.</returns>
    public async Task<Trial?> OfAsync(Subject subject, EventId target, string text, Sender sender)
    {
        // Who mends sees whole what is mended.
        var view = await questions.OpenAsync(subject, null, Sight.Whole);
        if (view.Events.FirstOrDefault(each => each.Id == target) is not { } found)
        {
            return null;
        }

        var (catalogue, today) = (view.Book.Catalogue, clock.Today());
        var arrival = new Arrival(new EventReader(catalogue).Read(new SourceText("correction", text)))
        {
            // As it will be once another person has confirmed it.
            Sender = sender, IsAgreed = true,
        };
        var flaws = new Admission(catalogue, today).AtTheDoor(arrival) ?? [];
        var root = CorrectionKinds.RootOf(found, view.Events);
        IReadOnlyList<Subject> subjects = root is null ? [subject]
            : [.. root.Subjects.Select(named => named.Subject).Prepend(subject).Distinct()];
        var effects = new List<Effect>();
        foreach (var each in flaws.Count > 0 ? [] : subjects)
        {
            var file = each == subject ? view : await questions.OpenAsync(each, null, Sight.Whole);
            effects.AddRange(EffectsOn(each, file, arrival.Event!, today));
        }

        return new Trial(view.Book, found, arrival.Reading, flaws, subjects)
        {
            Present = CorrectionKinds.Present(found, view.Events),
            IsFit = arrival.Event is { } read
                && CorrectionKinds.For(catalogue, found, view.Events).Contains(read.Kind),
            Effects = effects,
        };
    }

    /// <summary>Whether somebody is competent for all whom a correction concerns.</summary>
    public async Task<bool> CoversAsync(RegionScope scope, Trial trial)
    {
        foreach (var each in scope.IsAll ? [] : trial.Subjects)
        {
            if (!scope.Covers((await record.FileAsync(each))?.Region))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Effect> EffectsOn(
        Subject subject, FileView file, RegulatoryEvent correction, DateOnly today)
    {
        var before = Applying(file.Assess(today));
        var after = Applying(file.With([correction], out _).Assess(today));
        return before.Keys.Union(after.Keys, StringComparer.Ordinal).Select(regime => EffectOf(
            subject, regime, before.GetValueOrDefault(regime), after.GetValueOrDefault(regime)));
    }

    private static Dictionary<string, Standing> Applying(Assessment assessment) =>
        assessment.Standings.Where(each => each.Applies)
            .ToDictionary(each => each.Regime, StringComparer.Ordinal);

    private static Effect EffectOf(Subject subject, string regime, Standing? before, Standing? after) =>
        new(subject, regime)
        {
            TierBefore = before?.Tier,
            TierAfter = after?.Tier,
            PointsBefore = before?.Points?.Value,
            PointsAfter = after?.Points?.Value,
            Changes = before is null || after is null || before.Differences(after).Count > 0,
        };
}
